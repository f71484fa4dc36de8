using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>The search for one trace after the other over one automaton.</summary>
internal sealed class AlignmentSearch(TreeAutomaton automaton, string[] names)
{
    private readonly Dictionary<long, int> numbers = [];
    private readonly List<Visit> visits = [];
    private readonly List<Stack<(int Visit, int Cost)>> open = [];
    private int[] trace = [];
    private SuffixCounts suffixes = null!;
    private int bound;

    public TraceAlignment Align(WeightedTrace weighted, int mostStates, Func<bool> isLate)
    {
        trace = weighted.Activities;
        suffixes = automaton.Suffixes(trace);
        numbers.Clear();
        visits.Clear();
        open.ForEach(bucket => bucket.Clear());
        bound = 0;
        Reach(0, automaton.Start, 0, -1, default);
        var closed = 0;
        for (bound = 0; bound < open.Count; bound++)
        {
            while (open[bound].TryPop(out var top))
            {
                var visit = visits[top.Visit];
                if (visit.Cost < top.Cost)
                {
                    continue;
                }

                if (visit.At == trace.Length && automaton.CanEnd(visit.State))
                {
                    return new TraceAlignment(weighted.Count, trace.Length, automaton.MinimalLength, visit.Cost, visit.Cost, MovesTo(top.Visit));
                }

                closed++;
                if (closed > mostStates || ((closed & 1023) == 1 && isLate()))
                {
                    return new TraceAlignment(weighted.Count, trace.Length, automaton.MinimalLength, null, bound, null);
                }

                Expand(top.Visit, visit);
            }
        }

        throw new InvalidOperationException("A process tree always has a run, so that an alignment exists.");
    }

    private void Expand(int number, Visit visit)
    {
        foreach (var activity in automaton.Enabled(visit.State))
        {
            foreach (var next in automaton.Next(visit.State, activity))
            {
                Reach(visit.At, next, visit.Cost + 1, number, new AlignmentMove(AlignmentMoveKind.ModelOnly, names[activity]));
            }
        }

        if (visit.At == trace.Length)
        {
            return;
        }

        var own = trace[visit.At];
        Reach(visit.At + 1, visit.State, visit.Cost + 1, number, new AlignmentMove(AlignmentMoveKind.LogOnly, names[own]));
        foreach (var next in automaton.Next(visit.State, own))
        {
            Reach(visit.At + 1, next, visit.Cost, number, new AlignmentMove(AlignmentMoveKind.Both, names[own]));
        }
    }

    private void Reach(int at, int state, int cost, int from, AlignmentMove move)
    {
        var key = ((long)at << 32) | (uint)state;
        if (numbers.TryGetValue(key, out var number))
        {
            if (visits[number].Cost <= cost)
            {
                return;
            }

            visits[number] = visits[number] with { Cost = cost, From = from, Move = move };
        }
        else
        {
            number = visits.Count;
            numbers.Add(key, number);
            visits.Add(new Visit(at, state, cost, automaton.LowerBound(state, suffixes.From(at)), from, move));
        }

        // the bound is not consistent between neighbours: a state is never filed below what is proven already
        var bucket = Math.Max(bound, cost + visits[number].Rest);
        while (open.Count <= bucket)
        {
            open.Add(new Stack<(int, int)>());
        }

        open[bucket].Push((number, cost));
    }

    private List<AlignmentMove> MovesTo(int number)
    {
        var moves = new List<AlignmentMove>();
        for (; visits[number].From >= 0; number = visits[number].From)
        {
            moves.Add(visits[number].Move);
        }

        moves.Reverse();
        return moves;
    }

    private readonly record struct Visit(int At, int State, int Cost, int Rest, int From, AlignmentMove Move);
}
