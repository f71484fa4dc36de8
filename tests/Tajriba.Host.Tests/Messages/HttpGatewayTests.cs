using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;
using Tajriba.Touchpoints.Tests.Channels;

namespace Tajriba.Host.Tests.Messages;

/// <summary>SMS by a provider's HTTP interface, made on its page.</summary>
public sealed class HttpGatewayTests
{
    [Fact]
    public async Task An_SMS_is_asked_for_taken_and_reported()
    {
        await using var receiver = await Receiver.OpenAsync();
        receiver.Answer = context => context.Response.Body.WriteAsync("""{"return":{"status":200},"entries":[{"messageid":8792343}]}"""u8.ToArray()).AsTask();
        await using var site = await OpenAsync();
        using var browser = await site.Site.AdministratorAsync();
        var made = await browser.PostFormAsync(
            "/messages/gateways/new?kind=http", "/messages/gateways/add", ("name", "Provider"), ("channel", "sms"), ("url", receiver.Url + "?lang={language}"), ("secret", "X-Key: key-of-ours"),
            ("body", """{"to":"{to}","text":"{text}","id":"{id}"}"""), ("contentType", "application/json"), ("acceptPath", "return.status"), ("acceptValue", "200"), ("idPath", "entries.0.messageid"),
            ("reportIdPath", "messageid"), ("reportStatePath", "status"), ("reportDelivered", "10"));
        Assert.Contains("done=added", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        var gateway = Assert.Single(await site.Gateways.ListAsync());
        Assert.DoesNotContain("key-of-ours", gateway.Settings + gateway.Secret, StringComparison.Ordinal);

        var queued = await site.AskAsync(MessageSite.Request("c1", "k1") with { Channels = ["sms"], Texts = [new("fa", "", "x", null, "نظر «شما»\n\"؟ {link}")] });
        var sent = await site.UntilAsync(queued.Id, MessageState.Sent);
        var request = Assert.Single(receiver.All);
        var body = JsonDocument.Parse(request.Body).RootElement;
        Assert.Equal(("+989123040500", "نظر «شما»\n\"؟ http://localhost/s/abc", $"tajriba-{queued.Id}"), (body.GetProperty("to").GetString(), body.GetProperty("text").GetString(), body.GetProperty("id").GetString()));
        Assert.Equal(("key-of-ours", $"tajriba-{queued.Id}"), (request.Headers["X-Key"], request.Headers["Idempotency-Key"]));
        Assert.Equal("8792343", sent.RemoteId);

        var page = await browser.PostFormAsync($"/messages/gateways/{gateway.Id}", "report");
        var address = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "/messages/report/[A-Za-z0-9_-]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Value;
        using var provider = site.Site.CreateClient();
        Assert.Equal(HttpStatusCode.NoContent, (await provider.PostAsync(address, new FormUrlEncodedContent([new("messageid", "8792343"), new("status", "10")]))).StatusCode);
        Assert.Equal("delivered", (await site.Store.FindAsync(queued.Id))!.Delivered);
        Assert.Equal(HttpStatusCode.NoContent, (await provider.PostAsync(address, new StringContent("""{"messageid":8792343,"status":11}""", Encoding.UTF8, "application/json"))).StatusCode);
        Assert.Equal("failed", (await site.Store.FindAsync(queued.Id))!.Delivered);
        Assert.Equal(HttpStatusCode.NotFound, (await provider.PostAsync("/messages/report/x", new FormUrlEncodedContent([new("messageid", "8792343")]))).StatusCode);
    }

    /// <summary>A provider that takes its key in the address: it is sealed with the headers, put in only when asking, and shown nowhere.</summary>
    [Fact]
    public async Task A_key_in_the_address_stays_sealed_and_texts_stay_in_their_place()
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var site = await OpenAsync();
        using var browser = await site.Site.AdministratorAsync();
        await browser.PostFormAsync(
            "/messages/gateways/new?kind=http", "/messages/gateways/add", ("name", "Provider"), ("channel", "sms"), ("url", receiver.Url + "/v1/{apikey}/send?receptor={to}"), ("secret", "{apikey}: 53CR/T"),
            ("body", "to={to}&text={text}&key={apikey}&other={none}"), ("contentType", "application/x-www-form-urlencoded"));
        var gateway = Assert.Single(await site.Gateways.ListAsync());
        var queued = await site.AskAsync(MessageSite.Request("c1", "k1") with { Channels = ["sms"], Texts = [new("en", "", "x", null, "a&to=+1555&text={to}{apikey}\"\\ \ud800 {link}")] });
        await site.UntilAsync(queued.Id, MessageState.Sent);
        var request = Assert.Single(receiver.All);
        Assert.Contains("to=%2B989123040500&text=a%26to%3D%2B1555%26text%3D%7Bto%7D%7Bapikey%7D%22%5C%20%EF%BF%BD%20http", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
        Assert.EndsWith("&key=53CR%2FT&other={none}", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
        foreach (var path in new[] { "/messages/gateways", $"/messages/gateways/{gateway.Id}", $"/messages/{queued.Id}" })
        {
            var page = await (await browser.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("53CR", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_provider_refuses_is_told_and_what_fails_is_tried_again_under_the_same_key()
    {
        await using var receiver = await Receiver.OpenAsync();
        var answers = 0;
        receiver.Answer = context =>
        {
            context.Response.StatusCode = ++answers == 1 ? 503 : 200;
            return context.Response.Body.WriteAsync("""{"ok":"no +989123040500"}"""u8.ToArray()).AsTask();
        };
        var log = new CapturedLog();
        await using var site = await OpenAsync(log);
        using var browser = await site.Site.AdministratorAsync();
        await browser.PostFormAsync(
            "/messages/gateways/new?kind=http", "/messages/gateways/add", ("name", "Provider"), ("channel", "sms"), ("url", receiver.Url), ("secret", "X-Key: key-of-ours"), ("body", "to={to}&text={text}"),
            ("contentType", "application/x-www-form-urlencoded"), ("acceptPath", "ok"), ("acceptValue", "true"));
        var queued = await site.AskAsync(MessageSite.Request("c1", "k1") with { Channels = ["sms"] });
        var failed = await site.UntilAsync(queued.Id, MessageState.Failed);
        Assert.Equal((2, "The gateway says 'no …' at ok."), (failed.Tries, failed.Error));
        Assert.Single(receiver.All.Select(r => r.Headers["Idempotency-Key"]).Distinct());
        Assert.Contains("channels.message", log.Text, StringComparison.Ordinal);
        Assert.All(new[] { "9123040500", "c1@example.com", "key-of-ours", "/s/abc" }, personal => Assert.DoesNotContain(personal, log.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_within_the_network_is_not_taken()
    {
        await using var site = await MessageSite.OpenAsync(keeps: false);
        using var browser = await site.Site.AdministratorAsync();
        foreach (var url in new[] { "https://127.0.0.1/send", "https://169.254.169.254/", "http://sms.example.com/", "https://a:b@sms.example.com/", "gopher://x/", "https://{to}/send", "https://sms.{to}.example.com/", "https://sms.example.com:{id}/" })
        {
            var answer = await browser.PostFormAsync("/messages/gateways/new?kind=http", "/messages/gateways/add", ("name", "Inside"), ("channel", "sms"), ("url", url));
            Assert.Contains("wrong=settings", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<MessageSite> OpenAsync(CapturedLog? log = null)
    {
        var options = new WebhookOptions { AllowHttp = true, AllowPrivate = ["127.0.0.0/8"] };
        var site = await MessageSite.OpenAsync(keeps: false, configure: services =>
        {
            if (log is not null)
            {
                services.AddLogging(logging => logging.AddProvider(log));
            }

            services.Replace(ServiceDescriptor.Singleton(options));
            services.Replace(ServiceDescriptor.Singleton(new AddressRules(options.AllowPrivate)));
        });
        await site.KnowAsync("c1");
        return site;
    }
}
