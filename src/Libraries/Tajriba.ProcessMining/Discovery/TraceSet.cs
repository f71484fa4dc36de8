namespace Tajriba.ProcessMining.Discovery;

/// <summary>A multiset of traces inside the miner: codes are those of the whole log, whatever the part looked at.</summary>
internal sealed class TraceSet
{
    public TraceSet(int[][] traces, long[] counts)
    {
        Traces = traces;
        Counts = counts;
        foreach (var count in counts)
        {
            Cases += count;
        }
    }

    public int[][] Traces { get; }

    public long[] Counts { get; }

    public int Size => Traces.Length;

    public long Cases { get; }
}
