using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>
/// Optimal alignments of traces with a process tree: A* over pairs of position and state of the tree. States, their steps
/// and the bound are shared by all traces; each distinct trace is aligned once.
/// </summary>
public static class Alignments
{
    /// <summary>Aligns every distinct trace.</summary>
    /// <param name="tree">The model.</param>
    /// <param name="log">The traces.</param>
    /// <param name="budget">Limits of the work; the default if null.</param>
    /// <exception cref="ArgumentException">A time limit without a clock, or fewer than 1 state per trace.</exception>
    public static AlignmentResult Align(ProcessTree tree, TraceBag log, AlignmentBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(log);
        budget ??= new AlignmentBudget();
        if (budget.StatesPerTrace < 1 || (budget.Time is not null && budget.Clock is null))
        {
            throw new ArgumentException("A budget needs at least 1 state per trace, and a clock beside a time limit.", nameof(budget));
        }

        var automaton = new TreeAutomaton(tree, log.Activities);
        var search = new AlignmentSearch(automaton, [.. log.Activities.Concat(tree.ActivityNames().Except(log.Activities, StringComparer.Ordinal))]);
        var started = budget.Clock?.GetTimestamp() ?? 0;
        return new AlignmentResult([.. log.Traces.Select(trace => search.Align(trace, budget.StatesPerTrace, IsLate))]);

        bool IsLate() => budget.Time is { } time && budget.Clock!.GetElapsedTime(started) > time;
    }
}
