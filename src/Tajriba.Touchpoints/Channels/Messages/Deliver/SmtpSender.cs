using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>
/// Hands e-mail to a relay. It connects by the same guard as webhooks, so that a gateway's settings open no way into the
/// network; a relay inside is allowed by the configuration.
/// </summary>
internal sealed class SmtpSender(GuardedConnector connector, GatewaySealer sealer, RelayTrust trust, TimeProvider clock) : IMessageSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public GatewayKind Kind => GatewayKind.Smtp;

    public async Task<SendAnswer> SendAsync(Gateway gateway, OutgoingMessage message, CancellationToken cancellationToken)
    {
        SmtpSettings settings = JsonSerializer.Deserialize<SmtpSettings>(gateway.Settings)!;
        if (settings.User.Length > 0 && (gateway.Secret is null || sealer.Open(gateway.Secret) is null))
        {
            return SendAnswer.Again("The password is lost: write it down anew.");
        }

        using var over = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            string answer = await TalkAsync(settings, gateway.Secret is { } secret ? sealer.Open(secret) : null, message, both.Token);
            return new SendAnswer(SendOutcome.Taken, RemoteId: answer.Length > 200 ? answer[..200] : answer);
        }
        catch (SmtpAnswerException e)
        {
            return e.IsFinal ? SendAnswer.Refused(e.Message) : SendAnswer.Again(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendAnswer.Again("The relay does not answer.");
        }
        catch (AddressRefusedException)
        {
            return SendAnswer.Again("The relay's address may not be reached; see Tajriba:Webhooks:AllowPrivate.");
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            return SendAnswer.Again(e.Message);
        }
    }

    private async Task<string> TalkAsync(SmtpSettings settings, string? password, OutgoingMessage message, CancellationToken cancellationToken)
    {
        await using var talk = new SmtpTalk(await connector.ConnectAnyPortAsync(new DnsEndPoint(settings.Host, settings.Port), cancellationToken));
        if (settings.Security == SmtpSecurity.Tls)
        {
            await talk.SecureAsync(trust.For(settings.Host), cancellationToken);
        }

        await talk.ExpectAsync('2', cancellationToken);
        string hello = "EHLO " + settings.From[(settings.From.LastIndexOf('@') + 1)..];
        IReadOnlyList<string> offers = await talk.SayAsync(hello, '2', cancellationToken);
        if (settings.Security == SmtpSecurity.StartTls)
        {
            if (!Offers(offers, "STARTTLS"))
            {
                throw new SmtpAnswerException(502, "The relay offers no STARTTLS, so that nothing is told to it.");
            }

            await talk.SayAsync("STARTTLS", '2', cancellationToken);
            await talk.SecureAsync(trust.For(settings.Host), cancellationToken);
            offers = await talk.SayAsync(hello, '2', cancellationToken);
        }

        if (settings.User.Length > 0)
        {
            await SignInAsync(talk, offers, settings.User, password ?? "", cancellationToken);
        }

        if (message.Address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>'))
        {
            throw new SmtpAnswerException(553, "The address is none.") { IsFinal = true };
        }

        string utf8 = message.Address.All(char.IsAscii) ? "" : Offers(offers, "SMTPUTF8") ? " SMTPUTF8" : throw new SmtpAnswerException(550, "The relay takes no international addresses.") { IsFinal = true };
        await talk.SayAsync($"MAIL FROM:<{settings.From}>{utf8}", '2', cancellationToken);
        IReadOnlyList<string> taken;
        try
        {
            await talk.SayAsync($"RCPT TO:<{message.Address}>", '2', cancellationToken);
            await talk.SayAsync("DATA", '3', cancellationToken);
            taken = await talk.SendAsync(MimeText.Write(settings, message), cancellationToken);
        }
        catch (SmtpAnswerException e) when (e.Code >= 500)
        {
            // Of this mail. What a relay says before is about us (no TLS, a wrong password, a sender that it does not know): mails wait for somebody to mend it.
            throw new SmtpAnswerException(e.Code, e.Message) { IsFinal = true };
        }

        try
        {
            await talk.SayAsync("QUIT", '2', cancellationToken);
        }
        catch (Exception e) when (e is IOException or SmtpAnswerException)
        {
            // It has the message: how it says good-bye does not matter.
        }

        return taken[^1];
    }

    private static async Task SignInAsync(SmtpTalk talk, IReadOnlyList<string> offers, string user, string password, CancellationToken cancellationToken)
    {
        static string Coded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        string[] ways = [.. offers.Where(o => o.Length > 4 && o[4..].StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)).SelectMany(o => o[4..].ToUpperInvariant().Split(' ', '='))];
        if (ways.Contains("PLAIN") || !ways.Contains("LOGIN"))
        {
            await talk.SayAsync("AUTH PLAIN " + Coded($"\0{user}\0{password}"), '2', cancellationToken);
            return;
        }

        await talk.SayAsync("AUTH LOGIN", '3', cancellationToken);
        await talk.SayAsync(Coded(user), '3', cancellationToken);
        await talk.SayAsync(Coded(password), '2', cancellationToken);
    }

    private static bool Offers(IReadOnlyList<string> offers, string name) => offers.Any(o => o.Length > 4 && o[4..].Split(' ')[0].Equals(name, StringComparison.OrdinalIgnoreCase));
}
