using System.Diagnostics;
using System.Net;
using Tajriba.Host.Tests.CommandLine;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>The database goes away, and the product is told to go, while clients send.</summary>
[Collection(nameof(RunningProduct))]
public sealed class OutageTests
{
    private const int Clients = 6;
    private const int Crowd = 200;
    private const int Enough = 300;
    private const int Minute = 60;
    private const long MostBytes = 512L << 20;

    [SkippableFact]
    public async Task Case06_A_database_that_crashes_or_is_away_for_a_minute_is_said_to_be_and_nothing_acknowledged_is_lost()
    {
        Skip.If(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TAJRIBA_TEST_POSTGRES")), "PostgreSQL is tested where TAJRIBA_TEST_POSTGRES names a server.");
        string folder = Path.Combine(Path.GetTempPath(), "tajriba-away-" + Guid.NewGuid().ToString("N"));
        try
        {
            await using RunningProduct product = await RunningProduct.StartAsync("postgres:" + await PostgresAsync("start", folder));
            (_, string key) = await product.SourceAsync();
            using var load = new Load(product.Address, key, Clients);
            using var caller = new HttpClient { BaseAddress = product.Address, Timeout = TimeSpan.FromMinutes(1) };
            await RunningProduct.UntilAsync(() => Task.FromResult(load.Acknowledged.Count > Enough));
            foreach ((string end, int seconds) in new[] { ("crash", 5), ("down", Minute) })
            {
                await PostgresAsync(end, folder);
                int refused = load.Refusals.Count;
                await RunningProduct.UntilAsync(() => Task.FromResult(load.Refusals.Count > refused + Enough));
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await caller.GetAsync("/health/ready")).StatusCode);

                // Many who come in vain neither pile up nor keep the process from answering.
                using (var crowd = new Load(product.Address, key, Crowd))
                {
                    for (int second = 0; second < seconds; second++)
                    {
                        await Task.Delay(TimeSpan.FromSeconds(1));
                        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/health/live")).StatusCode);
                        Assert.InRange(product.MemoryBytes, 0, MostBytes);
                    }

                    await crowd.StopAsync();
                    Assert.Empty(crowd.Acknowledged);
                    Assert.True(crowd.Refusals.Count > Crowd);
                    Assert.All(crowd.Refusals, r => Assert.True(r.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests && r.RetryAfter == "1", $"{r}"));
                }

                await PostgresAsync("up", folder);
                int before = load.Acknowledged.Count;
                await RunningProduct.UntilAsync(() => Task.FromResult(load.Acknowledged.Count > before + Enough));
                await RunningProduct.UntilAsync(async () => (await caller.GetAsync("/health/ready")).IsSuccessStatusCode);
                Assert.False(product.HasEnded);
            }

            await load.StopAsync();
            Assert.All(load.Refusals, r => Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), r));
            AllThereOnce(await product.EventsAsync(), load.Acknowledged);
        }
        finally
        {
            await PostgresAsync("stop", folder);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case09_Told_to_stop_under_load_it_ends_what_it_has_begun_and_loses_nothing(DatabaseProvider provider)
    {
        await using RunningProduct product = await RunningProduct.StartAsync(provider);
        (_, string key) = await product.SourceAsync();
        using var load = new Load(product.Address, key, Clients);
        await RunningProduct.UntilAsync(() => Task.FromResult(load.Acknowledged.Count > Enough));
        (TimeSpan took, int exitCode) = await product.StopAsync();
        await load.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(30), $"It took {took}.");
        Assert.All(load.Refusals, r => Assert.Equal(HttpStatusCode.ServiceUnavailable, r.Status));
        AllThereOnce(await product.EventsAsync(), load.Acknowledged);
    }

    private static void AllThereOnce(IReadOnlyList<LoggedEvent> events, IReadOnlyCollection<string> acknowledged)
    {
        HashSet<string> kept = [.. events.Select(e => e.Id)];
        Assert.Equal(events.Count, kept.Count);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Position));
    }

    /// <summary>Runs tests/postgres.sh and answers what it says.</summary>
    private static async Task<string> PostgresAsync(string verb, string folder)
    {
        string script = Path.Combine(Verb.Sample(".."), "tests", "postgres.sh");
        using Process process = Process.Start(new ProcessStartInfo("bash", [script, verb, folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"postgres.sh {verb}: {said}");
        return said.Trim();
    }
}
