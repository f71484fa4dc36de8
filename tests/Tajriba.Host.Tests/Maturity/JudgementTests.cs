using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Leadership.Maturity;
using Tajriba.Leadership.Maturity.Rounds;

namespace Tajriba.Host.Tests.Maturity;

public sealed class SqliteJudgementTests(TestSite site) : JudgementTests(site), IClassFixture<TestSite>;

public sealed class PostgresJudgementTests(PostgresTestSite site) : JudgementTests(site.Present()), IClassFixture<PostgresTestSite>;

/// <summary>What experts judge is kept on the way, counts once it is handed in, and is told to programs.</summary>
public abstract class JudgementTests(TestSite site)
{
    [SkippableFact]
    public async Task A_judgement_is_kept_on_the_way_and_counts_once_it_is_handed_in()
    {
        var store = site.Services.GetRequiredService<JudgementStore>();
        Factor[] factors = [new("a", new("First")), new("b", new("Second")), new("c", new("Third"))];
        var round = new Round("What drives what", false, factors, [7], new(2026, 1, 1), new(2999, 1, 1));
        var code = await site.Services.GetRequiredService<MaturityBook>().AddAsync(MaturityBook.Round, MaturityBook.RoundPrefix, round, null);

        await store.SaveAsync(code, 7, before => before with { Levels = new Dictionary<string, int> { ["a>b"] = 4 } });
        Assert.Equal(4, (await store.FindAsync(code, 7)).Levels["a>b"]);
        Assert.Empty((await store.FindAsync(code, 8)).Levels);
        Assert.False((await store.DoneAsync()).ContainsKey(code));

        await store.SaveAsync(code, 7, before => before with { Levels = new Dictionary<string, int>(before.Levels) { ["a>c"] = 3, ["b>a"] = 0, ["b>c"] = 2, ["c>a"] = 0, ["c>b"] = 0 }, IsDone = true });
        Assert.Equal(1, (await store.DoneAsync())[code]);
        Assert.Equal([code], await store.DoneByAsync(7));
        Assert.True(Assert.Single(await store.OfAsync(code)).IsWhole(round));

        using var browser = await site.BrowserOfAsync("executive", null);
        using var told = JsonDocument.Parse(await browser.GetStringAsync("/api/maturity/rounds/" + code));
        Assert.Equal(1, told.RootElement.GetProperty("handedIn").GetInt32());
        Assert.Equal([true, false, false], told.RootElement.GetProperty("factors").EnumerateArray().Select(f => f.GetProperty("isCause").GetBoolean()));
    }
}
