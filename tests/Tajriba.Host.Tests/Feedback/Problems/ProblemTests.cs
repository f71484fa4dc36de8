using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Problems;
using Tajriba.Experience.Feedback.Problems.Watch;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Problems;

/// <summary>From cases that are alike to a fix that the chart confirms or refutes, and back where it comes again.</summary>
[Collection(nameof(CaptureSite))]
public sealed class ProblemTests
{
    private const int Weeks = 40;
    private const int FixedWeeksAgo = 8;
    private const int PerWeek = 30;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Three_cases_alike_become_a_problem_whose_fix_the_chart_confirms_until_it_comes_again(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await ScoresAsync(site, better: true);
        await CasesAsync(site, 1, 2, 3);
        using HttpClient browser = await site.AdministratorAsync();
        Problem proposed = await UntilAsync(site, ProblemState.Proposed);
        Assert.Equal(("late", "n1"), (proposed.Cause, proposed.Unit));
        string page = "/feedback/problems/" + proposed.Code;
        Assert.Contains("3", (await browser.PageAsync("/feedback/problems")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await FactsAsync(site));
        Assert.NotNull((await browser.PageAsync("/")).QuerySelector($"a[href='{page}']"));

        Assert.Equal(page + "?done=accept", await DoAsync(browser, page, "accept"));
        Assert.Equal(page + "?wrong=NeedsMeasure", await DoAsync(browser, page, "fix", ("text", "Two more mechanics"), ("on", Day(FixedWeeksAgo))));
        Assert.Equal(page + "?wrong=measure", await DoAsync(browser, page, "measure", ("indicator", "nothing"), ("unit", ""), ("step", "Week")));
        Assert.Equal(page + "?done=measure", await DoAsync(browser, page, "measure", ("indicator", "service-score"), ("unit", "n1"), ("step", "Week")));
        Assert.Equal(page + "?done=fix", await DoAsync(browser, page, "fix", ("text", "Two more mechanics"), ("on", Day(FixedWeeksAgo))));
        Problem verified = await UntilAsync(site, ProblemState.Verified);
        Assert.Equal(VerdictKind.Confirmed, verified.Verdict!.Kind);
        Assert.InRange(verified.Verdict.After, Verification.Fewest, FixedWeeksAgo);
        IDocument shown = await browser.PageAsync(page);
        Assert.Contains("Confirmed by the chart", shown.QuerySelector(".alert-good")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, shown.QuerySelectorAll("a[href^='/objects/case/']").Length);
        Assert.NotNull(shown.QuerySelector("t-chart"));

        // Of a case that was open when the fix was confirmed nothing follows; one that came after it brings the problem back.
        await CasesAsync(site, 4);
        await RunAsync(site);
        Assert.Equal(ProblemState.Verified, (await ProblemsAsync(site)).Single().State);
        await CaseAsync(site, 5, DateTimeOffset.UtcNow);
        Problem back = await UntilAsync(site, ProblemState.Open);
        Assert.Equal((1, 1), (back.Reopenings, back.Moments.OfType<ProblemMoment.Reopened>().Single().Cases));
        Assert.Equal(["Problem Opened", "Problem Fixed", "Problem Verified", "Problem Reopened"], (await FactsAsync(site)).Select(e => e.Name));
        Assert.All(await FactsAsync(site), e => Assert.Equal(("problem", proposed.Code, "n1"), (e.Objects[0].Type, e.Objects[0].Id, e.Unit)));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_fix_after_which_it_gets_worse_is_refuted_and_the_api_says_so(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await ScoresAsync(site, better: false);
        using HttpClient browser = await site.AdministratorAsync();
        string page = (await IndicatorPageTests.PostAsync(browser, "/feedback/problems", "/feedback/problems/deeds/open", [("cause", "late"), ("unit", "n1")])).Split('?')[0];
        await DoAsync(browser, page, "measure", ("indicator", "service-score"), ("unit", "n1"), ("step", "Week"));
        Assert.Equal(page + "?done=fix", await DoAsync(browser, page, "fix", ("text", "Asked them to hurry"), ("on", Day(FixedWeeksAgo))));
        Problem back = await UntilAsync(site, ProblemState.Open);
        Assert.Equal(VerdictKind.Refuted, back.Verdict!.Kind);
        using HttpClient caller = await site.CallerAsync();
        JsonElement told = await caller.GetFromJsonAsync<JsonElement>("/api/feedback/problems/" + back.Code);
        Assert.Equal("Refuted", told.GetProperty("verdict").GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.GetAsync("/api/feedback/problems?colour=red")).StatusCode);
        Assert.Equal(1, (await caller.GetFromJsonAsync<JsonElement>("/api/feedback/problems")).GetArrayLength());
    }

    [Fact]
    public async Task A_fix_of_last_week_is_not_judged_yet_and_the_page_says_how_many_weeks_are_missing()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        await ScoresAsync(site, better: true);
        using HttpClient browser = await site.AdministratorAsync();
        browser.DefaultRequestHeaders.Add("Cookie", "tajriba.reader=" + Uri.EscapeDataString("fa|Jalali|Native|Asia/Tehran"));
        string page = (await IndicatorPageTests.PostAsync(browser, "/feedback/problems", "/feedback/problems/deeds/open", [("cause", "late"), ("unit", "")])).Split('?')[0];
        await DoAsync(browser, page, "measure", ("indicator", "service-score"), ("unit", ""), ("step", "Week"));
        await DoAsync(browser, page, "fix", ("text", "نوبت‌دهی تازه"), ("on", Day(0)));
        await RunAsync(site);
        Assert.Equal(ProblemState.Fixed, (await ProblemsAsync(site)).Single().State);
        Assert.Contains("پیش از ۴ دورهٔ دیگر چیزی نمی‌شود گفت", (await browser.PageAsync(page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_one_unit_sees_its_problems_alone_and_changes_none_without_the_right()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        ProblemStore store = site.Services.GetRequiredService<ProblemStore>();
        Problem north = await store.AddAsync("late", "n1", new ProblemMoment.Opened(DateTimeOffset.UtcNow, null));
        Problem south = await store.AddAsync("rude", "s1", new ProblemMoment.Opened(DateTimeOffset.UtcNow, null));
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), ["feedback.view"]));
        using HttpClient browser = await site.BrowserOfAsync("reader", "n1");
        Assert.Equal([$"/feedback/problems/{north.Code}"], (await browser.PageAsync("/feedback/problems")).QuerySelectorAll("tbody td a").Select(a => a.GetAttribute("href")!));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/feedback/problems/" + south.Code)).StatusCode);
        Assert.Null((await browser.PageAsync("/feedback/problems/" + north.Code)).QuerySelector($"form[action='/feedback/problems/{north.Code}/note']"));
    }

