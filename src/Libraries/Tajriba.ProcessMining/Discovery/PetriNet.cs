namespace Tajriba.ProcessMining.Discovery;

/// <summary>
/// A workflow net: a Petri net with one source place (marked by one token at the start) and one sink place
/// (which alone is marked at the end). Places are numbers from 0 to <see cref="Places"/> - 1. Immutable.
/// </summary>
public sealed class PetriNet
{
    /// <summary>Makes a net.</summary>
    /// <param name="places">Number of places, at least 2.</param>
    /// <param name="source">The place marked at the start.</param>
    /// <param name="sink">The place marked at the end; not the source.</param>
    /// <param name="transitions">The transitions.</param>
    /// <exception cref="ArgumentException">A place is out of range, source and sink are the same, or a transition lacks inputs or outputs.</exception>
    public PetriNet(int places, int source, int sink, IReadOnlyList<PetriTransition> transitions)
    {
        ArgumentNullException.ThrowIfNull(transitions);
        if (source == sink || !InRange(source) || !InRange(sink))
        {
            throw new ArgumentException($"Source {source} and sink {sink} must be two of the {places} places.", nameof(source));
        }

        foreach (var transition in transitions)
        {
            if (transition.Inputs.Count == 0 || transition.Outputs.Count == 0)
            {
                throw new ArgumentException($"Transition '{transition.Label}' needs at least one input and one output.", nameof(transitions));
            }

            if (transition.Inputs.Concat(transition.Outputs).Any(place => !InRange(place)))
            {
                throw new ArgumentException($"Transition '{transition.Label}' names a place outside 0..{places - 1}.", nameof(transitions));
            }
        }

        Places = places;
        Source = source;
        Sink = sink;
        Transitions = transitions;

        bool InRange(int place) => (uint)place < (uint)places;
    }

    /// <summary>Number of places.</summary>
    public int Places { get; }

    /// <summary>The place marked at the start.</summary>
    public int Source { get; }

    /// <summary>The place marked at the end.</summary>
    public int Sink { get; }

    /// <summary>The transitions.</summary>
    public IReadOnlyList<PetriTransition> Transitions { get; }

    /// <summary>Number of transitions that show an activity.</summary>
    public int VisibleTransitions => Transitions.Count(t => t.Label is not null);

    /// <summary>Number of arcs.</summary>
    public int Arcs => Transitions.Sum(t => t.Inputs.Count + t.Outputs.Count);

    /// <summary>
    /// Simplicity by inverse arc degree: 1 / (1 + max(0, d - 2)) where d is the mean number of arcs at a place or transition;
    /// 1 for a plain chain, towards 0 as the net gets dense.
    /// </summary>
    /// <remarks>Source: F. Blum, Metrics in process discovery (2015), arc degree; the reference degree is 2.</remarks>
    public double Simplicity => 1 / (1 + Math.Max(0, (2.0 * Arcs / (Places + Transitions.Count)) - 2));

    /// <summary>The workflow net with the same language as the tree; sound, since trees are.</summary>
    /// <param name="tree">Any process tree.</param>
    public static PetriNet Of(ProcessTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new PetriNetBuilder().Build(tree);
    }
}
