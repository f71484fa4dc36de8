using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

/// <summary>A person connects a source, sees what it sends, and settles what was refused.</summary>
public sealed class SourcePageTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_source_is_added_gets_a_key_sends_and_is_seen(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        HttpResponseMessage added = await browser.PostFormAsync("/sources", "/sources/add", ("name", "Web shop"), ("channel", "web"));
        string address = added.Headers.Location!.ToString();

        HttpResponseMessage answer = await browser.PostFormAsync(address, "key");
        IDocument page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        string key = page.QuerySelectorAll("code, bdi").Select(c => c.TextContent.Trim()).First(t => t.StartsWith("wk_", StringComparison.Ordinal) && t.Length > 20);
        Assert.DoesNotContain(key, (await browser.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(site, key, "/v1/track", """{"event":"Order Completed","userId":"u1"}"""));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(site, key, "/v1/batch", """{"batch":[{"type":"track","userId":"u2"}]}"""));
        HttpResponseMessage tested = await browser.PostFormAsync(address, address + "/test");
        Assert.Equal(address + "?done=tested", tested.Headers.Location!.ToString());
        string text = (await browser.PageAsync(address)).Body!.TextContent;
        Assert.Contains("Order Completed", text, StringComparison.Ordinal);
        Assert.Contains("Test Event", text, StringComparison.Ordinal);

        // Still without a name: it stays refused, and no second copy of it is kept.
        string replay = (await browser.PageAsync(address)).QuerySelector("form[action$='/replay']")!.GetAttribute("action")!;
        HttpResponseMessage still = await browser.PostFormAsync(address, replay);
        Assert.Equal(address + "?done=still", still.Headers.Location!.ToString());
        Assert.Single((await browser.PageAsync(address)).QuerySelectorAll("form[action$='/replay']"));
        Assert.Equal(["Order Completed", "Test Event"], (await site.EventsAsync()).Select(e => e.Name));

        string revoke = (await browser.PageAsync(address)).QuerySelector("form[action$='/revoke']")!.GetAttribute("action")!;
        await browser.PostFormAsync(address, revoke);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(site, key, "/v1/track", """{"event":"Late","userId":"u1"}"""));
    }

    [Fact]
    public async Task What_a_source_verifies_is_said_on_its_page_and_can_be_taken_back()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        CollectSite source = await CollectSite.OpenAsync(site);
        using HttpClient browser = await site.AdministratorAsync();
        string page = string.Create(CultureInfo.InvariantCulture, $"/sources/{source.Source}");
        await browser.PostFormAsync(page, page + "/vouch", ("phones", "true"));
        HttpResponseMessage saved = await browser.PostFormAsync(page, page + "/vouch", ("emails", "true"), ("phones", ""));
        Assert.Equal(["emails"], await CheckedAsync());

        // The first form of that address on the page is that of the message: it takes the change back.
        await browser.PostFormAsync(saved.Headers.Location!.ToString(), page + "/vouch");
        Assert.Equal(["phones"], await CheckedAsync());
        Assert.Contains("Verifies telephone numbers", (await browser.PageAsync("/audit?action=capture.source-vouch")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        async Task<IEnumerable<string?>> CheckedAsync() => (await browser.PageAsync(page)).QuerySelectorAll("form[action$='/vouch'] input[checked]").Select(i => i.GetAttribute("name"));
    }

    [Fact]
    public async Task Who_answers_for_one_branch_sees_no_sources()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.BrowserOfAsync(BuiltInRoles.Administrator, "n1");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/sources")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/sources/1")).StatusCode);
    }

    private static async Task<HttpStatusCode> SendAsync(CaptureSite site, string key, string path, string body)
    {
        using HttpClient client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        using HttpResponseMessage answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
