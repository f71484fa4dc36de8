using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

/// <summary>What strangers, colleagues and other sites may not do with surveys.</summary>
public sealed class RespondGuardTests
{
    private const string Evil = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'><b onclick=x>";

    private const string Hostile = """
        {"title":{"default":"T <script>alert(1)</script>","fa":"ف <script>alert(1)</script>"},"description":"<img src=x onerror=alert(1)>",
         "completedHtml":{"default":"<p onclick=\"x()\">Thanks {who}, {length} letters</p><script>alert(1)</script><a href=\"javascript:alert(1)\">a</a>"},
         "calculatedValues":[{"name":"length","expression":"{why.length}"}],
         "pages":[
          {"name":"one","title":"<script>alert(1)</script>","elements":[
            {"type":"text","name":"who","title":"<script>alert(1)</script>","description":"<img src=x onerror=alert(1)>","placeholder":"\"><script>alert(1)</script>","defaultValue":"\"><script>alert(1)</script>"},
            {"type":"comment","name":"why","title":{"default":"Why","<script>":"x"}},
            {"type":"radiogroup","name":"<script>alert(1)</script>","choices":[{"value":"<script>alert(1)</script>","text":"\"><script>alert(1)</script>"}]},
            {"type":"image","name":"pic","imageLink":"javascript:alert(1)"},
            {"type":"image","name":"pic2","imageLink":"//evil.example/x.png"}]},
          {"name":"two","title":"Page for {who}","elements":[
            {"type":"html","name":"h","html":"<b>Dear {who}</b><iframe src=x></iframe><svg onload=alert(1)></svg><a href=\" java&#115;cript:alert(1)\">a</a><script>alert(1)</script>"},
            {"type":"text","name":"more","title":"More, {who}?","description":"{who}"},
            {"type":"expression","name":"e","title":"E","expression":"{who}"}]}]}
        """;

    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Of_an_invitations_letter_and_reminders_one_answer_counts(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        await site.PublishAsync("after-visit", Definitions.Nps);
        var invitation = new NewSurveyLink("after-visit", LinkMode.Personal) { CustomerId = "c1", InvitationId = "7", Programme = "p" };
        string[] paths = [await site.LinkAsync(invitation), await site.LinkAsync(invitation), await site.LinkAsync(invitation)];
        var browsers = Enumerable.Range(0, 24).Select(_ => site.Browser()).ToList();
        var page = await SurveySite.PageAsync(browsers[0], paths[0]);
        var answers = await Task.WhenAll(browsers.Select((b, i) => SurveySite.PostAsync(b, paths[i % 3], page, "next", ("q:nps", (i % 11).ToString(CultureInfo.InvariantCulture)))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Single(await site.AnsweredAsync());
        foreach (var path in paths.Append(await site.LinkAsync(invitation)))
        {
            Assert.Equal("Already answered", (await SurveySite.PageAsync(browsers[1], path, HttpStatusCode.Gone)).QuerySelector("h1")!.TextContent);
        }

        await SurveySite.PageAsync(browsers[2], await site.LinkAsync(invitation with { InvitationId = "8" }));
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task Case28_Nothing_that_an_author_or_a_respondent_writes_becomes_script()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("hostile", Hostile);
        using var browser = site.Browser();
        var path = await site.OpenPathAsync(survey);
        var first = await SurveySite.PageAsync(browser, path);
        Harmless(first);
        var (second, at) = await SurveySite.GoAsync(browser, path, first, "next", ("q:who", Evil), ("q:why", Evil));
        Harmless(second);
        Assert.Contains("Dear " + Evil, second.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Null(second.QuerySelector(".prose a[href]"));
        var (thanks, _) = await SurveySite.GoAsync(browser, at, second, "next");
        Harmless(thanks);
        Assert.Contains($"Thanks {Evil}, {Evil.Length} letters", thanks.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Harmless(await SurveySite.PageAsync(browser, path + "?r=" + Uri.EscapeDataString("AAAAAAAAAAAAAAAAAAAAAA~\"><script>alert(1)</script>")));
        using var stranger = site.Browser();
        Assert.DoesNotContain("letters", (await SurveySite.PageAsync(stranger, path + "?done=1")).Body!.TextContent, StringComparison.Ordinal);

        static void Harmless(IDocument page)
        {
            Assert.Single(page.QuerySelectorAll("script"));
            Assert.Null(page.QuerySelector("img, iframe, svg, [onclick], [onerror], [onload], a[href^='javascript']"));
        }
    }

    [Fact]
    public async Task Whoever_tries_addresses_out_waits_and_those_with_an_address_do_not()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("after-visit", Definitions.Nps);
        using var browser = site.Browser();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 120; i++)
        {
            using var answer = await browser.GetAsync("/s/" + i.ToString("D22", CultureInfo.InvariantCulture));
            statuses.Add(answer.StatusCode);
            if (i % 10 == 0)
            {
                await SurveySite.PageAsync(browser, i < 50 ? await site.OpenPathAsync(survey) : "/embed/survey.js");
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.InRange(statuses.Count(s => s == HttpStatusCode.NotFound), 60, 100);
    }

    [Fact]
    public async Task Without_cookies_every_page_is_answered_once_and_the_time_is_known()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("after-service", Definitions.TwoPages);
        using var browser = site.Site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var path = await site.OpenPathAsync(survey);
        var first = await SurveySite.PageAsync(browser, path);
        first.QuerySelector("input[name=t]")!.SetAttribute("value", (DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 40).ToString(CultureInfo.InvariantCulture));
        var (second, at) = await SurveySite.GoAsync(browser, path, first, "next", ("q:done", "yes"), ("q:missing", "-"));
        Assert.NotNull(second.QuerySelector("input[name='q:km']"));
        await SurveySite.GoAsync(browser, at, second, "next", ("q:km", "7"));
        using var attributes = JsonDocument.Parse(Assert.Single(await site.AnsweredAsync()).Attributes!);
        Assert.Equal("yes", attributes.RootElement.GetProperty("answers").GetProperty("done").GetString());
        Assert.InRange(attributes.RootElement.GetProperty("seconds").GetDouble(), 39, 70);
    }

    [Fact]
    public async Task An_answer_that_is_tried_out_counts_nowhere()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        using var house = await site.Site.AdministratorAsync();
        var page = await house.PageAsync("/surveys/after-visit");
        using (var refused = await house.PostAsync("/surveys/after-visit/try", new FormUrlEncodedContent([])))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        var token = page.QuerySelector("form[action$='/try'] input[type=hidden]")!;
        using var tried = await house.PostAsync("/surveys/after-visit/try", new FormUrlEncodedContent([new(token.GetAttribute("name")!, token.GetAttribute("value")!)]));
        using var browser = site.Browser();
        var path = tried.Headers.Location!.ToString();
        var form = await SurveySite.PageAsync(browser, path);
        Assert.Contains("This is a test", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await SurveySite.GoAsync(browser, path, form, "next", ("q:nps", "1"));
        Assert.Contains("\"test\":true", Assert.Single(await site.AnsweredAsync()).Attributes, StringComparison.Ordinal);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        Assert.Empty(await site.Site.Services.GetRequiredService<ResponseStore>().ListAsync(new() { SurveyKey = "after-visit" }, 0, 100));
        Assert.DoesNotContain(await site.Site.EventsAsync(), e => e.Name == "Survey Opened");
    }

    [Fact]
    public async Task A_device_that_opens_an_address_of_everybody_is_told_once()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("after-visit", Definitions.Nps);
        var path = await site.OpenPathAsync(survey);
        using var one = site.Browser();
        using var other = site.Browser();
        foreach (var browser in new[] { one, one, other, one })
        {
            await SurveySite.PageAsync(browser, path);
        }

        await CaptureSite.UntilAsync(async () => (await OpenedAsync()).Count >= 2);
        var opened = await OpenedAsync();
        Assert.Equal(2, opened.Count);
        Assert.All(opened, e => Assert.Equal(("respondent", "web"), (e.Objects[0].Type, e.Channel)));

        async Task<List<LoggedEvent>> OpenedAsync() => [.. (await site.Site.EventsAsync()).Where(e => e.Name == "Survey Opened")];
    }

    [Fact]
    public async Task Answers_without_end_are_not_kept()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("long", """{"elements":[{"type":"comment","name":"a"},{"type":"comment","name":"b"},{"type":"comment","name":"c"},{"type":"comment","name":"d"},{"type":"comment","name":"e"},{"type":"comment","name":"f"}]}""");
        using var browser = site.Browser();
        var path = await site.OpenPathAsync(survey);
        var page = await SurveySite.PageAsync(browser, path);
        using var answer = await SurveySite.PostAsync(browser, path, page, "refresh", [.. "abcdef".Select(q => ("q:" + q, new string('x', 19_000)))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await site.AnsweredAsync());
    }

    [Fact]
    public async Task Case31_A_manager_sees_figures_words_rows_and_files_of_his_units_alone()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        await site.Site.Log.AppendAsync([.. Enumerable.Range(0, 24).Select(i => ResultsTests.Told(i, i % 11, i % 2 == 0 ? "n1" : "s1", (i % 2 == 0 ? "northern " : "southern ") + i))]);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        var foreign = (await site.Site.Services.GetRequiredService<ResponseStore>().ListAsync(new() { SurveyKey = "after-visit" }, 0, 100)).First(r => r.Unit == "n1");
        Assert.Null(await site.Site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), ["surveys.view", "surveys.responses"]));
        using var manager = await site.Site.BrowserOfAsync("reader", "s1");
        foreach (var address in new[] { "results", "responses", "responses.csv", "results?unit=n1", "responses?unit=n1", "responses.csv?unit=n1", "results?unit=org" })
        {
            var text = await manager.GetStringAsync("/surveys/after-visit/" + address);
            Assert.DoesNotContain("northern", text, StringComparison.Ordinal);
            Assert.True((address is "results" or "responses.csv" or "results?unit=org") == text.Contains("southern", StringComparison.Ordinal), address);
        }

        using var one = await manager.GetAsync($"/surveys/after-visit/responses/{foreign.Position}");
        Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        using var boss = await site.Site.BrowserOfAsync(BuiltInRoles.Manager, "s1");
        var page = await boss.GetStringAsync("/surveys/after-visit/results");
        Assert.Contains("southern", page, StringComparison.Ordinal);
        Assert.DoesNotContain("northern", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_of_the_house_are_taken_from_its_own_pages_alone()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        using var house = await site.Site.AdministratorAsync();
        foreach (var what in new[] { "publish", "discard", "close", "open", "delete", "restore", "versions/1/take", "places", "try" })
        {
            using var bare = await house.PostAsync("/surveys/after-visit/" + what, new FormUrlEncodedContent([]));
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        }

        foreach (var (method, what) in new[] { ("PUT", "draft"), ("POST", "publish"), ("POST", "preview") })
        {
            using var request = new HttpRequestMessage(new(method), "/api/surveys/after-visit/" + what) { Content = new StringContent("{}") };
            request.Headers.Add("Origin", "https://evil.example");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await house.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }
}