    private static string Day(int weeksAgo) => DateTimeOffset.UtcNow.AddDays(-7 * weeksAgo).ToString("yyyy-MM-dd");

    private static Task<string> DoAsync(HttpClient browser, string page, string deed, params (string Name, string Value)[] fields) => IndicatorPageTests.PostAsync(browser, page, $"{page}/{deed}", fields);

    private static async Task RunAsync(CaptureSite site)
    {
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProblemJob>().RunAsync(CancellationToken.None);
    }

    private static Task<IReadOnlyList<Problem>> ProblemsAsync(CaptureSite site) => site.Services.GetRequiredService<ProblemStore>().ListAsync();

    /// <summary>Read models follow the log a moment later.</summary>
    private static async Task<Problem> UntilAsync(CaptureSite site, ProblemState state)
    {
        await CaptureSite.UntilAsync(async () =>
        {
            await RunAsync(site);
            return (await ProblemsAsync(site)).Any(p => p.State == state);
        });
        return Assert.Single(await ProblemsAsync(site));
    }

    private static async Task<IReadOnlyList<LoggedEvent>> FactsAsync(CaptureSite site) => [.. (await site.EventsAsync()).Where(e => e.Name.StartsWith("Problem ", StringComparison.Ordinal))];

    private static async Task CasesAsync(CaptureSite site, params int[] numbers)
    {
        foreach (int number in numbers)
        {
            await CaseAsync(site, number, DateTimeOffset.UtcNow.AddDays(-number - 1));
        }
    }

    private static Task CaseAsync(CaptureSite site, int number, DateTimeOffset opened) => site.Log.AppendAsync(
    [
        Told("Case Opened", number, opened, null),
        Told("Case Resolved", number, opened.AddHours(5), "late"),
    ]);

    private static NewEvent Told(string name, int number, DateTimeOffset at, string? cause) => new()
    {
        Source = "test", Id = $"{name}-{number}", Name = name, Time = at, Unit = "n1", Objects = [new("customer", "c" + number), new("case", "C-" + number)],
        Attributes = JsonSerializer.Serialize(new { @case = "C-" + number, cause }),
    };

    /// <summary>Thirty scores a week around 73 in the north, which jump after the fix.</summary>
    private static async Task ScoresAsync(CaptureSite site, bool better)
    {
        DateTimeOffset today = new(DateTimeOffset.UtcNow.Date, TimeSpan.Zero);
        await site.Log.AppendAsync([.. Enumerable.Range(0, Weeks * PerWeek).Select(i => new NewEvent
        {
            Source = "test", Id = "score-" + i, Name = "Survey Answered", Time = today.AddDays(-7 * (i / PerWeek)).AddDays(-(i % 7)).AddMinutes(i % 30), Unit = "n1", Objects = [new("customer", "s" + i)],
            Attributes = $$$"""{"scores":{"csi.quality":{{{(i / PerWeek < FixedWeeksAgo ? better ? 95 : 30 : 80 - (((i / PerWeek) + i) % 3 == 0 ? 20 : 0))}}}}}""",
        })]);
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<IndicatorStore>().AddAsync([IndicatorTemplates.Find("service-score")!]));
    }
}
