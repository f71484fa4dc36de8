using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Surveys;

public sealed class ResultsTests
{
    private static readonly string[] Formulas = ["=1+1", "+A1", "-2-3", "@SUM(A1)", "\t=1", "plain, \"quoted\""];

    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Answers_of_any_source_are_counted_with_intervals_within_ones_units(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        await site.PublishAsync("after-visit", Definitions.Nps);
        await site.Site.Log.AppendAsync([.. Enumerable.Range(0, 40).Select(i => Told(i, i % 11, i < 30 ? "n1" : "s1", "Words of " + i))]);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        var store = site.Site.Services.GetRequiredService<ResponseStore>();
        Assert.Equal(40, (await store.ListAsync(new() { SurveyKey = "after-visit" }, 0, 100)).Count);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().RebuildAsync("surveys.responses");
        Assert.Equal(40, (await store.ListAsync(new() { SurveyKey = "after-visit" }, 0, 100)).Count);

        using var browser = await site.Site.AdministratorAsync();
        var page = await browser.PageAsync("/surveys/after-visit/results");
        Assert.Contains("40", page.QuerySelector(".stats")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href*='question=nps'][href*='value=9']"));
        var rows = await browser.PageAsync("/surveys/after-visit/responses?question=nps&value=10");
        Assert.Equal(3, rows.QuerySelectorAll("tbody tr").Length);

        using var manager = await site.Site.BrowserOfAsync(BuiltInRoles.Manager, "s1");
        Assert.DoesNotContain("40", (await manager.PageAsync("/surveys/after-visit/results")).QuerySelector(".stats")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case27_Exported_answers_carry_no_formula_and_read_back_as_they_were()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        await site.Site.Log.AppendAsync([.. Formulas.Select((f, i) => Told(i, 5, "n1", f))]);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        using var browser = await site.Site.AdministratorAsync();
        var csv = await browser.GetStringAsync("/surveys/after-visit/responses.csv");
        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
        Assert.Contains("\"plain, \"\"quoted\"\"\"", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(csv.Split(',', '\n'), cell => cell.TrimStart('"') is ['=' or '+' or '@', ..]);
    }

    [Fact]
    public async Task Case28_Markup_in_answers_stays_text()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        await site.Site.Log.AppendAsync([Told(1, 5, "n1", "<img src=x onerror=alert(1)><script>alert(2)</script>")]);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        using var browser = await site.Site.AdministratorAsync();
        var page = await browser.PageAsync("/surveys/after-visit/results");
        Assert.Null(page.QuerySelector("main img[src=x], main script"));
        var rows = await browser.PageAsync("/surveys/after-visit/responses");
        var one = await browser.PageAsync(rows.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Null(one.QuerySelector("main img, main script"));
        Assert.Contains("onerror", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_too_fast_all_alike_or_given_twice_are_marked_and_kept()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        var survey = await site.PublishAsync("after-visit", Definitions.Nps);
        for (var i = 0; i < 2; i++)
        {
            var path = await site.LinkAsync(new("after-visit", LinkMode.Personal) { CustomerId = "c1", SingleUse = true });
            using var browser = site.Browser();
            var page = await SurveySite.PageAsync(browser, path);
            using var answer = await SurveySite.PostAsync(browser, path, page, "next", ("q:nps", "7"), ("q:why", "The same"));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        var responses = await site.Site.Services.GetRequiredService<ResponseStore>().ListAsync(new() { SurveyKey = survey.Key }, 0, 100);
        Assert.Equal(2, responses.Count);
        Assert.Contains("duplicate", responses[0].Flags);
        Assert.DoesNotContain("duplicate", responses[1].Flags);
    }

    internal static NewEvent Told(int number, int score, string unit, string words) => new()
    {
        Source = "elsewhere",
        Id = "told-" + number,
        Name = "Survey Answered",
        Time = DateTimeOffset.Parse("2026-11-01T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture).AddMinutes(number),
        Objects = [new("customer", "c" + number), new("survey", "after-visit")],
        Unit = unit,
        Attributes = System.Text.Json.JsonSerializer.Serialize(new { survey = "after-visit", version = 1, language = "fa", seconds = 40, answers = new { nps = score, why = words }, scores = new { nps = score }, quality = Array.Empty<string>() }),
    };
}
