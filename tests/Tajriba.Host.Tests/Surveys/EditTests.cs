using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

/// <summary>Drafts as the editor works on them.</summary>
public sealed class EditTests
{
    private const string Draft = "/api/surveys/visit/draft";

    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_draft_is_kept_against_its_revision_faults_and_all(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        var survey = await site.PublishAsync("visit", Definitions.Nps);
        using var browser = await site.Site.BrowserOfAsync(BuiltInRoles.Administrator);
        var first = (await browser.GetFromJsonAsync<JsonElement>(Draft)).GetProperty("revision").GetString()!;
        Assert.Equal("v1", first);

        const string faulty = """{"x-mine":[1,{"a":null}],"elements":[{"type":"text","name":"a"},{"type":"text","name":"a"}]}""";
        using var saved = await PutAsync(browser, first, faulty);
        var body = await saved.Content.ReadFromJsonAsync<JsonElement>();
        var fault = Assert.Single(body.GetProperty("faults").EnumerateArray());
        Assert.Equal("$.elements[1].name", fault.GetProperty("path").GetString());
        Assert.Equal(faulty, (await site.Store.FindAsync("visit"))!.Draft);

        using var late = await PutAsync(browser, first, Definitions.TwoPages);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var theirs = await late.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(body.GetProperty("revision").GetString(), theirs.GetProperty("revision").GetString());
        Assert.Equal(2, theirs.GetProperty("definition").GetProperty("elements").GetArrayLength());

        using var refused = await PublishAsync(browser, theirs.GetProperty("revision").GetString()!);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var mended = await PutAsync(browser, theirs.GetProperty("revision").GetString()!, Definitions.TwoPages);
        var revision = (await mended.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetString()!;
        using var stale = await PublishAsync(browser, first);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var published = await PublishAsync(browser, revision);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        Assert.Equal(2, (await site.Store.FindAsync(survey.Id))!.Version);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task What_is_no_definition_is_refused(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        await site.PublishAsync("visit", Definitions.Nps);
        using var browser = await site.Site.BrowserOfAsync(BuiltInRoles.Administrator);
        foreach (var wrong in new[] { "", "[]", "7", "{\"title\":", "{\"title\":\"\\u0000\"}" })
        {
            using var answer = await PutAsync(browser, "v1", wrong);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, wrong);
        }

        Assert.Null((await site.Store.FindAsync("visit"))!.Draft);
    }

    [Fact]
    public async Task Bad_practice_is_said_in_the_readers_language()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("visit", Definitions.Nps);
        using var browser = await site.Site.BrowserOfAsync(BuiltInRoles.Administrator);
        using var answer = await PutAsync(browser, "v1", """{"elements":[{"type":"rating","name":"a","title":"How fast and how friendly were we?"}]}""");
        var warning = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("warnings").EnumerateArray());
        Assert.Equal("DoubleBarrelled", warning.GetProperty("code").GetString());
        Assert.Contains("two things", warning.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_is_walked_through_and_nothing_is_kept()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("visit", Definitions.Nps);
        using var browser = await site.Site.BrowserOfAsync(BuiltInRoles.Administrator);
        var first = await PreviewAsync(browser, new { definition = JsonElement.Parse(Definitions.TwoPages), language = "fa" });
        Assert.Contains("dir=\"rtl\"", first.GetProperty("html").GetString(), StringComparison.Ordinal);
        string[][] fields = [["p", "0"], ["shown", "done"], ["q:done", "yes"], ["go", "next"]];
        var second = await PreviewAsync(browser, new { definition = JsonElement.Parse(Definitions.TwoPages), language = "fa", answers = first.GetProperty("answers"), fields });
        Assert.Equal("yes", second.GetProperty("answers").GetProperty("done").GetString());
        Assert.Contains("q:km", second.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Empty(await site.AnsweredAsync());
    }

    [Fact]
    public async Task The_page_keeps_a_draft_without_scripts_and_holds_on_to_what_was_typed()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("visit", """{"title":"</script><script>alert(1)</script>","elements":[{"type":"text","name":"a"}]}""");
        using var browser = await site.Site.BrowserOfAsync(BuiltInRoles.Administrator);
        var page = await browser.PageAsync("/surveys/visit/edit");
        using var data = JsonDocument.Parse(page.QuerySelector("t-survey-editor > script")!.TextContent);
        Assert.Equal("v1", data.RootElement.GetProperty("revision").GetString());
        Assert.Contains("</script>", data.RootElement.GetProperty("definition").GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("Undo", data.RootElement.GetProperty("texts").GetProperty("Undo").GetString());

        using var saved = await SendAsync("v1", Definitions.Nps);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("\"nps\"", (await site.Store.FindAsync("visit"))!.Draft, StringComparison.Ordinal);
        using var late = await SendAsync("v1", """{"title":"My own"}""");
        Assert.Contains("My own", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Task<HttpResponseMessage> SendAsync(string revision, string definition) => browser.PostAsync("/surveys/visit/edit", new FormUrlEncodedContent(
        [
            new("_handler", "draft"), new("__RequestVerificationToken", page.QuerySelector("[data-plain] input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            new("revision", revision), new("definition", definition),
        ]));
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient browser, string revision, string definition)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Draft) { Content = new StringContent(definition, Encoding.UTF8, "application/json") };
        request.Headers.IfMatch.Add(new($"\"{revision}\""));
        return browser.SendAsync(request);
    }

    private static Task<HttpResponseMessage> PublishAsync(HttpClient browser, string revision)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/surveys/visit/publish");
        request.Headers.IfMatch.Add(new($"\"{revision}\""));
        return browser.SendAsync(request);
    }

    private static async Task<JsonElement> PreviewAsync(HttpClient browser, object request)
    {
        using var answer = await browser.PostAsJsonAsync("/api/surveys/visit/preview", request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
