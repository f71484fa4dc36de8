using System.Collections.Concurrent;
using System.Diagnostics;

namespace Tajriba.Bench.Collect;

/// <summary>
/// Requests that come when they come, whether or not earlier ones are answered: latency counts from when a request was due, so
/// that a server that stalls does not slow its own measurement.
/// </summary>
internal static class OpenLoad
{
    /// <param name="target">Where to.</param>
    /// <param name="connections">At most so many on their way.</param>
    /// <param name="events">Events of a request.</param>
    /// <param name="rate">Requests that are due per second.</param>
    /// <param name="length">How long.</param>
    /// <param name="tally">Counts what comes of it.</param>
    /// <returns>Requests sent per second.</returns>
    public static async Task<double> RunAsync(LoadTarget target, int connections, int events, double rate, TimeSpan length, LoadTally tally)
    {
        var free = new ConcurrentQueue<(LoadConnection Connection, EventRequest Request)>();
        for (int i = 0; i < connections; i++)
        {
            free.Enqueue((new LoadConnection(target.Port), new EventRequest(target.Key, events, new Random(i))));
        }

        long sent = await Task.Factory.StartNew(() => Dispatch(free, rate, length, tally), TaskCreationOptions.LongRunning);
        for (int waited = 0; free.Count < connections && waited < 100; waited++)
        {
            await Task.Delay(50);
        }

        foreach ((LoadConnection connection, _) in free)
        {
            connection.Dispose();
        }

        return sent / length.TotalSeconds;
    }

    private static long Dispatch(ConcurrentQueue<(LoadConnection Connection, EventRequest Request)> free, double rate, TimeSpan length, LoadTally tally)
    {
        long begun = Stopwatch.GetTimestamp();
        long sent = 0;
        TimeSpan passed;
        while ((passed = Stopwatch.GetElapsedTime(begun)) < length)
        {
            long due = (long)(passed.TotalSeconds * rate);
            while (sent < due && free.TryDequeue(out (LoadConnection Connection, EventRequest Request) one))
            {
                _ = SendAsync(one.Connection, one.Request, begun + (long)(sent++ / rate * Stopwatch.Frequency), tally, free);
            }

            Thread.Sleep(1);
        }

        // What could not even be sent has waited until now.
        for (long late = sent; late < (long)(length.TotalSeconds * rate); late++)
        {
            tally.Wait(length - TimeSpan.FromSeconds(late / rate));
        }

        return sent;
    }

    private static async Task SendAsync(
        LoadConnection connection, EventRequest request, long due, LoadTally tally, ConcurrentQueue<(LoadConnection Connection, EventRequest Request)> free)
    {
        int status = await connection.ExchangeAsync(request.Next(LoadTarget.Take(request.Events), DateTimeOffset.UtcNow));
        tally.Note(status, request.Events, Stopwatch.GetElapsedTime(due));
        free.Enqueue((connection, request));
    }
}
