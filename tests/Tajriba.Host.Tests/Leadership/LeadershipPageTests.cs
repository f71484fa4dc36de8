using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Leadership.Leadership.Time;
using Tajriba.Leadership.Leadership.Wins;

namespace Tajriba.Host.Tests.Leadership;

/// <summary>Leaders, their commitments and their time with customers on their pages.</summary>
public sealed class LeadershipPageTests
{
    private static readonly (string, string)[] Promise = [("leader", "L-1"), ("text", "Read every complaint"), ("made", "2026-01-05"), ("due", "2026-02-05")];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_commitment_is_made_broken_with_a_reason_and_put_back(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        LeadershipBook book = await LedAsync(site, browser);
        Assert.StartsWith("/leadership/commitments/C-1?done=saved", await PostAsync(browser, "/leadership/commitments", "/leadership/commitments/deeds/add", Promise), StringComparison.Ordinal);
        Assert.Contains("wrong=due", await PostAsync(browser, "/leadership/commitments", "/leadership/commitments/deeds/add", [.. Promise[..3], ("due", "2026-01-04")]), StringComparison.Ordinal);
        Assert.Contains("Overdue", (await browser.PageAsync("/leadership/commitments/C-1")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        (string, string)[] broken = [("seen", "1"), ("state", "Broken"), ("on", "2026-02-03")];
        Assert.Contains("wrong=reason", await PostAsync(browser, "/leadership/commitments/C-1", "/leadership/commitments/C-1/close", broken), StringComparison.Ordinal);
        Assert.Contains("wrong=on", await PostAsync(browser, "/leadership/commitments/C-1", "/leadership/commitments/C-1/close", [("seen", "1"), ("state", "Kept"), ("on", "2999-01-01")]), StringComparison.Ordinal);
        Assert.Contains("wrong=path", await PostAsync(browser, "/leadership/commitments/C-1", "/leadership/commitments/C-1/evidence", ("seen", "1"), ("title", "Read"), ("path", "https://example.com/")), StringComparison.Ordinal);
        Assert.Contains("done=saved", await PostAsync(browser, "/leadership/commitments/C-1", "/leadership/commitments/C-1/evidence", ("seen", "1"), ("title", "Read"), ("path", "/attention")), StringComparison.Ordinal);
        Assert.Contains("wrong=meanwhile", await PostAsync(browser, "/leadership/commitments/C-1", "/leadership/commitments/C-1/close", [.. broken, ("reason", "No time")]), StringComparison.Ordinal);
        Assert.Contains("done=saved", await PostAsync(browser, "/leadership/commitments/C-1", "/leadership/commitments/C-1/close", [("seen", "2"), .. broken[1..], ("reason", "No time")]), StringComparison.Ordinal);
        Commitment kept = book.Find<Commitment>(LeadershipKind.Commitment, "C-1")!.Value;
        Assert.Equal((CommitmentState.Broken, "No time", "/attention"), (kept.State, kept.Reason, Assert.Single(kept.Evidence).Path));
        Assert.Contains("0 of 1", (await browser.PageAsync("/leadership")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("done=undone", await PostAsync(browser, "/leadership/commitments/C-1", "/leadership/undo", ("kind", "commitment"), ("record", "C-1"), ("version", "3"), ("back", "/leadership/commitments/C-1")), StringComparison.Ordinal);
        Assert.True(book.Find<Commitment>(LeadershipKind.Commitment, "C-1")!.Value.IsOpen);
    }

    [Fact]
    public async Task A_quick_win_is_found_done_told_on_the_wall_and_put_back()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        LeadershipBook book = site.Services.GetRequiredService<LeadershipBook>();
        await book.AddAsync(LeadershipKind.Candidate, "K", new Candidate("Call back", null, null, 10, 900, 4) { Speed = 5, Sureness = 4 }, null);
        await book.AddAsync(LeadershipKind.Candidate, "K", new Candidate("A new hall", null, null, 10_000, 900, 4) { Speed = 5, Sureness = 4 }, null);
        Assert.Contains("Call back", (await browser.PageAsync("/leadership/wins")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/leadership/wins/W-1?done=saved", await PostAsync(browser, "/leadership/wins", "/leadership/wins/deeds/add", ("candidate", "K-1")), StringComparison.Ordinal);
        Assert.Contains("wrong=what", await PostAsync(browser, "/leadership/wins/W-1", "/leadership/wins/W-1/tell", ("story", "Too early"), ("seen", "1")), StringComparison.Ordinal);
        Assert.Contains("wrong=on", await PostAsync(browser, "/leadership/wins/W-1", "/leadership/wins/W-1/done", ("on", "2999-01-01"), ("seen", "1")), StringComparison.Ordinal);
        await PostAsync(browser, "/leadership/wins/W-1", "/leadership/wins/W-1/done", ("on", "2026-01-05"), ("seen", "1"));
        Assert.Contains("wrong=indicator", await PostAsync(browser, "/leadership/wins/W-1", "/leadership/wins/W-1/effect", ("indicator", "nothing"), ("from", "2026-01-05"), ("seen", "2")), StringComparison.Ordinal);
        Assert.Contains("wrong=story", await PostAsync(browser, "/leadership/wins/W-1", "/leadership/wins/W-1/tell", ("story", ""), ("seen", "2")), StringComparison.Ordinal);
        await PostAsync(browser, "/leadership/wins/W-1", "/leadership/wins/W-1/tell", ("story", "Nobody waits on the line."), ("seen", "2"));
        Assert.Contains("Nobody waits on the line.", (await browser.PageAsync("/leadership/wins")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Call back", (await browser.PageAsync("/work-culture")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await PostAsync(browser, "/leadership/wins/W-1", "/leadership/undo", ("kind", "win"), ("record", "W-1"), ("version", "3"), ("back", "/leadership/wins/W-1"));
        Assert.Equal(WinState.Done, book.Find<Win>(LeadershipKind.Win, "W-1")!.Value.State);
    }

    [Fact]
    public async Task Time_with_customers_is_written_down_counted_and_taken_away()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        LeadershipBook book = await LedAsync(site, browser);
        string today = DateOnly.FromDateTime(site.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd");
        (string, string)[] visit = [("leader", "L-1"), ("is", "Visit"), ("on", today), ("hours", "2.5"), ("count", "7"), ("learned", "They wait without a word.")];
        Assert.StartsWith("/leadership/time?done=saved", await PostAsync(browser, "/leadership/time", "/leadership/time/deeds/add", visit), StringComparison.Ordinal);
        Assert.Contains("wrong=hours", await PostAsync(browser, "/leadership/time", "/leadership/time/deeds/add", [.. visit.Where(f => f.Item1 != "hours"), ("hours", "25")]), StringComparison.Ordinal);
        Assert.Contains("wrong=on", await PostAsync(browser, "/leadership/time", "/leadership/time/deeds/add", [.. visit.Where(f => f.Item1 != "on"), ("on", "2999-01-01")]), StringComparison.Ordinal);
        Assert.Equal(2.5m, Assert.Single(book.All<CustomerTime>(LeadershipKind.Time)).Value.Hours);
        string card = (await browser.PageAsync("/leadership/leaders/L-1")).QuerySelector("main")!.TextContent;
        Assert.All(["2.5", "They wait without a word."], text => Assert.Contains(text, card, StringComparison.Ordinal));
        Assert.Contains("done=saved", await PostAsync(browser, "/leadership/time", "/leadership/time/T-1/remove", ("seen", "1")), StringComparison.Ordinal);
        Assert.Empty(book.All<CustomerTime>(LeadershipKind.Time));
    }

    [Fact]
    public async Task A_leader_who_may_only_look_writes_down_their_own_and_nobody_else_s()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        LeadershipBook book = site.Services.GetRequiredService<LeadershipBook>();
        (HttpClient browser, long person) = await LeaderAsync(site);
        using (browser)
        {
            await book.AddAsync(LeadershipKind.Leader, "L", new Leader(person, "Everything", null, new(2026, 1, 1), 4), null);
            await book.AddAsync(LeadershipKind.Leader, "L", new Leader(person + 1_000, "Nothing", null, new(2026, 1, 1), 4), null);
            Assert.Contains("C-1?done=saved", await PostAsync(browser, "/leadership/commitments", "/leadership/commitments/deeds/add", Promise), StringComparison.Ordinal);
            string token = (await browser.PageAsync("/leadership/commitments")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using HttpResponseMessage answer = await browser.PostAsync(
                "/leadership/commitments/deeds/add", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("leader", "L-2"), .. Promise[1..].Select(f => KeyValuePair.Create(f.Item1, f.Item2))]));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Single(book.All<Commitment>(LeadershipKind.Commitment));
        }
    }

    [Fact]
    public async Task Initiatives_are_weighed_and_the_address_asks_what_if()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        (string, string)[] cheap = [("title", "Messages"), ("unit", ""), ("cost", "40"), ("customers", "1000"), ("gain", "2"), ("speed", "5"), ("sureness", "4")];
        Assert.StartsWith("/leadership/portfolio/K-1?done=saved", await PostAsync(browser, "/leadership/portfolio", "/leadership/portfolio/deeds/add", cheap), StringComparison.Ordinal);
        await PostAsync(browser, "/leadership/portfolio", "/leadership/portfolio/deeds/add", [("title", "Depot"), ("unit", ""), ("cost", "90"), ("customers", "2000"), ("gain", "5"), .. cheap[5..], ("needs", "K-1")]);
        Assert.Contains("wrong=customers", await PostAsync(browser, "/leadership/portfolio", "/leadership/portfolio/deeds/add", [.. cheap.Where(f => f.Item1 != "customers"), ("customers", "1.5")]), StringComparison.Ordinal);
        Assert.Contains("wrong=needs", await PostAsync(browser, "/leadership/portfolio/K-1", "/leadership/portfolio/K-1/save", [.. cheap, ("needs", "K-1"), ("seen", "1")]), StringComparison.Ordinal);
        string[] pairs = [.. Judgement.Pairs.Select(p => $"pair-{p.First}-{p.Second}")];
        Assert.Contains("done=saved", await PostAsync(browser, "/leadership/portfolio", "/leadership/portfolio/deeds/judge", [("budget", "100"), .. pairs.Select(p => (p, "0")), ("seen", "0")]), StringComparison.Ordinal);

        // The depot alone would help more, but it needs the messages, and both cost too much.
        Assert.Equal("K-1", await ChosenAsync("/leadership/portfolio"));
        Assert.Equal("K-1 K-2", await ChosenAsync("/leadership/portfolio?budget=130"));
        Assert.Equal("", await ChosenAsync("/leadership/portfolio?without=K-1"));
        Assert.Contains("cannot all be fulfilled", (await browser.PageAsync("/leadership/portfolio?with=K-2")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("K-1", await ChosenAsync("/leadership/portfolio?by=weights&budget=nonsense"));

        async Task<string> ChosenAsync(string address)
            => string.Join(' ', (await browser.PageAsync(address)).QuerySelectorAll("a.bubble-chosen").Select(a => a.GetAttribute("href")!.Split('/')[^1]).Order());
    }

    private static async Task<(HttpClient Browser, long Person)> LeaderAsync(CaptureSite site)
    {
        long person = await site.AddPersonAsync(BuiltInRoles.Executive, null);
        HttpClient browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await site.SignInAsync(browser, person);
        return (browser, person);
    }

    private static async Task<LeadershipBook> LedAsync(CaptureSite site, HttpClient browser)
    {
        IPeople people = site.Services.GetRequiredService<IPeople>();
        string person = (await people.ListAsync(null, null, 10))[0].Id.ToString();
        Assert.StartsWith(
            "/leadership/leaders/L-1?done=saved",
            await PostAsync(browser, "/leadership", "/leadership/leaders/deeds/add", ("person", person), ("role", "Everything"), ("unit", ""), ("since", "2026-01-01"), ("hours", "4")), StringComparison.Ordinal);
        return site.Services.GetRequiredService<LeadershipBook>();
    }

    private static Task<string> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) => IndicatorPageTests.PostAsync(browser, page, action, fields);
}
