using Tajriba.Bench.Crash;

// Each test has the machine's cores to itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Tajriba.Bench.Tests;

/// <summary>The short form of <c>bench crash</c>: kills and power cuts under load, clients that send again.</summary>
public sealed class CrashTests
{
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case01_Kills_under_load_lose_nothing_and_double_nothing(bool onPostgres) =>
        await AssertSoundAsync(new CrashOptions { Rounds = 3, Acknowledged = 20_000, Postgres = onPostgres ? Store.PostgresOrSkip() : null });

    [Fact]
    public async Task Case03_Power_cuts_under_load_lose_nothing_and_double_nothing() =>
        await AssertSoundAsync(new CrashOptions { Rounds = 4, Acknowledged = 20_000, PowerCut = true });

    [Fact]
    public async Task Case03_A_disk_that_only_claims_to_sync_is_found_out()
    {
        (Finding found, List<CrashRound> rounds) = await RunAsync(new CrashOptions { Rounds = 1, Acknowledged = 3_000, PowerCut = true, IsLying = true });
        Assert.True(found.Lost > 0 || rounds.Exists(r => r.Integrity != "ok"));
    }

    private static async Task AssertSoundAsync(CrashOptions options)
    {
        (Finding found, List<CrashRound> rounds) = await RunAsync(options);
        Assert.Equal(options.Rounds, rounds.Count);
        Assert.All(rounds, r => Assert.Equal("ok", r.Integrity));
        Assert.All(rounds, r => Assert.True(r.Ahead >= 0));
        Assert.True(found.Acknowledged >= options.Acknowledged);
        Assert.Equal(new Finding(found.Acknowledged, found.Acknowledged, 0, 0, 0), found);
    }

    private static async Task<(Finding Found, List<CrashRound> Rounds)> RunAsync(CrashOptions options)
    {
        string parent = Store.Folder();
        var rounds = new List<CrashRound>();
        try
        {
            return (await CrashRun.RunAsync(options, Path.Combine(parent, "data"), rounds.Add), rounds);
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }
}
