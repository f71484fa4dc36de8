using System.Diagnostics;

namespace Tajriba.Bench.Collect;

/// <summary>Connections that each send the next request as soon as the last one is answered.</summary>
internal sealed class ClosedLoad : IAsyncDisposable
{
    private readonly List<LoadConnection> connections = [];
    private readonly List<Task> running = [];
    private volatile bool stopping;

    /// <param name="target">Where to.</param>
    /// <param name="connections">How many at a time.</param>
    /// <param name="events">Events of a request.</param>
    /// <param name="tally">Counts what comes of it.</param>
    public ClosedLoad(LoadTarget target, int connections, int events, LoadTally tally)
    {
        for (int i = 0; i < connections; i++)
        {
            var connection = new LoadConnection(target.Port);
            var request = new EventRequest(target.Key, events, new Random(i));
            this.connections.Add(connection);
            running.Add(Task.Run(() => RunAsync(connection, request, tally)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        stopping = true;
        await Task.WhenAny(Task.WhenAll(running), Task.Delay(TimeSpan.FromSeconds(10)));
        connections.ForEach(c => c.Dispose());
    }

    private async Task RunAsync(LoadConnection connection, EventRequest request, LoadTally tally)
    {
        while (!stopping)
        {
            long begun = Stopwatch.GetTimestamp();
            int status = await connection.ExchangeAsync(request.Next(LoadTarget.Take(request.Events), DateTimeOffset.UtcNow));
            tally.Note(status, request.Events, Stopwatch.GetElapsedTime(begun));
        }
    }
}
