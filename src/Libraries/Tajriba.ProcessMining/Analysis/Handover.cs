namespace Tajriba.ProcessMining;

/// <summary>How often work passes from one value of an event attribute (a person, a unit, a channel) to the next event's.</summary>
public sealed class Handover
{
    private Handover(StringTable values, FlowEdge[] passes)
    {
        Values = values;
        Passes = Ranking.Sort(passes, values);
    }

    /// <summary>The attribute's values, which the passes' codes point into.</summary>
    public StringTable Values { get; }

    /// <summary>Pairs of values of neighbouring events of one case, staying with the same value included; by count descending, then by name.</summary>
    public IReadOnlyList<FlowEdge> Passes { get; }

    /// <summary>The hand-overs of a view. A neighbouring pair counts when both events have a value.</summary>
    /// <exception cref="ArgumentException">The log has no such event-level column.</exception>
    public static Handover Of(LogView view, string column)
    {
        ArgumentNullException.ThrowIfNull(view);
        AttributeColumn attribute = view.Log.Column(column) ?? throw new ArgumentException($"The log has no attribute '{column}'.", nameof(column));
        if (attribute.Level != AttributeLevel.Event)
        {
            throw new ArgumentException($"'{column}' belongs to cases; a hand-over needs an attribute of events.", nameof(column));
        }

        var counter = new PairCounter(attribute.Values.Count);
        ReadOnlySpan<int> codes = attribute.Codes;
        for (int c = 0; c < view.CaseCount; c++)
        {
            int end = view.Ends[c];
            for (int p = view.Starts[c] + 1; p < end; p++)
            {
                int from = codes[view.EventAt(p - 1)];
                int to = codes[view.EventAt(p)];
                if (from >= 0 && to >= 0)
                {
                    counter.Add(from, to, 1);
                }
            }
        }

        return new Handover(attribute.Values, counter.ToEdges());
    }
}
