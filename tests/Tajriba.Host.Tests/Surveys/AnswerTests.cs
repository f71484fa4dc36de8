using System.Net;
using System.Text.Json;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

public sealed class AnswerTests
{
    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task An_anonymous_answer_becomes_one_fact_in_the_log(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        var survey = await site.PublishAsync("after-visit", Definitions.Nps);
        using var browser = site.Browser();
        var path = await site.OpenPathAsync(survey);
        var page = await SurveySite.PageAsync(browser, path);
        Assert.Equal("Your visit", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(path, page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var (thanks, _) = await SurveySite.GoAsync(browser, path, page, "next", ("q:nps", "9"), ("q:why", "Fast <b>and</b> kind"));
        Assert.Equal("Thank you", thanks.QuerySelector("h1")!.TextContent);

        var fact = Assert.Single(await site.AnsweredAsync());
        Assert.Equal("respondent", fact.Objects[0].Type);
        Assert.Contains(new ObjectRef("survey", "after-visit"), fact.Objects);
        Assert.Equal("web", fact.Channel);
        using var attributes = JsonDocument.Parse(fact.Attributes!);
        Assert.Equal(9, attributes.RootElement.GetProperty("answers").GetProperty("nps").GetInt32());
        Assert.Equal("Fast <b>and</b> kind", attributes.RootElement.GetProperty("answers").GetProperty("why").GetString());
        Assert.Equal(9, attributes.RootElement.GetProperty("scores").GetProperty("nps").GetInt32());
        Assert.Equal("anonymous", attributes.RootElement.GetProperty("mode").GetString());
        Assert.Equal("en", attributes.RootElement.GetProperty("language").GetString());
        Assert.Equal(1, attributes.RootElement.GetProperty("version").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Answers_are_kept_page_by_page_and_resumed_by_the_same_link(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        await site.PublishAsync("after-service", Definitions.TwoPages);
        var path = await site.LinkAsync(new("after-service", LinkMode.Email) { CustomerId = "c1", Unit = "n1", Channel = "email", ObjectRefs = [new("order", "o7")], ContextJson = """{"segment":"premium"}""", Programme = "p", InvitationId = "i1", Language = "fa" });
        using (var phone = site.Browser())
        {
            var first = await SurveySite.PageAsync(phone, path);
            Assert.Equal("rtl", first.DocumentElement.GetAttribute("dir"));
            var (again, _) = await SurveySite.GoAsync(phone, path, first, "next", ("q:done", "no"));
            Assert.NotNull(again.QuerySelector("textarea[name='q:missing']"));
            var (wrong, _) = await SurveySite.GoAsync(phone, path, again, "next", ("q:done", "no"));
            Assert.NotNull(wrong.QuerySelector(".faults a"));
            var (second, _) = await SurveySite.GoAsync(phone, path, wrong, "next", ("q:done", "no"), ("q:missing", "قطعه"));
            Assert.NotNull(second.QuerySelector("select[name='q[m]:when']"));
        }

        using var desk = site.Browser();
        var resumed = await SurveySite.PageAsync(desk, path);
        var (back, _) = await SurveySite.GoAsync(desk, path, resumed, "back", ("q[d]:when", "۱"), ("q[m]:when", "9"), ("q[y]:when", "۱۴۰۵"));
        Assert.Equal("قطعه", back.QuerySelector("textarea[name='q:missing']")!.TextContent);
        var (forth, _) = await SurveySite.GoAsync(desk, path, back, "next", ("q:done", "no"), ("q:missing", "قطعه"));
        Assert.Equal("۱۴۰۵", forth.QuerySelector("input[name='q[y]:when']")!.GetAttribute("value"));
        await SurveySite.GoAsync(desk, path, forth, "next", ("q[d]:when", "۱"), ("q[m]:when", "9"), ("q[y]:when", "۱۴۰۵"), ("q:km", "۱۲٬۵۰۰"));

        var fact = Assert.Single(await site.AnsweredAsync());
        Assert.Equal([new ObjectRef("customer", "c1"), new ObjectRef("survey", "after-service"), new ObjectRef("order", "o7")], fact.Objects);
        Assert.Equal(("email", "n1"), (fact.Channel, fact.Unit));
        using var attributes = JsonDocument.Parse(fact.Attributes!);
        var answers = attributes.RootElement.GetProperty("answers");
        Assert.Equal("2026-11-22", answers.GetProperty("when").GetString());
        Assert.Equal(12500, answers.GetProperty("km").GetInt32());
        Assert.Equal("premium", attributes.RootElement.GetProperty("context").GetProperty("segment").GetString());
        Assert.Equal("email", attributes.RootElement.GetProperty("mode").GetString());
        Assert.Single(await site.Site.EventsAsync(), e => e.Name == "Survey Opened");
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Case33_A_single_use_link_hammered_by_fifty_makes_exactly_one_response(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        await site.PublishAsync("after-visit", Definitions.Nps);
        var path = await site.LinkAsync(new("after-visit", LinkMode.Personal) { CustomerId = "c1" });
        var browsers = Enumerable.Range(0, 50).Select(_ => site.Browser()).ToList();
        var page = await SurveySite.PageAsync(browsers[0], path);
        var answers = await Task.WhenAll(browsers.Select((b, i) => SurveySite.PostAsync(b, path, page, "next", ("q:nps", (i % 11).ToString(System.Globalization.CultureInfo.InvariantCulture)))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.SeeOther), a => Assert.Equal(HttpStatusCode.Gone, a.StatusCode));
        Assert.Single(await site.AnsweredAsync());

        using var replay = await SurveySite.PostAsync(browsers[0], path, page, "next", ("q:nps", "1"));
        Assert.Equal(HttpStatusCode.Gone, replay.StatusCode);
        var used = await SurveySite.PageAsync(browsers[1], path, HttpStatusCode.Gone);
        Assert.Equal("Already answered", used.QuerySelector("h1")!.TextContent);
        Assert.Single(await site.AnsweredAsync());
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task Case33_Tampered_guessed_and_expired_links_lead_nowhere_and_say_alike()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("after-visit", Definitions.Nps);
        var path = await site.LinkAsync(new("after-visit", LinkMode.Personal) { CustomerId = "c1" });
        using var browser = site.Browser();
        string[] wrong = [path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), "/s/AAAAAAAAAAAAAAAAAAAAAA", "/s/1", path.Replace("/s/", "/k/", StringComparison.Ordinal), (await site.OpenPathAsync(survey)).Replace("/s/", "/k/", StringComparison.Ordinal)];
        var texts = new HashSet<string>();
        foreach (var address in wrong)
        {
            using var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            texts.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(texts);
        var expired = await site.LinkAsync(new("after-visit", LinkMode.Personal) { CustomerId = "c1", ExpiresAt = DateTimeOffset.UnixEpoch });
        var over = await SurveySite.PageAsync(browser, expired, HttpStatusCode.Gone);
        Assert.Equal("This link is no longer valid", over.QuerySelector("h1")!.TextContent);
        Assert.Empty(await site.AnsweredAsync());
    }

    [Fact]
    public async Task An_answer_that_comes_with_the_address_is_kept_and_ends_nothing()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        var path = await site.LinkAsync(new("after-visit", LinkMode.Email) { CustomerId = "c1" });
        using var scanner = site.Browser();
        for (var v = 0; v <= 10; v++)
        {
            await SurveySite.PageAsync(scanner, $"{path}?q=nps&v={v}");
        }

        using var browser = site.Browser();
        var clicked = await SurveySite.PageAsync(browser, path + "?q=nps&v=3");
        Assert.Equal("3", clicked.QuerySelector("input[name='q:nps']:checked, input[name='q:nps'][checked]")!.GetAttribute("value"));
        Assert.Equal("3", (await SurveySite.PageAsync(browser, path)).QuerySelector("input[name='q:nps'][checked]")!.GetAttribute("value"));
        Assert.Empty(await site.AnsweredAsync());
        await SurveySite.PageAsync(browser, path + "?q=nps&v=99");
    }

    [Fact]
    public async Task A_kiosk_begins_anew_for_each_and_keeps_no_cookie()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("after-service", Definitions.TwoPages);
        var place = await site.Places.MakeAsync(survey, PlaceKind.Kiosk, "n1");
        using var device = site.Browser();
        var first = await SurveySite.PageAsync(device, place.Path);
        Assert.NotNull(first.QuerySelector("noscript"));
        var (second, at) = await SurveySite.GoAsync(device, place.Path, first, "next", ("q:done", "yes"), ("q:missing", "nothing"));
        Assert.NotNull(second.QuerySelector("input[name='q:km']"));
        Assert.Null((await SurveySite.PageAsync(device, place.Path)).QuerySelector("input[checked]"));
        await SurveySite.GoAsync(device, at, second, "next");
        var fact = Assert.Single(await site.AnsweredAsync());
        Assert.Equal(("kiosk", "n1"), (fact.Channel, fact.Unit));
    }

    [Fact]
    public async Task Pages_for_respondents_are_guarded_and_closed_surveys_take_nothing()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("after-visit", Definitions.Nps);
        Assert.Null(await site.Editor.SettleAsync("after-visit", new("After visit"), "service", ["https://shop.example.com"], []));
        using var browser = site.Browser();
        var path = await site.OpenPathAsync(survey);
        using (var answer = await browser.GetAsync(path + "?embed=1"))
        {
            Assert.Contains("frame-ancestors https://shop.example.com", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        using (var answer = await browser.GetAsync(path))
        {
            Assert.EndsWith("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        var page = await SurveySite.PageAsync(browser, path);
        Assert.Null(await site.Editor.CloseAsync("after-visit"));
        using var late = await SurveySite.PostAsync(browser, path, page, "next", ("q:nps", "9"));
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Empty(await site.AnsweredAsync());
    }
}
