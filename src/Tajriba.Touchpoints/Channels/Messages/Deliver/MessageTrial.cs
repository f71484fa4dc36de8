using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>
/// Sends one message to whoever tries a gateway or a programme. It is no message to a customer: none of the figures, the log or anybody's
/// attention knows of it; the audit trail does, without the address.
/// </summary>
internal sealed class MessageTrial(IDatabase database, GatewayStore gateways, IEnumerable<IMessageSender> senders, IdentitySettings identity, IAuditTrail audit, TimeProvider clock) : IMessageTrial
{
    public const string Mark = "[TEST] ";

    /// <summary>The address in its canonical form, or null where it is none.</summary>
    public string? Address(string channel, string typed) => channel == MessageChannels.Email ? EmailAddress.Canonical(typed) : identity.Phone.Canonical(typed);

    public async Task<TrialOutcome> SendAsync(string channel, string to, MessageText text, string link, CancellationToken cancellationToken = default)
    {
        if (Address(channel, to) is not { } address)
        {
            return new TrialOutcome(false, "address");
        }

        if ((await gateways.ListAsync(cancellationToken)).Where(g => g.IsOn && g.Channel == channel).MinBy(g => g.Id) is not { } gateway)
        {
            return new TrialOutcome(false, SuppressionReasons.NoGateway);
        }

        SendAnswer answer = await SendAsync(gateway, address, text, link, cancellationToken);
        return new TrialOutcome(answer.Outcome == SendOutcome.Taken, answer.Error);
    }

    /// <summary>By this gateway, whether it is on or not.</summary>
    public async Task<SendAnswer> SendAsync(Gateway gateway, string address, MessageText text, string? link, CancellationToken cancellationToken)
    {
        await database.WriteAsync((transaction, cancel) => audit.RecordAsync(transaction, "channels.gateway-test", FormattableString.Invariant($"gateway:{gateway.Id}"), cancellationToken: cancel), cancellationToken);
        string Filled(string template, Func<string, string> encode) => Template.Fill(template, name => name switch { "link" => encode(link ?? ""), "unsubscribe" => "…", _ => null });
        bool isMail = gateway.Channel == MessageChannels.Email;
        var content = new MessageContent(
            isMail ? Mark + Filled(text.Subject, v => v) : "", Mark + Filled(isMail ? text.Plain : text.Short ?? text.Plain, v => v),
            isMail && text.Html is { } html ? Filled(html, System.Net.WebUtility.HtmlEncode) : null, null);
        try
        {
            SendAnswer answer = await senders.Single(s => s.Kind == gateway.Kind).SendAsync(
                gateway, new OutgoingMessage(0, FormattableString.Invariant($"tajriba-test-{Guid.CreateVersion7(clock.GetUtcNow()):N}"), address, text.Language, content, clock.GetUtcNow()), cancellationToken);
            return answer with { Error = answer.Error?.Replace(address, "…", StringComparison.OrdinalIgnoreCase) };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return SendAnswer.Refused(e.GetType().Name);
        }
    }
}
