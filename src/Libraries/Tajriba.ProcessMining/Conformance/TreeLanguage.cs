using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>The language of a process tree: which sequences of activities it allows, decided exactly.</summary>
public sealed class TreeLanguage
{
    private readonly TreeAutomaton automaton;
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);

    /// <summary>Prepares the language of a tree. Not thread-safe: it remembers what it has seen.</summary>
    /// <param name="tree">Any process tree.</param>
    public TreeLanguage(ProcessTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var names = tree.ActivityNames();
        automaton = new TreeAutomaton(tree, names);
        for (var i = 0; i < names.Count; i++)
        {
            codes.Add(names[i], i);
        }
    }

    /// <summary>Number of activities in the shortest sequence of the language.</summary>
    public int ShortestLength => automaton.MinimalLength;

    /// <summary>Whether the tree allows the whole sequence.</summary>
    /// <param name="trace">Activity names in order.</param>
    public bool Contains(IEnumerable<string> trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        int[] states = [automaton.Start];
        foreach (var name in trace)
        {
            if (!codes.TryGetValue(name, out var activity))
            {
                return false;
            }

            states = [.. states.SelectMany(state => automaton.Next(state, activity)).Distinct()];
        }

        return Array.Exists(states, automaton.CanEnd);
    }
}
