using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>
/// Precision by escaping edges: after each prefix of the log, the share of what the model allows next that the log never does.
/// Exact for process trees: what is allowed is known without a search among silent steps.
/// </summary>
/// <remarks>Source: Munoz-Gama, Carmona, A Fresh Look at Precision in Process Conformance (2010). Prefixes that end a case are
/// weighed only by the cases that go on from them; prefixes that do not fit are left out.</remarks>
public static class EtcPrecision
{
    /// <summary>1 where the model allows nothing that the log does not show, towards 0 the more it allows.</summary>
    /// <param name="tree">The model.</param>
    /// <param name="log">The traces.</param>
    public static double Of(ProcessTree tree, TraceBag log)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(log);
        var automaton = new TreeAutomaton(tree, log.Activities);
        var root = new Prefix();
        foreach (var trace in log.Traces)
        {
            var at = root;
            foreach (var activity in trace.Activities)
            {
                at.Cases += trace.Count;
                at = at.Then(activity);
            }
        }

        double allowed = 0, escaping = 0;
        var open = new Stack<(Prefix Prefix, int[] States)>();
        open.Push((root, [automaton.Start]));
        while (open.TryPop(out var top))
        {
            if (top.Prefix.Next.Count == 0)
            {
                continue;
            }

            var enabled = top.States.SelectMany(automaton.Enabled).ToHashSet();
            allowed += (double)enabled.Count * top.Prefix.Cases;
            escaping += (double)enabled.Count(a => !top.Prefix.Next.ContainsKey(a)) * top.Prefix.Cases;
            foreach (var (activity, next) in top.Prefix.Next)
            {
                var states = top.States.SelectMany(state => automaton.Next(state, activity)).Distinct().ToArray();
                if (states.Length > 0)
                {
                    open.Push((next, states));
                }
            }
        }

        return allowed > 0 ? 1 - (escaping / allowed) : 1;
    }

    private sealed class Prefix
    {
        public long Cases { get; set; }

        public SortedDictionary<int, Prefix> Next { get; } = [];

        public Prefix Then(int activity)
        {
            if (!Next.TryGetValue(activity, out var next))
            {
                next = new Prefix();
                Next.Add(activity, next);
            }

            return next;
        }
    }
}
