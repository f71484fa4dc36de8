using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>
/// Which silent transitions to fire so that a place is marked: backward chaining from the place to the tokens there are.
/// Only what is needed fires; the number of ways followed is bounded.
/// </summary>
internal sealed class SilentPaths
{
    private const int MostWays = 24;
    private const int MostSteps = 20_000;
    private readonly PetriNet net;
    private readonly int[][] silentInto;
    private readonly int[] backward;
    private readonly Dictionary<int, HashSet<int>> sameCycle;
    private readonly bool[] inUse;
    private int steps;

    public SilentPaths(PetriNet net)
    {
        this.net = net;
        silentInto = [.. Enumerable.Range(0, net.Places).Select(place => Silent().Where(t => net.Transitions[t].Outputs.Contains(place)).ToArray())];
        inUse = new bool[net.Transitions.Count];
        backward = [.. Silent().Intersect(BackwardTransitions())];
        sameCycle = backward.ToDictionary(t => t, CycleThrough);

        IEnumerable<int> Silent() => Enumerable.Range(0, net.Transitions.Count).Where(t => net.Transitions[t].Label is null);
    }

    /// <summary>Ways to mark the place; the marking itself where it is marked already; none if there is no way.</summary>
    public List<SilentPath> ToMark(int[] marking, int place)
    {
        steps = 0;
        return Mark(new SilentPath(marking, 0, 0), place);
    }

    /// <summary>Ways to enable the transition: the shortest ones, and those that first begin another round of a loop.</summary>
    public List<SilentPath> ToEnable(int[] marking, int transition)
    {
        steps = 0;
        var start = new SilentPath(marking, 0, 0);
        var ways = Enable(start, transition);
        foreach (var round in backward)
        {
            if (!sameCycle[round].Contains(transition))
            {
                continue;
            }

            inUse[round] = true;
            var begun = Enable(start, round).ConvertAll(path => Fire(path, round));
            inUse[round] = false;
            foreach (var path in begun)
            {
                foreach (var way in Enable(path, transition))
                {
                    AddNew(ways, way);
                }
            }
        }

        return ways;
    }

    /// <summary>Marks as many inputs as silent transitions can; the others get a token from nowhere.</summary>
    public (SilentPath Path, int Missing) Force(int[] marking, int transition)
    {
        steps = 0;
        var inputs = net.Transitions[transition].Inputs;
        var path = new SilentPath(marking, 0, 0);
        foreach (var place in inputs)
        {
            path = Mark(path, place).Find(way => inputs.All(other => other >= place || way.Marking[other] > 0)) ?? path;
        }

        var forced = (int[])path.Marking.Clone();
        var missing = 0;
        foreach (var place in inputs)
        {
            if (forced[place] == 0)
            {
                forced[place] = 1;
                missing++;
            }
        }

        return (path with { Marking = forced }, missing);
    }

    private static void AddNew(List<SilentPath> ways, SilentPath way)
    {
        if (ways.Count < MostWays && !ways.Exists(known => known.Marking.AsSpan().SequenceEqual(way.Marking)))
        {
            ways.Add(way);
        }
    }

    private List<SilentPath> Mark(SilentPath path, int place)
    {
        if (path.Marking[place] > 0)
        {
            return [path];
        }

        var ways = new List<SilentPath>();
        foreach (var silent in silentInto[place])
        {
            if (inUse[silent] || ++steps > MostSteps)
            {
                continue;
            }

            inUse[silent] = true;
            foreach (var way in Enable(path, silent))
            {
                AddNew(ways, Fire(way, silent));
            }

            inUse[silent] = false;
        }

        return ways;
    }

    private List<SilentPath> Enable(SilentPath path, int transition)
    {
        var inputs = net.Transitions[transition].Inputs;
        List<SilentPath> ways = [path];
        foreach (var place in inputs)
        {
            var marked = new List<SilentPath>();
            foreach (var way in ways)
            {
                foreach (var further in Mark(way, place))
                {
                    AddNew(marked, further);
                }
            }

            if (marked.Count == 0)
            {
                return marked;
            }

            ways = marked;
        }

        if (inputs.Count > 1)
        {
            ways.RemoveAll(way => inputs.Any(place => way.Marking[place] == 0));
        }

        return ways;
    }

    private SilentPath Fire(SilentPath path, int transition)
    {
        var (inputs, outputs) = (net.Transitions[transition].Inputs, net.Transitions[transition].Outputs);
        var marking = (int[])path.Marking.Clone();
        foreach (var place in inputs)
        {
            marking[place]--;
        }

        foreach (var place in outputs)
        {
            marking[place]++;
        }

        return new SilentPath(marking, path.Consumed + inputs.Count, path.Produced + outputs.Count);
    }

    /// <summary>Transitions that can come after the given one and before it again.</summary>
    private HashSet<int> CycleThrough(int transition)
    {
        var cycle = Reached(transition, t => t.Outputs, t => t.Inputs);
        cycle.IntersectWith(Reached(transition, t => t.Inputs, t => t.Outputs));
        return cycle;
    }

    private HashSet<int> Reached(int transition, Func<PetriTransition, IReadOnlyList<int>> onward, Func<PetriTransition, IReadOnlyList<int>> back)
    {
        var reached = new HashSet<int>();
        var places = new HashSet<int>();
        var open = new Stack<int>(onward(net.Transitions[transition]));
        while (open.TryPop(out var place))
        {
            if (!places.Add(place))
            {
                continue;
            }

            for (var t = 0; t < net.Transitions.Count; t++)
            {
                if (back(net.Transitions[t]).Contains(place) && reached.Add(t))
                {
                    foreach (var next in onward(net.Transitions[t]))
                    {
                        open.Push(next);
                    }
                }
            }
        }

        return reached;
    }

    /// <summary>Transitions that lead back to a place on the way to them from the source (back edges of a depth-first search).</summary>
    private HashSet<int> BackwardTransitions()
    {
        var found = new HashSet<int>();
        var from = Enumerable.Range(0, net.Places)
            .Select(place => Enumerable.Range(0, net.Transitions.Count).Where(t => net.Transitions[t].Inputs.Contains(place)).ToArray())
            .ToArray();
        var state = new int[net.Places];
        var stack = new Stack<(int Place, int Edge)>();
        var edges = from.Select(ts => ts.SelectMany(t => net.Transitions[t].Outputs.Select(p => (Transition: t, Place: p))).ToArray()).ToArray();
        stack.Push((net.Source, 0));
        state[net.Source] = 1;
        while (stack.TryPop(out var top))
        {
            if (top.Edge == edges[top.Place].Length)
            {
                state[top.Place] = 2;
                continue;
            }

            stack.Push((top.Place, top.Edge + 1));
            var (transition, place) = edges[top.Place][top.Edge];
            if (state[place] == 1)
            {
                found.Add(transition);
            }
            else if (state[place] == 0)
            {
                state[place] = 1;
                stack.Push((place, 0));
            }
        }

        return found;
    }
}
