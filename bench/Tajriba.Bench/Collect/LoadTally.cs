namespace Tajriba.Bench.Collect;

/// <summary>What became of a load so far.</summary>
internal sealed class LoadTally
{
    private readonly List<double> latencies = [];
    private readonly bool withLatencies;
    private long accepted;
    private long refused;
    private long failed;

    public LoadTally(bool withLatencies = false) => this.withLatencies = withLatencies;

    /// <summary>Events acknowledged with 200.</summary>
    public long Accepted => Interlocked.Read(ref accepted);

    /// <summary>Requests answered with 429.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Requests answered otherwise or not at all.</summary>
    public long Failed => Interlocked.Read(ref failed);

    public void Note(int status, int events, TimeSpan latency)
    {
        switch (status)
        {
            case 200:
                Interlocked.Add(ref accepted, events);
                break;
            case 429:
                Interlocked.Increment(ref refused);
                return;
            default:
                Interlocked.Increment(ref failed);
                return;
        }

        Wait(latency);
    }

    /// <summary>Notes how long somebody waited.</summary>
    public void Wait(TimeSpan latency)
    {
        if (withLatencies)
        {
            lock (latencies)
            {
                latencies.Add(latency.TotalMilliseconds);
            }
        }
    }

    /// <summary>A percentile of the waits for an acknowledgement in milliseconds; of none, not a number.</summary>
    public double Percentile(double part)
    {
        lock (latencies)
        {
            latencies.Sort();
            return latencies.Count == 0 ? double.NaN : latencies[(int)Math.Min(latencies.Count - 1, part * latencies.Count)];
        }
    }
}
