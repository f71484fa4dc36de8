using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;

namespace Tajriba.Host.Tests.Capture;

public sealed class ImportPageTests
{
    private const string Visits = """
        ref,task,when,plate,branch
        R1,Call,2024-03-01 08:00,P1,n1
        R1,Visit,2024-13-02 08:00,P1,n1
        R2,Call,2024-03-02 09:30,P2,s1
        R3,=cmd(),never,P2,s1

        """;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_file_is_uploaded_mapped_imported_and_not_imported_twice(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        string mapping = await CaptureSite.UploadAsync(browser, "visits.csv", Visits);
        IDocument page = await browser.PageAsync(mapping);
        Assert.Equal(("task", "branch", ""), (Chosen(page, "activity"), Chosen(page, "unit"), Chosen(page, "object-case")));
        Assert.Equal(["ref", "task", "when", "plate", "branch"], page.QuerySelectorAll("thead th").Select(th => th.TextContent.Trim()));
        HttpResponseMessage started = await browser.PostFormAsync(
            mapping, "/import/start", ("time", "when"), ("object-case", "ref"), ("other-column", "plate"), ("other-type", "car"), ("zone", "Asia/Tehran"), ("save", "visits"));
        string import = started.Headers.Location!.ToString();
        ImportRecord done = await site.EndOfAsync(IdOf(import));
        Assert.Equal((ImportState.Done, 2L, 2L), (done.State, done.Added, done.Rejected));
        IReadOnlyList<LoggedEvent> events = await site.EventsAsync();
        Assert.Equal([new ObjectRef("case", "R1"), new ObjectRef("car", "P1")], events[0].Objects);
        Assert.Equal((new DateTimeOffset(2024, 3, 1, 4, 30, 0, TimeSpan.Zero), "n1"), (events[0].Time, events[0].Unit));

        page = await browser.PageAsync(import);
        Assert.Equal(["2", "4"], page.QuerySelectorAll("tbody tr td:first-child").Select(td => td.TextContent.Trim()));
        Assert.Contains("2024-13-02 08:00", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        HttpResponseMessage rejected = await browser.GetAsync(import + "/rejected.csv");
        Assert.Equal(("attachment", "text/csv"), (rejected.Content.Headers.ContentDisposition!.DispositionType, rejected.Content.Headers.ContentType!.MediaType));
        Assert.Equal(
            "row,reason,text\r\n2,BadTime,\"R1,Visit,2024-13-02 08:00,P1,n1\"\r\n4,BadTime,\"R3,=cmd(),never,P2,s1\"\r\n", await rejected.Content.ReadAsStringAsync());

        string again = await CaptureSite.UploadAsync(browser, "the same.csv", Visits);
        page = await browser.PageAsync(again);
        Assert.Equal(("ref", "plate", "car", "Asia/Tehran"), (Chosen(page, "object-case"), Chosen(page, "other-column"), Typed(page, "other-type"), Typed(page, "zone")));
        HttpResponseMessage known = await browser.PostFormAsync(again, "/import/start");
        Assert.Equal(import + "?done=known", known.Headers.Location!.ToString());
        Assert.NotNull((await browser.PageAsync(import + "?done=known")).QuerySelector("[role=status]"));
        Assert.Equal(2, (await site.EventsAsync()).Count);
        Assert.Empty(Directory.GetFiles(site.UploadFolder));
    }

    [Fact]
    public async Task A_mapping_that_cannot_be_used_comes_back_with_its_choices()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        string mapping = await CaptureSite.UploadAsync(browser, "visits.csv", Visits);
        HttpResponseMessage refused = await browser.PostFormAsync(mapping, "/import/start", ("time", "when"), ("object-case", "ref"), ("zone", "Mars/Olympus"), ("save", "mine"));
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        IDocument page = await browser.PageAsync(refused.Headers.Location!.ToString());
        Assert.Contains("Mars/Olympus", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("ref", "Mars/Olympus", "mine"), (Chosen(page, "object-case"), Typed(page, "zone"), Typed(page, "save")));
        HttpResponseMessage started = await browser.PostFormAsync(refused.Headers.Location!.ToString(), "/import/start", ("zone", ""));
        Assert.Equal(2L, (await site.EndOfAsync(IdOf(started.Headers.Location!.ToString()))).Added);
    }

