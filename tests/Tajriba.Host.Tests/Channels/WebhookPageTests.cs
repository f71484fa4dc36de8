using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Webhooks.Signing;
using Tajriba.Touchpoints.Tests.Channels;

namespace Tajriba.Host.Tests.Channels;

/// <summary>A person lets another system be told of events, and sees whether it is.</summary>
public sealed class WebhookPageTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_webhook_is_made_tested_told_rotated_switched_and_deleted(DatabaseProvider provider)
    {
        await using WebhookSite site = await WebhookSite.OpenAsync(provider);
        using HttpClient browser = await site.Site.AdministratorAsync();
        HttpResponseMessage added = await browser.PostFormAsync("/webhooks/new", "add", ("url", site.Receiver.Url), ("description", "Warehouse"));
        string tab = PathOf(added);
        string address = tab.Split('?')[0];

        HttpResponseMessage revealed = await browser.PostFormAsync(tab, "reveal");
        string secret = Secret(await new HtmlParser().ParseDocumentAsync(await revealed.Content.ReadAsStringAsync()))!;
        IDocument after = await browser.PageAsync(tab);
        Assert.Null(Secret(after));
        Assert.DoesNotContain(after.QuerySelectorAll("input[name=_handler]"), i => i.GetAttribute("value") == "reveal");

        site.Receiver.Answer = context => context.Response.Body.WriteAsync("<script>alert(1)</script>"u8.ToArray()).AsTask();
        Assert.Equal(address + "?done=tested", (await browser.PostFormAsync(address, address + "/test")).Headers.Location!.ToString());
        await site.TellAsync("e1");
        await CaptureSite.UntilAsync(async () => (await browser.PageAsync(address + "?state=done")).QuerySelectorAll("tbody tr").Length == 2);
        Assert.Equal(2, site.Receiver.All.Count);
        Assert.All(site.Receiver.All, request => Assert.Equal(
            WebhookSecret.Parse(secret).Sign(request.Id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture)), request.Body),
            request.Headers["webhook-signature"]));
        IDocument page = await browser.PageAsync(address);
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("tbody script"));
        Assert.Contains("Warehouse", (await browser.PageAsync("/webhooks")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("done=rotated", (await browser.PostFormAsync(tab, address + "/rotate")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains((await browser.PageAsync(tab)).QuerySelectorAll("input[name=_handler]"), i => i.GetAttribute("value") == "reveal");
        await browser.PostFormAsync(address, address + "/off");
        Assert.Null((await browser.PageAsync(address)).QuerySelector($"form[action='{address}/test']"));
        await browser.PostFormAsync(address, address + "/on");

        string deleted = (await browser.PostFormAsync(address, address + "/delete")).Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
        Assert.Equal(address + "?done=restored", (await browser.PostFormAsync(deleted, "/webhooks/restore")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).StatusCode);

        await using AsyncServiceScope scope = site.Site.Services.CreateAsyncScope();
        var audit = await scope.ServiceProvider.GetRequiredService<IAuditReader>().ReadAsync(new AuditQuery(), 1000);
        string all = string.Join('\n', audit.Select(entry => $"{entry.Action} {entry.Subject} {entry.Details}"));
        foreach (string verb in new[] { "add", "reveal", "test", "rotate", "off", "on", "delete", "restore" })
        {
            Assert.Contains($"channels.webhook-{verb} webhook:", all, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("whsec_", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_where_it_is_refused()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        HttpResponseMessage refused = await browser.PostFormAsync("/webhooks/new", "add", ("url", "https://169.254.169.254/latest"), ("description", "Cloud"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        IDocument page = await new HtmlParser().ParseDocumentAsync(await refused.Content.ReadAsStringAsync());
        Assert.Equal("https://169.254.169.254/latest", page.QuerySelector("input[name=url]")!.GetAttribute("value"));
        Assert.Equal("Cloud", page.QuerySelector("input[name=description]")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("input[name=url]")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task What_was_given_up_is_sent_again_by_hand()
    {
        await using WebhookSite site = await WebhookSite.OpenAsync();
        using HttpClient browser = await site.Site.AdministratorAsync();
        string address = PathOf(await browser.PostFormAsync("/webhooks/new", "add", ("url", site.Receiver.Url))).Split('?')[0];
        site.Receiver.AnswerWith(410);
        await site.TellAsync("e1");
        await CaptureSite.UntilAsync(async () => (await browser.PageAsync(address + "?state=dead")).QuerySelectorAll("tbody tr").Length == 1);
        site.Receiver.AnswerWith(204);
        await browser.PostFormAsync(address, address + "/on");
        Assert.EndsWith("wrong=since", (await browser.PostFormAsync(address, address + "/replay", ("since", "some day"))).Headers.Location!.ToString(), StringComparison.Ordinal);
        await browser.PostFormAsync(address, address + "/replay", ("since", "2026-01-01"));
        await CaptureSite.UntilAsync(async () => (await browser.PageAsync(address + "?state=done")).QuerySelectorAll("tbody tr").Length == 1);
        string replay = (await browser.PageAsync(address)).QuerySelector("form[action$='/replay'][action*='/deliveries/']")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.Found, (await browser.PostFormAsync(address, replay)).StatusCode);
        await CaptureSite.UntilAsync(() => Task.FromResult(site.Receiver.All.Count == 3));
        Assert.Single(site.Receiver.All.Select(r => r.Id).Distinct());
        Assert.Single(site.Receiver.All.Select(r => Encoding.UTF8.GetString(r.Body)).Distinct());
    }

    [Fact]
    public async Task Who_answers_for_one_branch_sees_no_webhooks()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.BrowserOfAsync(BuiltInRoles.Administrator, "n1");
        foreach (string path in new[] { "/webhooks", "/webhooks/new", "/webhooks/1", "/api/v1/webhooks", "/api/v1/webhooks/1", "/api/v1/webhooks/1/deliveries" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        }
    }

    private static string PathOf(HttpResponseMessage answer) => new Uri(new Uri("http://localhost/"), answer.Headers.Location!).PathAndQuery;

    private static string? Secret(IDocument page) =>
        page.QuerySelectorAll("bdi").Select(c => c.TextContent.Trim()).FirstOrDefault(t => t.StartsWith("whsec_", StringComparison.Ordinal));
}
