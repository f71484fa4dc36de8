using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Where a relay is and as whom it is used; its password is the gateway's secret.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">Usually 587, 465 or 25.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="From">Address of the sender.</param>
/// <param name="FromName">Name of the sender.</param>
/// <param name="User">Whom the relay knows us as; empty for nobody.</param>
/// <param name="UnsubscribeMail">Mailbox that people read, to which a wish to unsubscribe may be mailed; empty for none.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string From, string FromName, string User, string UnsubscribeMail = "")
{
    /// <summary>Whether they can work at all.</summary>
    public bool IsSound() =>
        Uri.CheckHostName(Host) != UriHostNameType.Unknown && Port is > 0 and <= 65535 && Enum.IsDefined(Security) && From.All(char.IsAscii) && EmailAddress.Canonical(From) is not null
        && FromName.Length <= 200 && !FromName.Any(char.IsControl) && User.Length <= 200 && !User.Any(char.IsControl) && (UnsubscribeMail.Length == 0 || (UnsubscribeMail.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+') && EmailAddress.Canonical(UnsubscribeMail) is not null))
        && (User.Length == 0 || Security != SmtpSecurity.None);
}
