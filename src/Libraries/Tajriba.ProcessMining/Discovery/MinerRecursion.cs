namespace Tajriba.ProcessMining.Discovery;

/// <summary>The recursion of the inductive miner: base case, cut, cut of the filtered graph, fall-through.</summary>
internal sealed class MinerRecursion(IReadOnlyList<string> names, double noise)
{
    /// <summary>
    /// The part of the noise threshold up to which skipping a block counts as noise. The definition has 1; less keeps
    /// cases in the model that leave out one step and are otherwise regular, at little cost in size.
    /// </summary>
    private const double RareSkip = 0.4;

    /// <summary>Beyond so many activities it takes too long to try the graph without each of them; other fall-throughs follow.</summary>
    private const int MostTried = 64;

    public ProcessTree Mine(TraceSet log)
    {
        var empty = EmptyCases(log);
        if (empty == log.Cases)
        {
            return ProcessTree.Tau;
        }

        if (empty > 0)
        {
            var rest = Mine(WithoutEmpty(log));
            return empty <= RareSkip * noise * log.Cases ? rest : ProcessTree.Choice(ProcessTree.Tau, rest);
        }

        if (log.Size == 1 && log.Traces[0].Length == 1)
        {
            return Leaf(log.Traces[0][0]);
        }

        var graph = MinerGraph.Of(log, names.Count);
        var cut = FindCut(graph);
        return cut is null ? FallThrough(log, graph) : Combine(cut, log);
    }

    /// <summary>The cut that needs the least filtering: none, then edges and starts, then ends too.</summary>
    private Cut? FindCut(MinerGraph graph)
    {
        var cut = Cut.Find(graph);
        return cut is null && noise > 0 ? Cut.Find(graph.Filter(noise, ends: false)) ?? Cut.Find(graph.Filter(noise, ends: true)) : cut;
    }

    private static long EmptyCases(TraceSet log)
    {
        var at = Array.FindIndex(log.Traces, trace => trace.Length == 0);
        return at < 0 ? 0 : log.Counts[at];
    }

    private static TraceSet WithoutEmpty(TraceSet log)
    {
        var kept = Enumerable.Range(0, log.Size).Where(t => log.Traces[t].Length > 0).ToArray();
        return new TraceSet([.. kept.Select(t => log.Traces[t])], [.. kept.Select(t => log.Counts[t])]);
    }

    private ProcessTree Leaf(int activity) => ProcessTree.Leaf(names[activity]);

    private ProcessTree Combine(Cut cut, TraceSet log)
    {
        var logs = Split.Along(cut, log);
        if (noise > 0 && cut.Operator is ProcessTreeOperator.Sequence or ProcessTreeOperator.Parallel)
        {
            KeepOneMandatory(logs);
        }

        var parts = logs.Where(part => part.Size > 0).Select(Mine).ToArray();
        return cut.Operator switch
        {
            ProcessTreeOperator.Choice => ProcessTree.Choice(parts),
            ProcessTreeOperator.Sequence => ProcessTree.Sequence(parts),
            ProcessTreeOperator.Parallel => ProcessTree.Parallel(parts),
            _ => ProcessTree.Loop(parts[0], parts.Length > 1 ? parts[1] : ProcessTree.Tau),
        };
    }

    /// <summary>
    /// No case skips the whole block: where each part would become optional, the one skipped least stays mandatory
    /// if its skips are within the noise. Otherwise the block would allow nothing at all.
    /// </summary>
    private void KeepOneMandatory(TraceSet[] parts)
    {
        var least = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (EmptyCases(parts[i]) <= RareSkip * noise * parts[i].Cases)
            {
                return;
            }

            least = EmptyCases(parts[i]) < EmptyCases(parts[least]) ? i : least;
        }

        if (EmptyCases(parts[least]) <= noise * parts[least].Cases)
        {
            parts[least] = WithoutEmpty(parts[least]);
        }
    }

    private ProcessTree FallThrough(TraceSet log, MinerGraph graph) =>
        OncePerTrace(log, graph) ?? Concurrent(log, graph) ?? StrictTauLoop(log, graph) ?? TauLoop(log, graph) ?? Flower(graph);

    private ProcessTree? OncePerTrace(TraceSet log, MinerGraph graph)
    {
        if (graph.Size < 2)
        {
            return null;
        }

        var once = new bool[graph.Size];
        Array.Fill(once, true);
        var seen = new int[graph.Size];
        foreach (var trace in log.Traces)
        {
            Array.Clear(seen);
            foreach (var activity in trace)
            {
                seen[graph.Local[activity]]++;
            }

            for (var a = 0; a < once.Length; a++)
            {
                once[a] &= seen[a] == 1;
            }
        }

        var found = Array.IndexOf(once, true);
        return found < 0 ? null : BesideRest(log, graph, graph.Activities[found]);
    }

    private ProcessTree? Concurrent(TraceSet log, MinerGraph graph)
    {
        if (graph.Size is < 3 or > MostTried)
        {
            return null;
        }

        foreach (var activity in graph.Activities)
        {
            var rest = MinerGraph.Without(log, names.Count, graph, activity);
            if (FindCut(rest) is not null)
            {
                return BesideRest(log, graph, activity);
            }
        }

        return null;
    }

    private ProcessTree BesideRest(TraceSet log, MinerGraph graph, int activity)
    {
        var keep = new bool[names.Count];
        keep[activity] = true;
        var alone = Split.Project(log, keep);
        foreach (var other in graph.Activities)
        {
            keep[other] = other != activity;
        }

        return ProcessTree.Parallel(Mine(alone), Mine(Split.Project(log, keep)));
    }

    private ProcessTree? StrictTauLoop(TraceSet log, MinerGraph graph) =>
        Repeated(log, Split.Pieces(log, (previous, next) => graph.Ends[graph.Local[previous]] > 0 && graph.Starts[graph.Local[next]] > 0));

    private ProcessTree? TauLoop(TraceSet log, MinerGraph graph) =>
        Repeated(log, Split.Pieces(log, (_, next) => graph.Starts[graph.Local[next]] > 0));

    private ProcessTree? Repeated(TraceSet log, TraceSet pieces) =>
        pieces.Cases > log.Cases ? ProcessTree.Loop(Mine(pieces), ProcessTree.Tau) : null;

    private ProcessTree Flower(MinerGraph graph) =>
        ProcessTree.Loop(ProcessTree.Choice(graph.Activities.Select(Leaf)), ProcessTree.Tau);
}
