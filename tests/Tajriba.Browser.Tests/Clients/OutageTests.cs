using Microsoft.Playwright;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Browser.Tests.Clients;

/// <summary>Released client libraries against a running server that goes away, refuses and loses answers: nothing is missing, nothing doubled.</summary>
[Collection(nameof(Outage))]
public sealed class OutageTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Three_clients_send_on_through_an_outage_and_everything_is_there_once(DatabaseProvider provider)
    {
        await using Outage outage = await Outage.PrepareAsync(provider);
        await using Shop shop = await Shop.OpenAsync();
        (string segment, string segmentKey) = await outage.SourceAsync("Segment");
        (string rudder, string rudderKey) = await outage.SourceAsync("RudderStack");
        (string web, string webKey) = await outage.SourceAsync("Web");
        using NodeClient segmentClient = NodeClient.Start("segment", outage.Gate.Address, segmentKey);
        using NodeClient rudderClient = NodeClient.Start("rudder", outage.Gate.Address, rudderKey);
        await using IBrowserContext visitor = await shop.VisitorAsync();
        IPage page = await Shop.EnterAsync(visitor, outage.Gate.Address, webKey);
        await page.EvaluateAsync("() => shop.go()");

        string[] sources = [segment, rudder, web];
        await MoreOfEachAsync(outage, sources);
        await outage.Server.KillAsync();
        await outage.Gate.ShutAsync();
        await Task.Delay(AMoment);
        await outage.Gate.OpenAsync(GateMode.Unavailable);
        Task back = outage.Server.StartAsync();
        await Task.Delay(AMoment);
        outage.Gate.Mode = GateMode.Busy;
        await Task.WhenAll(back, Task.Delay(AMoment));
        outage.Gate.Mode = GateMode.Open;
        await MoreOfEachAsync(outage, sources);

        outage.Gate.Mode = GateMode.AnswersLost;
        await Outage.UntilAsync(() => Task.FromResult(outage.Gate.Lost >= sources.Length));
        outage.Gate.Mode = GateMode.Open;
        await outage.Server.StopAsync();
        await outage.Server.StartAsync();

        ClientReport[] reports = await Task.WhenAll(
            segmentClient.EndAsync(), rudderClient.EndAsync(), Task.Run(async () => ClientReport.Parse(await page.EvaluateAsync<string>("() => shop.end()"))));
        foreach ((string source, ClientReport report) in sources.Zip(reports))
        {
            Assert.Empty(report.Failed);
            Assert.Equal(report.Asked, report.Made.Count);
            await AllThereOnceAsync(outage, source, report);
        }
    }

    /// <summary>By unloading a page the library hands over what it has (in batches), or keeps it for the next visit (one by one).</summary>
    [Theory]
    [InlineData("batching")]
    [InlineData("standard")]
    public async Task What_happens_just_before_a_page_is_left_arrives(string strategy)
    {
        await using Outage outage = await Outage.PrepareAsync(DatabaseProvider.Sqlite);
        await using Shop shop = await Shop.OpenAsync();
        (string source, string key) = await outage.SourceAsync("Web");
        await using IBrowserContext visitor = await shop.VisitorAsync();
        ClientReport report = await Shop.LeaveAsync(await Shop.EnterAsync(visitor, outage.Gate.Address, key, strategy), 3);
        if (strategy == "standard")
        {
            await Shop.EnterAsync(visitor, outage.Gate.Address, key, strategy);
        }

        await AllThereOnceAsync(outage, source, report);
    }

    [Fact]
    public async Task What_a_visitor_did_while_the_server_was_away_comes_with_the_next_visit()
    {
        await using Outage outage = await Outage.PrepareAsync(DatabaseProvider.Sqlite);
        await using Shop shop = await Shop.OpenAsync();
        (string source, string key) = await outage.SourceAsync("Web");
        await using IBrowserContext visitor = await shop.VisitorAsync();
        IPage page = await Shop.EnterAsync(visitor, outage.Gate.Address, key);
        await page.EvaluateAsync("async () => { await analytics; }");
        await outage.Server.KillAsync();
        ClientReport report = await Shop.LeaveAsync(page, 3, away: true);
        await outage.Server.StartAsync();
        await Shop.EnterAsync(visitor, outage.Gate.Address, key);
        await AllThereOnceAsync(outage, source, report);
    }

    private static async Task MoreOfEachAsync(Outage outage, IEnumerable<string> sources)
    {
        foreach (string source in sources)
        {
            await outage.UntilMoreThanAsync(source, (await outage.EventsAsync(source)).Count);
        }
    }

    private static async Task AllThereOnceAsync(Outage outage, string source, ClientReport report)
    {
        IReadOnlyList<LoggedEvent> events = [];
        await Outage.UntilAsync(async () => (events = await outage.EventsAsync(source)).Count >= report.Made.Count);
        Assert.Equal(report.Made.Select(m => m.Id).Order(StringComparer.Ordinal), events.Select(e => e.Id).Order(StringComparer.Ordinal));
        foreach (IGrouping<int, (int Seq, LoggedEvent Event)> user in events.Select(e => (Seq: Outage.SeqOf(e), Event: e)).GroupBy(e => e.Seq % 5))
        {
            int[] seen = [.. user.OrderBy(e => e.Event.Time).ThenBy(e => e.Event.Position).Select(e => e.Seq)];
            Assert.Equal(seen.Order(), seen);
        }
    }
}

/// <summary>Clients wait by the clock: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Outage), DisableParallelization = true)]
public sealed class OutageCollection;
