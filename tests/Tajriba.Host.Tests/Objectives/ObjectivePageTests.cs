using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Objectives;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Reviews;
using Tajriba.Organization.Strategy;

namespace Tajriba.Host.Tests.Objectives;

/// <summary>Objectives on their pages: written down, measured by the log, told, reviewed, carried over and scored.</summary>
public sealed class ObjectivePageTests
{
    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_key_result_moves_by_itself_when_answers_come_in_time(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        DateTimeOffset now = site.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await DefineAsync(site);
        await AnswerAsync(site, now.AddDays(-45), 0, 20, late: 8);
        using HttpClient browser = await site.AdministratorAsync();
        await PostAsync(browser, "/objectives/cycles", "/objectives/cycles/deeds/add", ("name", "پاییز"), ("from", Day(today.AddDays(-30))), ("to", Day(today.AddDays(60))));
        Assert.StartsWith("/objectives/O-1?done=saved", await PostAsync(browser, "/objectives/new", "/objectives/deeds/add", ("title", "هیچ مشتری بی‌پاسخ نماند"), ("cycle", "C-1"), ("level", "Organization"), ("unit", "")), StringComparison.Ordinal);
        Assert.Contains("done=saved", await PostAsync(browser, "/objectives/O-1/results/new", "/objectives/O-1/result", ("title", "Answered in a day"), ("indicator", "in-a-day"), ("unit", ""), ("target", "95%"), ("days", "28"), ("seen", "1")), StringComparison.Ordinal);

        // What it said before the cycle is where it begins; nothing is known of the last days yet.
        IElement row = await RowAsync(browser, "Answered in a day");
        Assert.Contains("60.0%", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("at least 95.0%", row.TextContent, StringComparison.Ordinal);

        await AnswerAsync(site, now.AddHours(-5), 100, 10, late: 4);
        await UntilAsync(browser, "60.0%", "0%");
        await AnswerAsync(site, now.AddHours(-4), 200, 190, late: 2);
        await UntilAsync(browser, "97.0%", "106%");
        Assert.Contains("Reached", (await RowAsync(browser, "Answered in a day")).TextContent, StringComparison.Ordinal);
        await CaptureSite.UntilAsync(async () => (await site.EventsAsync()).Any(e => e.Name == "Key Result Reached"));
        await CaptureSite.UntilAsync(async () => (await browser.PageAsync("/objectives/O-1")).QuerySelector("main")!.TextContent.Contains("First reached", StringComparison.Ordinal));
        Assert.Single(await site.EventsAsync(), e => e.Name == "Key Result Reached");

        // What was reached is told to all staff once, however often somebody presses.
        Assert.Contains("wrong=reached", await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/celebrate", ("key", "K9")), StringComparison.Ordinal);
        for (int pressed = 0; pressed < 2; pressed++)
        {
            Assert.Contains("done=celebrated", await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/celebrate", ("key", "K1")), StringComparison.Ordinal);
        }

        string wall = (await browser.PageAsync("/work-culture")).QuerySelector("main")!.TextContent;
        Assert.Equal(1, wall.Split("Answered in a day").Length - 1);
    }

    [Fact]
    public async Task What_somebody_tells_is_checked_counted_and_taken_back()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        ObjectiveBook book = site.Services.GetRequiredService<ObjectiveBook>();
        using HttpClient browser = await site.AdministratorAsync();
        await BeginAsync(site, browser);
        await PostAsync(browser, "/objectives/O-1/results/new", "/objectives/O-1/result", ("title", "Launch the club"), ("baseline", "0"), ("target", "10"), ("seen", "1"));
        string page = (await browser.PageAsync("/objectives/O-1")).QuerySelector("main")!.TextContent;
        Assert.Contains("This is a task", page, StringComparison.Ordinal);
        Assert.Contains("done=said", await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/checkin", ("value-K1", "۴"), ("confidence", "۷۰٪"), ("note", "پیش می‌رود"), ("seen", "0")), StringComparison.Ordinal);
        Assert.Contains("40%", (await RowAsync(browser, "Launch the club")).TextContent, StringComparison.Ordinal);
        Assert.Contains("wrong=meanwhile", await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/checkin", ("value-K1", "5"), ("seen", "0")), StringComparison.Ordinal);
        Assert.Contains("wrong=value", await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/checkin", ("value-K1", "many"), ("seen", "1")), StringComparison.Ordinal);
        Assert.Contains("wrong=checkin", await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/checkin", ("seen", "1")), StringComparison.Ordinal);
        await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/checkin", ("value-K1", "6"), ("seen", "1"));
        Assert.Contains("60%", (await RowAsync(browser, "Launch the club")).TextContent, StringComparison.Ordinal);
        await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/checkin/undo", ("version", "2"));
        Assert.Contains("40%", (await RowAsync(browser, "Launch the club")).TextContent, StringComparison.Ordinal);

        // A program says how it stands, too; what cannot be is named.
        using HttpClient caller = await site.CallerAsync();
        using HttpResponseMessage said = await caller.PostAsJsonAsync("/api/objectives/O-1/checkins", new { values = new Dictionary<string, double> { ["K1"] = 8 }, confidence = 0.9 });
        Assert.Equal(HttpStatusCode.Created, said.StatusCode);
        foreach (object bad in new object[] { new { values = new Dictionary<string, double> { ["K9"] = 1 } }, new { confidence = 2 }, new { }, new { value = 1 } })
        {
            using HttpResponseMessage refused = await caller.PostAsJsonAsync("/api/objectives/O-1/checkins", bad);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        }

        JsonElement told = await caller.GetFromJsonAsync<JsonElement>("/api/objectives/O-1");
        Assert.Equal(0.8, told.GetProperty("results")[0].GetProperty("progress").GetDouble(), 10);
        Assert.Equal(2, told.GetProperty("checkins").GetArrayLength());
        Assert.Equal(0.8, (await caller.GetFromJsonAsync<JsonElement>("/api/objectives?cycle=C-1")).GetProperty("objectives")[0].GetProperty("progress").GetDouble(), 10);
        using HttpResponseMessage none = await caller.GetAsync(new Uri("/api/objectives?cycle=C-9", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal(4, book.VersionOf(ObjectiveKind.Checkin, "O-1"));
    }

    [Fact]
    public async Task Progress_rises_from_those_that_contribute_and_no_ring_is_made()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        await BeginAsync(site, browser);
        await PostAsync(browser, "/objectives/new", "/objectives/deeds/add", ("title", "Answer in the north"), ("cycle", "C-1"), ("level", "Department"), ("unit", "n1"), ("parent", "O-1"), ("contributes", "true"));
        await PostAsync(browser, "/objectives/O-2/results/new", "/objectives/O-2/result", ("title", "Calls listened to"), ("baseline", "0"), ("target", "4"), ("seen", "1"));
        await PostAsync(browser, "/objectives/O-2", "/objectives/O-2/checkin", ("value-K1", "2"), ("seen", "0"));
        IDocument tree = await browser.PageAsync("/objectives");
        Assert.All(tree.QuerySelectorAll("main tbody tr"), r => Assert.Contains("50%", r.TextContent, StringComparison.Ordinal));
        Assert.Contains("wrong=ring", await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/save", ("title", "Nobody waits for an answer"), ("cycle", "C-1"), ("level", "Organization"), ("unit", ""), ("parent", "O-2"), ("seen", "1")), StringComparison.Ordinal);
        Assert.Contains("O-2", (await browser.PageAsync("/objectives/map")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);

        // Scored by those who answer for it, and put back.
        await PostAsync(browser, "/objectives/O-2", "/objectives/O-2/score", ("score", "70%"), ("learned", "Early calls."), ("seen", "2"));
        Assert.Equal(0.7, site.Services.GetRequiredService<ObjectiveBook>().Find<Objective>(ObjectiveKind.Objective, "O-2")!.Value.Scoring!.Score);
        Assert.Contains("70%", (await browser.PageAsync("/objectives")).QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        await PostAsync(browser, "/objectives/O-2", "/objectives/deeds/undo", ("kind", "objective"), ("record", "O-2"), ("version", "3"), ("back", "/objectives/O-2"));
        Assert.Null(site.Services.GetRequiredService<ObjectiveBook>().Find<Objective>(ObjectiveKind.Objective, "O-2")!.Value.Scoring);
    }

    [Fact]
    public async Task What_was_decided_and_not_done_stands_on_the_next_review()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        ObjectiveBook book = site.Services.GetRequiredService<ObjectiveBook>();
        using HttpClient browser = await site.AdministratorAsync();
        DateOnly today = await BeginAsync(site, browser);
        string agent = (await site.AddPersonAsync(BuiltInRoles.Agent, "n1")).ToString();
        await PostAsync(browser, "/objectives/O-1/results/new", "/objectives/O-1/result", ("title", "Calls listened to"), ("baseline", "0"), ("target", "100"), ("seen", "1"));
        await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/checkin", ("value-K1", "1"), ("seen", "0"));
        foreach (int days in new[] { -7, 7 })
        {
            await PostAsync(browser, "/objectives/reviews", "/objectives/reviews/deeds/add", ("title", "Review"), ("cycle", "C-1"), ("unit", ""), ("on", Day(today.AddDays(days))));
        }

        await PostAsync(browser, "/objectives/reviews/V-1", "/objectives/actions/deeds/add", ("objective", "O-1"), ("review", "V-1"), ("what", "Ask the night shift"), ("owner", agent), ("due", Day(today.AddDays(3))));
        Assert.Contains("Off track", (await browser.PageAsync("/objectives/reviews/V-1")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        await PostAsync(browser, "/objectives/reviews/V-1", "/objectives/reviews/V-1/hold", ("minutes", "Listen more."), ("seen", "1"));
        await PostAsync(browser, "/objectives/O-1", "/objectives/O-1/checkin", ("value-K1", "60"), ("seen", "1"));

        // The one that was held stays as it stood; the next tells what moved, what was decided and what is still to be done.
        Assert.Contains("1%", (await browser.PageAsync("/objectives/reviews/V-1")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        string next = (await browser.PageAsync("/objectives/reviews/V-2")).QuerySelector("main")!.TextContent;
        Assert.All(["Moved", "60%", "Listen more.", "Carried over", "Ask the night shift"], t => Assert.Contains(t, next, StringComparison.Ordinal));
        await PostAsync(browser, "/objectives/reviews/V-2", "/objectives/actions/A-1/done", ("back", "V-2"), ("seen", "1"));
        Assert.False(book.Find<CorrectiveAction>(ObjectiveKind.Action, "A-1")!.Value.IsOpen);
        Assert.DoesNotContain("Carried over", (await browser.PageAsync("/objectives/reviews/V-2")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_answers_for_one_says_how_it_stands_and_nobody_else_without_the_right()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        ObjectiveBook book = site.Services.GetRequiredService<ObjectiveBook>();
        using HttpClient administrator = await site.AdministratorAsync();
        DateOnly today = await BeginAsync(site, administrator);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reads", new("Reads"), ["objectives.view"]));
        using HttpClient reader = await site.BrowserOfAsync("reads", "n1");
        foreach (string? unit in new[] { null, "n1", "s1" })
        {
            await book.AddAsync(ObjectiveKind.Objective, "O", new Objective("Of " + (unit ?? "all"), "", "C-1", ObjectiveLevel.Team, unit, null) { Results = [new("K1", "Calls", 4) { Baseline = 0, Days = 0 }] }, null);
        }

        string list = (await reader.PageAsync("/objectives")).QuerySelector("main table")!.TextContent;
        Assert.Contains("Of n1", list, StringComparison.Ordinal);
        Assert.Contains("Of all", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Of s1", list, StringComparison.Ordinal);
        Assert.Null((await reader.PageAsync("/objectives/O-3")).QuerySelector("#checkin"));

        // A proposal of another room is written down once.
        IObjectives proposals = site.Services.GetRequiredService<IObjectives>();
        var proposal = new ObjectiveProposal("Close the loop", "", "n1", null, today.AddDays(5), "/maturity/roadmaps/1#2") { Told = [("Loops closed", 0, 20)] };
        string? made = await proposals.ProposeAsync(proposal, 1);
        Assert.Equal(made, await proposals.ProposeAsync(proposal, 1));
        Assert.Equal(("C-1", "K1"), (book.Find<Objective>(ObjectiveKind.Objective, made!)!.Value.Cycle, book.Find<Objective>(ObjectiveKind.Objective, made!)!.Value.Results[0].Key));
    }

    [Fact]
    public async Task Strategy_becomes_an_objective_of_the_season_once()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        await DefineAsync(site);
        await site.Services.GetRequiredService<StrategyBook>().AddAsync(
            StrategyBook.Objective, StrategyBook.Prefix, new Tajriba.Organization.Strategy.Map.Objective("Nobody waits", "customer", "n1", "Answered the same day", 1) { Gauge = new("in-a-day", "n1", 0.95) }, null);
        string page = "/strategy/objectives/" + site.Services.GetRequiredService<StrategyBook>().All<Tajriba.Organization.Strategy.Map.Objective>(StrategyBook.Objective)[0].Code;
        Assert.Contains("wrong=cycle", await PostAsync(browser, page, page + "/season"), StringComparison.Ordinal);
        await BeginAsync(site, browser);
        Assert.Equal("/objectives/O-2", await PostAsync(browser, page, page + "/season"));
        Assert.Equal("/objectives/O-2", await PostAsync(browser, "/objectives/O-2", page + "/season"));
        Objective made = site.Services.GetRequiredService<ObjectiveBook>().Find<Objective>(ObjectiveKind.Objective, "O-2")!.Value;
        Assert.Equal(("Nobody waits", page, "n1", 0.95, "in-a-day"), (made.Title, made.Origin, made.Results[0].Unit, made.Results[0].Target, made.Results[0].Indicator!.Indicator));
        Assert.NotNull((await browser.PageAsync(page)).QuerySelector("main a[href='/objectives/O-2']"));
    }

    private static async Task<DateOnly> BeginAsync(CaptureSite site, HttpClient browser)
    {
        var today = DateOnly.FromDateTime(site.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await PostAsync(browser, "/objectives/cycles", "/objectives/cycles/deeds/add", ("name", "Autumn"), ("from", Day(today.AddDays(-45))), ("to", Day(today.AddDays(45))));
        await PostAsync(browser, "/objectives/new", "/objectives/deeds/add", ("title", "Nobody waits for an answer"), ("cycle", "C-1"), ("level", "Organization"), ("unit", ""));
        return today;
    }

    private static async Task DefineAsync(CaptureSite site)
    {
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IndicatorStore>().SaveAsync(
            new IndicatorDefinition { Key = "in-a-day", Name = new("Answered in a day"), Kind = IndicatorKind.Share, Of = new(["Answered"], []), Hit = [new("late", ConditionTest.Is, ["no"])] });
    }

    private static Task AnswerAsync(CaptureSite site, DateTimeOffset at, int first, int count, int late)
        => site.Log.AppendAsync([.. Enumerable.Range(first, count).Select(i => new NewEvent
        {
            Source = "test",
            Id = "answered-" + i,
            Name = "Answered",
            Time = at.AddSeconds(i - first),
            Unit = i % 2 == 0 ? "n1" : "s1",
            Objects = [new("case", "c" + i)],
            Attributes = JsonSerializer.Serialize(new { late = i - first < late ? "yes" : "no" }),
        })]);

    private static async Task<IElement> RowAsync(HttpClient browser, string title)
        => (await browser.PageAsync("/objectives/O-1")).QuerySelectorAll("main table tbody tr").First(r => r.TextContent.Contains(title, StringComparison.Ordinal));

    private static async Task UntilAsync(HttpClient browser, params string[] texts)
        => await CaptureSite.UntilAsync(async () => (await RowAsync(browser, "Answered in a day")).TextContent is var text && texts.All(t => text.Contains(t, StringComparison.Ordinal)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<string> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) => IndicatorPageTests.PostAsync(browser, page, action, fields);
}
