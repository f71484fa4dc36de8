using System.Net;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>The same message by two roads in the same instant.</summary>
public sealed class TwoNodeTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const int Rounds = 100;
    private const int BatchRounds = 20;
    private const int BatchEvents = 30;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case10_Two_nodes_store_the_same_message_once(DatabaseProvider provider)
    {
        CollectSite here = await sites.SourceAsync(provider);
        CaptureSite first = await sites.OnAsync(provider);

        // SQLite has one node by nature; there two requests of that node meet.
        await using CaptureSite? second = provider == DatabaseProvider.Postgres ? first.Another() : null;
        CollectSite there = here.At(second ?? first);
        for (int round = 0; round < Rounds; round++)
        {
            HttpResponseMessage[] answers = await Task.WhenAll(
                here.PostAsync("/v1/track", $$"""{"event":"Here","userId":"u{{round}}","messageId":"m{{round}}"}"""),
                there.PostAsync("/v1/track", $$"""{"event":"There","userId":"v{{round}}","messageId":"m{{round}}"}"""));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        }

        // Whole batches, from opposite ends: neither waits for the other for ever.
        for (int round = 0; round < BatchRounds; round++)
        {
            int[] numbers = [.. Enumerable.Range(round * BatchEvents, BatchEvents)];
            HttpResponseMessage[] answers = await Task.WhenAll(here.PostAsync("/v1/batch", Batch(numbers)), there.PostAsync("/v1/batch", Batch(numbers.Reverse())));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        }

        IReadOnlyList<LoggedEvent> events = await here.EventsAsync();
        Assert.Equal(Rounds + (BatchRounds * BatchEvents), events.Count);
        Assert.Equal(events.Count, events.Select(e => e.Id).Distinct().Count());
        Assert.Equal(events.OrderBy(e => e.Position).Select(e => e.Position), events.Select(e => e.Position));
    }

    private static string Batch(IEnumerable<int> numbers) =>
        $$"""{"batch":[{{string.Join(',', numbers.Select(n => $$"""{"type":"track","event":"Batch","userId":"u{{n}}","messageId":"b{{n}}"}"""))}}]}""";
}
