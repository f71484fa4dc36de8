namespace Tajriba.ProcessMining.Discovery;

/// <summary>Divides a log along a cut. Without noise nothing is lost; under noise events that contradict the cut are left out.</summary>
internal static class Split
{
    public static TraceSet[] Along(Cut cut, TraceSet log) => cut.Operator switch
    {
        ProcessTreeOperator.Choice => Choice(cut, log),
        ProcessTreeOperator.Sequence => Sequence(cut, log),
        ProcessTreeOperator.Parallel => Parallel(cut, log),
        _ => Loop(cut, log),
    };

    /// <summary>The log without the activities for which <paramref name="keep"/> is false.</summary>
    public static TraceSet Project(TraceSet log, bool[] keep)
    {
        var builder = new TraceSetBuilder();
        var buffer = new int[LongestOf(log)];
        for (var t = 0; t < log.Size; t++)
        {
            var length = 0;
            foreach (var activity in log.Traces[t])
            {
                if (keep[activity])
                {
                    buffer[length++] = activity;
                }
            }

            builder.Add(buffer.AsSpan(0, length), log.Counts[t]);
        }

        return builder.Build();
    }

    /// <summary>Cuts each trace before every position for which <paramref name="before"/> (previous, next) is true.</summary>
    public static TraceSet Pieces(TraceSet log, Func<int, int, bool> before)
    {
        var builder = new TraceSetBuilder();
        for (var t = 0; t < log.Size; t++)
        {
            var trace = log.Traces[t];
            var from = 0;
            for (var i = 1; i < trace.Length; i++)
            {
                if (before(trace[i - 1], trace[i]))
                {
                    builder.Add(trace.AsSpan(from, i - from), log.Counts[t]);
                    from = i;
                }
            }

            builder.Add(trace.AsSpan(from), log.Counts[t]);
        }

        return builder.Build();
    }

    private static int LongestOf(TraceSet log) => log.Size == 0 ? 0 : log.Traces.Max(trace => trace.Length);

    private static TraceSetBuilder[] Builders(int count)
    {
        var builders = new TraceSetBuilder[count];
        for (var i = 0; i < count; i++)
        {
            builders[i] = new TraceSetBuilder();
        }

        return builders;
    }

    private static TraceSet[] Choice(Cut cut, TraceSet log)
    {
        var builders = Builders(cut.Groups);
        var buffer = new int[LongestOf(log)];
        var events = new int[cut.Groups];
        for (var t = 0; t < log.Size; t++)
        {
            Array.Clear(events);
            foreach (var activity in log.Traces[t])
            {
                events[cut.GroupOf[activity]]++;
            }

            var group = Array.IndexOf(events, events.Max());
            AddMembers(builders[group], cut, group, log.Traces[t], log.Counts[t], buffer);
        }

        return [.. builders.Select(builder => builder.Build())];
    }

    private static TraceSet[] Parallel(Cut cut, TraceSet log)
    {
        var builders = Builders(cut.Groups);
        var buffer = new int[LongestOf(log)];
        for (var t = 0; t < log.Size; t++)
        {
            for (var group = 0; group < cut.Groups; group++)
            {
                AddMembers(builders[group], cut, group, log.Traces[t], log.Counts[t], buffer);
            }
        }

        return [.. builders.Select(builder => builder.Build())];
    }

    private static void AddMembers(TraceSetBuilder builder, Cut cut, int group, ReadOnlySpan<int> trace, long count, int[] buffer)
    {
        var length = 0;
        foreach (var activity in trace)
        {
            if (cut.GroupOf[activity] == group)
            {
                buffer[length++] = activity;
            }
        }

        builder.Add(buffer.AsSpan(0, length), count);
    }

    private static TraceSet[] Sequence(Cut cut, TraceSet log)
    {
        var builders = Builders(cut.Groups);
        var buffer = new int[LongestOf(log)];
        var bounds = new int[cut.Groups + 1];
        var splitter = new SequenceSplitter(cut);
        for (var t = 0; t < log.Size; t++)
        {
            var trace = log.Traces[t];
            splitter.Divide(trace, bounds);
            for (var group = 0; group < cut.Groups; group++)
            {
                AddMembers(builders[group], cut, group, trace.AsSpan(bounds[group]..bounds[group + 1]), log.Counts[t], buffer);
            }
        }

        return [.. builders.Select(builder => builder.Build())];
    }

    private static TraceSet[] Loop(Cut cut, TraceSet log)
    {
        var builders = Builders(2);
        for (var t = 0; t < log.Size; t++)
        {
            var trace = log.Traces[t];
            var count = log.Counts[t];
            if (trace.Length == 0 || cut.GroupOf[trace[0]] == 1)
            {
                builders[0].Add([], count);
            }

            var from = 0;
            for (var i = 1; i <= trace.Length; i++)
            {
                if (i == trace.Length || cut.GroupOf[trace[i]] != cut.GroupOf[trace[from]])
                {
                    builders[cut.GroupOf[trace[from]]].Add(trace.AsSpan(from, i - from), count);
                    from = i;
                }
            }

            if (trace.Length > 0 && cut.GroupOf[trace[^1]] == 1)
            {
                builders[0].Add([], count);
            }
        }

        return [.. builders.Select(builder => builder.Build())];
    }
}
