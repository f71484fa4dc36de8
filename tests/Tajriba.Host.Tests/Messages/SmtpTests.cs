using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Outbox;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Host.Tests.Messages;

/// <summary>E-mail by a real server.</summary>
public sealed class SmtpTests
{
    [SkippableFact]
    public async Task A_mail_arrives_whole_and_with_one_click_headers()
    {
        await using var server = await MailServer.OpenAsync(busy: 1);
        await using var site = await OpenAsync(server, new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.None, "cx@example.com", "تجربه\r\nBcc: x", ""));
        var request = MessageSite.Request("c1", "k1") with { Texts = [new("fa", "چطور بود؟ 🙂 " + new string('ب', 120), ".\n..dots\nبگویید: {link}", "<p dir=\"rtl\"><a href=\"{link}\">بگویید</a></p>")] };
        var queued = await site.AskAsync(request);
        await CaptureSite.UntilAsync(() => Task.FromResult(!server.Mails.IsEmpty));
        var mail = Assert.Single(server.Mails);
        Assert.Equal("چطور بود؟ 🙂 " + new string('ب', 120), Text(mail, "subject"));
        Assert.StartsWith(".\n..dots\nبگویید: http://localhost/s/abc", Text(mail, "text"), StringComparison.Ordinal);
        Assert.Equal("<p dir=\"rtl\"><a href=\"http://localhost/s/abc\">بگویید</a></p>", Text(mail, "html").Trim());
        Assert.Equal($"<tajriba-{queued.Id}@example.com>", Text(mail, "id"));
        Assert.Matches("^List-Unsubscribe: <http://localhost/u/[A-Za-z0-9_-]{22}>$", Text(mail, "unsubscribe"));
        Assert.Equal("List-Unsubscribe-Post: List-Unsubscribe=One-Click", Text(mail, "post"));
        Assert.DoesNotContain("\nBcc:", Text(mail, "raw"), StringComparison.Ordinal);
        Assert.All(Text(mail, "raw").Split("\r\n"), line => Assert.True(line.Length <= 998 && !line.Contains('\n', StringComparison.Ordinal)));
        var sent = await site.UntilAsync(queued.Id, MessageState.Sent);
        Assert.Equal((2, null), (sent.Tries, sent.Content));
    }

    [SkippableFact]
    public async Task What_a_relay_refuses_for_good_is_not_tried_again()
    {
        await using var server = await MailServer.OpenAsync();
        await using var site = await OpenAsync(server, new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.None, "cx@example.com", "", ""), "refused");
        var failed = await site.UntilAsync((await site.AskAsync(MessageSite.Request("refused", "k1"))).Id, MessageState.Failed);
        Assert.Equal((1, true), (failed.Tries, failed.Error!.StartsWith("550", StringComparison.Ordinal)));
        Assert.Contains(await site.Site.EventsAsync(), e => e.Name == "Message Failed");
    }

    /// <summary>Nothing is said to a relay whose certificate nobody vouches for, nor to one inside the network that nobody allowed.</summary>
    [SkippableFact]
    public async Task Nothing_goes_to_a_relay_that_is_not_trusted()
    {
        await using var server = await MailServer.OpenAsync();
        await using var site = await OpenAsync(server, new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.StartTls, "cx@example.com", "", "me"));
        var queued = await site.AskAsync(MessageSite.Request("c1", "k1"));
        await CaptureSite.UntilAsync(async () => (await site.Store.FindAsync(queued.Id))!.Tries > 0);
        Assert.Empty(server.Mails);

        await using var guarded = await OpenAsync(server, new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.None, "cx@example.com", "", ""), isAllowed: false);
        var refused = await guarded.AskAsync(MessageSite.Request("c1", "k1"));
        await CaptureSite.UntilAsync(async () => (await guarded.Store.FindAsync(refused.Id))!.Error?.Contains("may not be reached", StringComparison.Ordinal) == true);
        Assert.Empty(server.Mails);
    }

    /// <summary>A relay of ours, whose authority we name, gets the mail over TLS and after the password, by either way of telling it.</summary>
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_trusted_relay_gets_mail_and_password_over_TLS(bool isLogin)
    {
        using var certificate = MailServer.Certify("localhost");
        await using var server = await MailServer.OpenAsync(certificate: certificate, isLogin: isLogin);
        await using var site = await OpenAsync(
            server, new SmtpSettings("localhost", server.Port, SmtpSecurity.StartTls, "cx@example.com", "", "me", "off@example.com"), roots: certificate.ExportCertificatePem());
        var sent = await site.UntilAsync((await site.AskAsync(MessageSite.Request("c1", "k1"))).Id, MessageState.Sent);
        var mail = Assert.Single(server.Mails);
        Assert.Matches(@"^List-Unsubscribe: <http://localhost/u/([A-Za-z0-9_-]{22})>,\s+<mailto:off@example\.com\?subject=unsubscribe%20\1>$", Text(mail, "unsubscribe"));
        Assert.Equal((true, "me", 1), (mail.GetProperty("secure").GetBoolean(), Text(mail, "user"), sent.Tries));
    }

    /// <summary>What is wrong with us and not with the mail is mended by somebody: no mail is lost over it.</summary>
    [SkippableTheory]
    [InlineData(false, "right", "STARTTLS")]
    [InlineData(true, "wrong", "535")]
    public async Task A_relay_without_TLS_or_with_another_password_gets_nothing_and_mails_wait(bool offersTls, string password, string error)
    {
        using var certificate = MailServer.Certify("localhost");
        await using var server = await MailServer.OpenAsync(certificate: offersTls ? certificate : null);
        await using var site = await OpenAsync(
            server, new SmtpSettings("localhost", server.Port, SmtpSecurity.StartTls, "cx@example.com", "", "me"), roots: certificate.ExportCertificatePem(), password: password);
        var queued = await site.AskAsync(MessageSite.Request("c1", "k1"));
        MessageRecord? tried = null;
        await CaptureSite.UntilAsync(async () => (tried = await site.Store.FindAsync(queued.Id))!.Tries > 0);
        Assert.Equal(MessageState.Queued, tried!.State);
        Assert.Contains(error, tried.Error, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [SkippableFact]
    public async Task A_connection_that_breaks_in_the_middle_of_a_mail_is_no_delivery()
    {
        await using var server = await MailServer.OpenAsync(cut: 1);
        await using var site = await OpenAsync(server, new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.None, "cx@example.com", "", ""));
        var sent = await site.UntilAsync((await site.AskAsync(MessageSite.Request("c1", "k1"))).Id, MessageState.Sent);
        Assert.Equal(2, sent.Tries);
        Assert.Single(server.Mails);
    }

    /// <summary>Neither a name, a subject nor an address makes a header, a recipient or a command.</summary>
    [SkippableFact]
    public async Task Nothing_that_a_customer_or_a_colleague_writes_becomes_a_header_or_a_recipient()
    {
        await using var server = await MailServer.OpenAsync();
        await using var site = await OpenAsync(server, new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.None, "cx@example.com", "\"x\" <boss@example.com>,", ""));
        string[] addresses =
        [
            "a@example.com\r\nRCPT TO:<victim@example.com>", "a@example.com>\r\nDATA", "<a@example.com>", "a@example.com,victim@example.com", "a b@example.com", "\"a b\"@example.com",
            "team:victim@example.com", "a(b)victim@example.com", "a\u202evictim@example.com", "a@example.com\u2028Bcc: victim@example.com",
        ];
        var evil = 0;
        foreach (var address in addresses)
        {
            await site.Site.Log.AppendAsync([new NewEvent
            {
                Source = "test", Id = "evil" + evil, Name = "Customer Known", Time = DateTimeOffset.UtcNow, Objects = [new("customer", "evil" + evil++)],
                Attributes = JsonSerializer.Serialize(new { traits = new { email = address, emailVerified = true } }),
            }]);
        }

        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        var asked = new List<MessageOutcome>();
        for (var i = 0; i < evil; i++)
        {
            asked.Add(await site.AskAsync(MessageSite.Request("evil" + i, "k" + i) with { Texts = [new("en", "Hi {name}", "{link}")], Values = new Dictionary<string, string> { ["name"] = "x\r\nBcc: victim@example.com\r\n\r\n." } }));
        }

        foreach (var queued in asked.OfType<MessageOutcome.Queued>())
        {
            await CaptureSite.UntilAsync(async () => (await site.Store.FindAsync(queued.Id))!.Tries > 0);
        }

        Assert.All(server.Mails, mail =>
        {
            var envelope = Assert.Single(mail.GetProperty("to").EnumerateArray()).GetString()!;
            Assert.NotEqual("victim@example.com", envelope);
            Assert.DoesNotContain("\nBcc:", Text(mail, "raw"), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Text(mail, "recipient").Split(',', ' ', '<', '>', ':'), part => part == "victim@example.com");
            Assert.Equal(1, Text(mail, "raw").Split("\r\n").Count(line => line.StartsWith("From: ", StringComparison.Ordinal)));
            Assert.EndsWith("<cx@example.com>", Text(mail, "sender"), StringComparison.Ordinal);
        });
    }

    /// <summary>The process dies after the relay took the mail and before that is written down: it goes out again, as the same message.</summary>
    [SkippableFact]
    public async Task A_mail_of_a_process_that_died_goes_out_again_under_the_same_id()
    {
        await using var server = await MailServer.OpenAsync();
        await using var site = await OpenAsync(server, new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.None, "cx@example.com", "", ""));
        var queued = await site.AskAsync(MessageSite.Request("c1", "k1"));
        var sent = await site.UntilAsync(queued.Id, MessageState.Sent);
        await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync(async (transaction, cancel) =>
        {
            // As it stood between the relay's yes and our commit.
            await transaction.Command(
                "UPDATE channels_messages SET state = 'queued', sent_at = NULL, tries = 0, content = @content WHERE id = @id",
                ("id", queued.Id), ("content", JsonSerializer.Serialize(new MessageContent("How was it, <b>Ann</b>?", "x", null, null)))).RunAsync(cancel);
            await site.Site.Services.GetRequiredService<IOutbox>().AddAsync(transaction, "channels.message", queued.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken: cancel);
        });
        await CaptureSite.UntilAsync(() => Task.FromResult(server.Mails.Count == 2));
        Assert.Single(server.Mails.Select(m => Text(m, "id")).Distinct());
        Assert.NotNull(sent.RemoteId);
    }

    private static string Text(JsonElement mail, string name) => mail.GetProperty(name).GetString()!;

    internal static async Task<MessageSite> OpenAsync(MailServer server, SmtpSettings settings, string customer = "c1", bool isAllowed = true, string? roots = null, string password = "right")
    {
        Assert.True(server.Port > 0);
        var site = await MessageSite.OpenAsync(keeps: false, configure: services =>
        {
            services.Replace(ServiceDescriptor.Singleton(new AddressRules(isAllowed ? ["127.0.0.0/8", "::1/128"] : [])));
            services.Replace(ServiceDescriptor.Singleton(new RelayTrust(roots)));
        });
        await site.KnowAsync(customer);
        await site.Gateways.AddAsync(new GatewayDraft("Relay", "email", GatewayKind.Smtp, JsonSerializer.Serialize(settings), password));
        return site;
    }
}
