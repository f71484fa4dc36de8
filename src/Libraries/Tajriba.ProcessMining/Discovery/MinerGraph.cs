namespace Tajriba.ProcessMining.Discovery;

/// <summary>
/// The directly-follows graph of a part of the log, over dense local numbers of the activities present.
/// </summary>
internal sealed class MinerGraph
{
    private MinerGraph(int[] activities, int[] local, long[] edges, long[] starts, long[] ends)
    {
        Activities = activities;
        Local = local;
        Edges = edges;
        Starts = starts;
        Ends = ends;
    }

    /// <summary>Number of activities.</summary>
    public int Size => Activities.Length;

    /// <summary>Code of each local number, ascending.</summary>
    public int[] Activities { get; }

    /// <summary>Local number of each code, -1 where absent.</summary>
    public int[] Local { get; }

    /// <summary>Weight of a before b at a * Size + b.</summary>
    public long[] Edges { get; }

    public long[] Starts { get; }

    public long[] Ends { get; }

    public static MinerGraph Of(TraceSet log, int alphabet)
    {
        var local = new int[alphabet];
        foreach (var trace in log.Traces)
        {
            foreach (var activity in trace)
            {
                local[activity] = 1;
            }
        }

        var size = 0;
        for (var code = 0; code < alphabet; code++)
        {
            local[code] = local[code] == 1 ? size++ : -1;
        }

        var activities = new int[size];
        for (var code = 0; code < alphabet; code++)
        {
            if (local[code] >= 0)
            {
                activities[local[code]] = code;
            }
        }

        var edges = new long[size * size];
        var starts = new long[size];
        var ends = new long[size];
        for (var t = 0; t < log.Size; t++)
        {
            var trace = log.Traces[t];
            if (trace.Length == 0)
            {
                continue;
            }

            var count = log.Counts[t];
            var previous = local[trace[0]];
            starts[previous] += count;
            for (var i = 1; i < trace.Length; i++)
            {
                var next = local[trace[i]];
                edges[(previous * size) + next] += count;
                previous = next;
            }

            ends[previous] += count;
        }

        return new MinerGraph(activities, local, edges, starts, ends);
    }

    /// <summary>The graph of the log from which one activity is taken out, without building that log.</summary>
    public static MinerGraph Without(TraceSet log, int alphabet, MinerGraph full, int removed)
    {
        var size = full.Size - 1;
        var local = new int[alphabet];
        var activities = new int[size];
        for (int code = 0, next = 0; code < alphabet; code++)
        {
            var kept = full.Local[code] >= 0 && code != removed;
            local[code] = kept ? next : -1;
            if (kept)
            {
                activities[next++] = code;
            }
        }

        var edges = new long[size * size];
        var starts = new long[size];
        var ends = new long[size];
        for (var t = 0; t < log.Size; t++)
        {
            var count = log.Counts[t];
            var previous = -1;
            foreach (var activity in log.Traces[t])
            {
                var next = local[activity];
                if (next < 0)
                {
                    continue;
                }

                if (previous < 0)
                {
                    starts[next] += count;
                }
                else
                {
                    edges[(previous * size) + next] += count;
                }

                previous = next;
            }

            if (previous >= 0)
            {
                ends[previous] += count;
            }
        }

        return new MinerGraph(activities, local, edges, starts, ends);
    }

    public bool Follows(int a, int b) => Edges[(a * Size) + b] > 0;

    /// <summary>
    /// Leaves out infrequent behaviour: an outgoing edge below the threshold's share of the activity's strongest way on
    /// (ending is one); a start below that share of the strongest start; if asked, an end below that share of the strongest end.
    /// Source: Leemans, Fahland, van der Aalst, Discovering Block-Structured Process Models from Event Logs
    /// Containing Infrequent Behaviour (2013), section 3.1.
    /// </summary>
    public MinerGraph Filter(double threshold, bool ends)
    {
        var edges = (long[])Edges.Clone();
        for (var a = 0; a < Size; a++)
        {
            var row = edges.AsSpan(a * Size, Size);
            var strongest = Ends[a];
            foreach (var weight in row)
            {
                strongest = Math.Max(strongest, weight);
            }

            foreach (ref var weight in row)
            {
                if (weight < strongest * threshold)
                {
                    weight = 0;
                }
            }
        }

        return new MinerGraph(Activities, Local, edges, Strong(Starts, threshold), ends ? Strong(Ends, threshold) : Ends);
    }

    private static long[] Strong(long[] weights, double threshold)
    {
        var strongest = weights.Max();
        return [.. weights.Select(weight => weight < strongest * threshold ? 0 : weight)];
    }
}
