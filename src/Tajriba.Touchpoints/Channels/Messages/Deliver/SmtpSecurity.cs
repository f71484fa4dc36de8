namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>How a connection to a relay is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in the clear and turns to TLS before anything is said (RFC 3207); without it nothing is sent.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>Not at all; for a relay on the same machine. No password is told.</summary>
    None,
}