    [Theory]
    [InlineData("en", "zip archive")]
    [InlineData("fa", "بایگانی")]
    [InlineData("ar", "أرشيف")]
    public async Task What_is_no_file_of_events_is_refused_in_the_readers_language(string language, string word)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        ReaderPreferences usual = ReaderPreferences.Of(language);
        await browser.PostFormAsync(
            "/preferences", "preferences", ("language", language), ("calendar", usual.Calendar.ToString()), ("digits", usual.Digits.ToString()), ("timeZone", "Asia/Tehran"));
        string refused = await CaptureSite.UploadAsync(browser, "a.zip", "PK\x03\x04.....");
        Assert.StartsWith("/import?wrong=Zip", refused, StringComparison.Ordinal);
        Assert.Contains(word, (await browser.PageAsync(refused)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(site.UploadFolder));

        // Whatever stands in an address, the page says only its own sentences.
        Assert.Null((await browser.PageAsync("/import?wrong=Call+this+number")).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task A_file_that_breaks_in_the_middle_keeps_what_came_before_and_says_where()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        string xes = "<log>\n<trace><string key=\"concept:name\" value=\"C1\"/><event><string key=\"concept:name\" value=\"A\"/><date key=\"time:timestamp\" value=\"2024-01-01T00:00:00Z\"/></event></trace>\n<trace></log>";
        string mapping = await CaptureSite.UploadAsync(browser, "cut.xes", xes);
        HttpResponseMessage started = await browser.PostFormAsync(mapping, "/import/start");
        string import = started.Headers.Location!.ToString();
        Assert.Equal((ImportState.Failed, 1L), (await site.EndOfAsync(IdOf(import)) is var end ? end.State : default, end.Added));
        IDocument page = await browser.PageAsync(import);
        Assert.Contains("3", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"form[action='{import}/resume']"));
        Assert.Equal(HttpStatusCode.Found, (await browser.PostFormAsync(import, import + "/resume")).StatusCode);
    }

    [Fact]
    public async Task Forms_without_their_token_are_refused()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        using var form = new MultipartFormDataContent { { new StringContent(Visits), "file", "visits.csv" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/import/upload", form)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/import/upload", new StringContent("x"))).StatusCode);
        string mapping = await CaptureSite.UploadAsync(browser, "visits.csv", Visits);
        using var start = new FormUrlEncodedContent([new("file", mapping.Split('/')[^1])]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/import/start", start)).StatusCode);
        Assert.Empty(await site.EventsAsync());
    }

    [Fact]
    public async Task Imports_are_for_those_who_may_bring_events_of_every_unit()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient administrator = await site.AdministratorAsync();
        string mapping = await CaptureSite.UploadAsync(administrator, "visits.csv", Visits);
        HttpResponseMessage started = await administrator.PostFormAsync(mapping, "/import/start", ("time", "when"), ("object-case", "ref"));
        string import = started.Headers.Location!.ToString();
        await site.EndOfAsync(IdOf(import));
        string waiting = await CaptureSite.UploadAsync(administrator, "more.csv", Visits + "R9,Call,2024-04-01,P9,n1\n");

        using HttpClient part = await site.BrowserOfAsync(BuiltInRoles.Administrator, "n1");
        using HttpClient agent = await site.BrowserOfAsync(BuiltInRoles.Agent, "n1");
        foreach (string path in new[] { "/import", waiting, import, import + "/rejected.csv", "/api/v1/imports", $"/api/v1{import.Replace("import", "imports", StringComparison.Ordinal)}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await part.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync(path)).StatusCode);
        }

        foreach (string path in new[] { "/import/file/" + Guid.NewGuid().ToString("N"), "/import/file/..%2f..%2fkeys", "/import/987654", "/import/987654/rejected.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(path)).StatusCode);
        }
    }

    private static long IdOf(string path) => long.Parse(path.Split('?')[0].Split('/')[^1]);

    private static string Chosen(IDocument page, string name) => ((IHtmlSelectElement)page.QuerySelector($"select[name='{name}']")!).Value ?? "";

    private static string? Typed(IDocument page, string name) => page.QuerySelector($"input[name='{name}']")!.GetAttribute("value");
}
