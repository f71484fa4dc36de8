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
using Tajriba.Organization.Strategy;
using Tajriba.Organization.Strategy.Directions;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Organization.Strategy.Map;
using Tajriba.Ui;

namespace Tajriba.Host.Tests.Governance;

/// <summary>Strategy on its pages: directions with versions, a map whose links never run in a circle, and what figures say of links.</summary>
public sealed class StrategyPageTests
{
    private const int Months = 24;
    private const int EachMonth = 20;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Directions_have_versions_and_what_is_left_alone_is_flagged(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        StrategyBook book = site.Services.GetRequiredService<StrategyBook>();
        await PostAsync(browser, "/strategy/organization", "/strategy/deeds/direction", ("side", "Organization"), ("vision", "Trusted by families"), ("until", "۱۴۰۷/۱۲/۲۹"), ("principles", "one\ntwo"), ("seen", "0"));
        await PostAsync(browser, "/strategy/organization", "/strategy/deeds/pillar", ("side", "Organization"), ("name", "Trust"), ("seen", "1"));
        await PostAsync(browser, "/strategy/organization", "/strategy/deeds/pillar", ("side", "Organization"), ("name", "Expansion"), ("seen", "2"));
        Assert.Equal(new DateOnly(2029, 3, 19), Direction(Side.Organization).Until);
        await PostAsync(browser, "/strategy/experience", "/strategy/deeds/direction", ("side", "Experience"), ("vision", "Once and right"), ("seen", "0"));
        await PostAsync(browser, "/strategy/experience", "/strategy/deeds/pillar", ("side", "Experience"), ("name", "Promises kept"), ("supports", "P1"), ("supports", "P9"), ("seen", "1"));
        await PostAsync(browser, "/strategy/experience", "/strategy/deeds/pillar", ("side", "Experience"), ("name", "Birthday gifts"), ("seen", "2"));
        Assert.Equal([["P1"], []], Direction(Side.Experience).Pillars.Select(p => p.Supports));
        string said = Bidi.Strip((await browser.PageAsync("/strategy")).QuerySelector("main")!.TextContent);
        Assert.All(["50% of the pillars are aligned", "“Expansion” of the organization", "“Birthday gifts” of the experience"], t => Assert.Contains(t, said, StringComparison.Ordinal));

        // Two people at once: the second is told. An older version is read, put in force again, and that is taken back.
        Assert.Contains("wrong=meanwhile", await PostAsync(browser, "/strategy/experience", "/strategy/deeds/direction", ("side", "Experience"), ("vision", "Mine"), ("seen", "1")), StringComparison.Ordinal);
        Assert.Contains("version 1 of", (await browser.PageAsync("/strategy/experience?version=1")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await PostAsync(browser, "/strategy/experience", "/strategy/deeds/restore", ("side", "Experience"), ("version", "1"), ("seen", "3"));
        Assert.Empty(Direction(Side.Experience).Pillars);
        Assert.Contains("done=undone", await PostAsync(browser, "/strategy/experience", "/strategy/deeds/undo", ("kind", "direction"), ("record", "Experience"), ("version", "4"), ("back", "/strategy/experience")), StringComparison.Ordinal);
        Assert.Equal(2, Direction(Side.Experience).Pillars.Count);

        Direction Direction(Side side) => book.Find<Direction>(StrategyBook.Direction, side.ToString())!.Value;
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Objectives_are_linked_told_as_a_chain_and_a_circle_is_refused_by_name(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        StrategyBook book = site.Services.GetRequiredService<StrategyBook>();
        foreach (var (name, perspective) in ((string, string)[])[("Skilled people", "learning"), ("Right at once", "processes"), ("Happy buyers", "customer")])
        {
            Assert.Contains("done=saved", await PostAsync(browser, "/strategy/map", "/strategy/objectives/deeds/add", ("name", name), ("perspective", perspective), ("unit", "")), StringComparison.Ordinal);
        }

        Assert.Contains("wrong=perspective", await PostAsync(browser, "/strategy/map", "/strategy/objectives/deeds/add", ("name", "Nowhere"), ("perspective", "none"), ("unit", "")), StringComparison.Ordinal);
        await LinkAsync("O-1", "O-2", 0);
        Assert.Contains("wrong=lag", await LinkAsync("O-2", "O-3", 1, "9"), StringComparison.Ordinal);
        await LinkAsync("O-2", "O-3", 1);
        string refused = await LinkAsync("O-3", "O-1", 2);
        Assert.Contains("wrong=circle", refused, StringComparison.Ordinal);
        Assert.Contains("Happy buyers → Skilled people → Right at once → Happy buyers", Bidi.Strip((await browser.PageAsync(refused)).QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("wrong=circle", await LinkAsync("O-1", "O-1", 2), StringComparison.Ordinal);

        IDocument first = await browser.PageAsync("/strategy/objectives/O-1");
        Assert.Equal(["Right at once", "Happy buyers"], first.QuerySelectorAll(".chain a").Select(a => a.TextContent));
        IDocument map = await browser.PageAsync("/strategy/map");
        Assert.Equal((3, 2, 4), (map.QuerySelectorAll("svg.strategy-map a.map-node").Length, map.QuerySelectorAll("svg.strategy-map a.map-edge").Length, map.QuerySelectorAll("svg.strategy-map rect.strategy-band").Length));

        // A perspective in which objectives stand stays; another goes, and comes back.
        Assert.Contains("wrong=perspective-used", await PostAsync(browser, "/strategy/map", "/strategy/deeds/perspective/remove", ("key", "learning"), ("seen", "0")), StringComparison.Ordinal);
        await PostAsync(browser, "/strategy/map", "/strategy/deeds/perspective/remove", ("key", "financial"), ("seen", "0"));
        await PostAsync(browser, "/strategy/map", "/strategy/deeds/perspective/add", ("name", "Society"), ("seen", "1"));
        Assert.Equal(["customer", "processes", "learning", "own-1"], book.Find<PerspectiveList>(StrategyBook.Perspectives, StrategyBook.Only)!.Value.All.Select(p => p.Key));
        await PostAsync(browser, "/strategy/map", "/strategy/deeds/undo", ("kind", "perspectives"), ("record", "only"), ("version", "2"), ("back", "/strategy/map"));
        Assert.Equal(3, book.Find<PerspectiveList>(StrategyBook.Perspectives, StrategyBook.Only)!.Value.All.Count);

        // What is taken away takes its links along, and brings them back.
        await PostAsync(browser, "/strategy/objectives/O-2", "/strategy/objectives/O-2/remove", ("seen", "1"));
        Assert.Empty((await browser.PageAsync("/strategy/map")).QuerySelectorAll("svg.strategy-map a.map-edge"));
        await PostAsync(browser, "/strategy/map", "/strategy/deeds/undo", ("kind", "objective"), ("record", "O-2"), ("version", "2"), ("back", "/strategy/map"));
        Assert.Equal(2, (await browser.PageAsync("/strategy/map")).QuerySelectorAll("svg.strategy-map a.map-edge").Length);

        Task<string> LinkAsync(string cause, string effect, int seen, string lag = "2") => PostAsync(browser, "/strategy/objectives/" + cause, $"/strategy/objectives/{cause}/link", ("effect", effect), ("lag", lag), ("why", ""), ("seen", seen.ToString()));
    }

    [Fact]
    public async Task A_branch_sees_its_own_objectives_and_those_of_the_organization_and_links_its_own()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        StrategyBook book = site.Services.GetRequiredService<StrategyBook>();
        foreach (string? unit in (string?[])[null, "n1", "s1"])
        {
            await book.AddAsync(StrategyBook.Objective, StrategyBook.Prefix, new Objective("Of " + (unit ?? "all"), "customer", unit, "", null), null);
        }

        await book.SaveAsync(StrategyBook.Links, StrategyBook.Only, 0, LinkList.Empty.With(new("O-1", "O-3", 1, "")), null);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("strategist", new("Strategist"), [StrategyPermissions.ViewId, StrategyPermissions.ManageId]));
        using HttpClient branch = await site.BrowserOfAsync("strategist", "n1");
        IDocument map = await branch.PageAsync("/strategy/map");
        Assert.Equal(["Of all", "Of n1"], map.QuerySelectorAll("main tbody th a").Select(a => a.TextContent).Order());
        Assert.Empty(map.QuerySelectorAll("svg.strategy-map a.map-edge"));
        Assert.DoesNotContain("/strategy/deeds/perspective", map.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("done=saved", await PostAsync(branch, "/strategy/objectives/O-2", "/strategy/objectives/O-2/link", ("effect", "O-1"), ("lag", "1"), ("seen", "1")), StringComparison.Ordinal);
        Assert.Equal(2, book.Find<LinkList>(StrategyBook.Links, StrategyBook.Only)!.Value.All.Count);

        // A way back over what the branch may not see is a circle all the same, told without the name.
        await book.SaveAsync(StrategyBook.Links, StrategyBook.Only, 2, LinkList.Empty.With(new("O-1", "O-3", 1, "")).With(new("O-3", "O-2", 1, "")), null);
        string refused = await PostAsync(branch, "/strategy/objectives/O-2", "/strategy/objectives/O-2/link", ("effect", "O-1"), ("lag", "1"), ("seen", "3"));
        Assert.Contains("wrong=circle", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("O-3", refused, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_link_that_holds_one_that_the_figures_speak_against_and_one_of_too_few_months_are_told_apart(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        var random = new Random(5);
        DateTimeOffset now = site.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var first = new DateTimeOffset(now.Year, now.Month, 1, 9, 0, 0, TimeSpan.Zero);
        var events = new List<NewEvent>();
        int[] inTime = [.. Enumerable.Range(0, Months + 1).Select(_ => random.Next(4, 17))];
        for (int month = 0; month < Months; month++)
        {
            DateTimeOffset at = first.AddMonths(month - Months);
            for (int i = 0; i < EachMonth; i++)
            {
                // The rating follows after a month; loyalty goes the other way; care was asked for in the last three months alone.
                events.Add(Event("Delivered", month, i, at, new { late = i < inTime[month + 1] ? "no" : "yes" }));
                events.Add(Event("Rated", month, i, at, new { score = (inTime[month] / 2.0) + (i % 2) }));
                events.Add(Event("Stayed", month, i, at, new { score = 10 - (inTime[month] / 2.0) + (i % 2) }));
                if (month >= Months - 3)
                {
                    events.Add(Event("Cared", month, i, at, new { score = i % 5 }));
                }
            }
        }

        foreach (NewEvent[] part in events.Chunk(500))
        {
            await site.Log.AppendAsync(part);
        }

        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        IndicatorStore indicators = scope.ServiceProvider.GetRequiredService<IndicatorStore>();
        await indicators.SaveAsync(new IndicatorDefinition { Key = "in-time", Name = new("In time"), Kind = IndicatorKind.Share, Of = new(["Delivered"], []), Hit = [new("late", ConditionTest.Is, ["no"])] });
        foreach (var (key, name) in ((string, string)[])[("rating", "Rated"), ("loyalty", "Stayed"), ("care", "Cared")])
        {
            await indicators.SaveAsync(new IndicatorDefinition { Key = key, Name = new(name), Kind = IndicatorKind.Mean, Of = new([name], []), Value = "score", Measure = IndicatorMeasure.Number });
        }

        StrategyBook book = site.Services.GetRequiredService<StrategyBook>();
        foreach (string? key in (string?[])["in-time", "rating", "loyalty", "care", null])
        {
            await book.AddAsync(StrategyBook.Objective, StrategyBook.Prefix, new Objective("Seen by " + key, "customer", null, "", null) { Gauge = key is null ? null : new(key, null, null) }, null);
        }

        await book.SaveAsync(StrategyBook.Links, StrategyBook.Only, 0, new LinkList([.. Enumerable.Range(2, 4).Select(effect => new Link("O-1", $"O-{effect}", 2, ""))]), null);
        using HttpClient browser = await site.AdministratorAsync();
        IReadOnlyList<string> rows = [];
        await CaptureSite.UntilAsync(async () =>
        {
            rows = [.. (await browser.PageAsync("/strategy/links")).QuerySelectorAll("main tbody tr").Select(r => r.TextContent)];
            return rows.Any(r => r.Contains("Borne out", StringComparison.Ordinal)) && rows.Any(r => r.Contains("moves the other way", StringComparison.Ordinal));
        });
        Assert.Contains("Seen by loyalty", rows[0], StringComparison.Ordinal);
        Assert.Contains("moves the other way", rows[0], StringComparison.Ordinal);
        Assert.Contains(rows, r => r.Contains("Seen by rating", StringComparison.Ordinal) && r.Contains("Borne out", StringComparison.Ordinal) && r.Contains("+1.00", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Seen by care", StringComparison.Ordinal) && r.Contains("Data too thin", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Not measured", StringComparison.Ordinal));
        Assert.Contains("The figures speak against 1 link", (await browser.PageAsync("/strategy/map")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.PageAsync("/strategy/map")).QuerySelector("a.map-edge.tone-bad"));
        Assert.Contains("Borne out", (await browser.PageAsync("/strategy/objectives/O-1")).QuerySelector("#leads")!.TextContent, StringComparison.Ordinal);
    }

    private static NewEvent Event(string name, int month, int number, DateTimeOffset at, object attributes) => new()
    {
        Source = "test",
        Id = $"{name}-{month}-{number}",
        Name = name,
        Time = at.AddHours(number),
        Unit = "n1",
        Objects = [new("customer", $"c{number}")],
        Attributes = JsonSerializer.Serialize(attributes),
    };

    private static Task<string> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) => IndicatorPageTests.PostAsync(browser, page, action, fields);
}
