namespace Tajriba.ProcessMining.Discovery;

/// <summary>
/// A log reduced to what control-flow discovery and conformance need: the distinct sequences of activities,
/// each with the number of cases that followed it. Immutable; order of traces is of no meaning.
/// </summary>
public sealed class TraceBag
{
    private TraceBag(string[] activities, WeightedTrace[] traces)
    {
        Activities = activities;
        Traces = traces;
        foreach (var trace in traces)
        {
            Cases += trace.Count;
            Events += trace.Count * trace.Activities.Length;
        }
    }

    /// <summary>Names of the activities; a code is an index into this list.</summary>
    public IReadOnlyList<string> Activities { get; }

    /// <summary>The distinct traces.</summary>
    public IReadOnlyList<WeightedTrace> Traces { get; }

    /// <summary>Number of cases: the sum of the traces' counts.</summary>
    public long Cases { get; }

    /// <summary>Number of events over all cases.</summary>
    public long Events { get; }

    /// <summary>The traces of a whole log.</summary>
    public static TraceBag Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Of(log.All());
    }

    /// <summary>The traces of a part of a log; the codes are those of the log.</summary>
    public static TraceBag Of(LogView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return FromCodes([.. view.Log.Activities], Variants.Of(view).Select(variant => (variant.Activities.ToArray(), (long)variant.Cases)));
    }

    /// <summary>Builds a bag from sequences of codes; equal sequences are added up.</summary>
    /// <param name="activities">Names of the activities.</param>
    /// <param name="traces">Sequences with their number of cases.</param>
    /// <exception cref="ArgumentException">A code lies outside the names, a name occurs twice, or a count is below 1.</exception>
    public static TraceBag FromCodes(IReadOnlyList<string> activities, IEnumerable<(int[] Activities, long Count)> traces)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(traces);
        if (activities.Distinct(StringComparer.Ordinal).Count() != activities.Count)
        {
            throw new ArgumentException("Two activities have the same name.", nameof(activities));
        }

        var builder = new TraceSetBuilder();
        foreach (var (codes, count) in traces)
        {
            if (count < 1)
            {
                throw new ArgumentException($"A trace's count must be at least 1, not {count}.", nameof(traces));
            }

            foreach (var code in codes)
            {
                if ((uint)code >= (uint)activities.Count)
                {
                    throw new ArgumentException($"Activity code {code} is outside 0..{activities.Count - 1}.", nameof(traces));
                }
            }

            builder.Add(codes, count);
        }

        var set = builder.Build();
        var result = new WeightedTrace[set.Size];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new WeightedTrace(set.Traces[i], set.Counts[i]);
        }

        return new TraceBag([.. activities], result);
    }

    /// <summary>Builds a bag from sequences of names; codes are given in ordinal order of the names.</summary>
    /// <param name="traces">Sequences of activity names with their number of cases.</param>
    /// <exception cref="ArgumentException">A count is below 1.</exception>
    public static TraceBag FromNames(IEnumerable<(IReadOnlyList<string> Activities, long Count)> traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var all = traces.ToArray();
        var names = all.SelectMany(t => t.Activities).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var code = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            code[names[i]] = i;
        }

        return FromCodes(names, all.Select(t => (t.Activities.Select(a => code[a]).ToArray(), t.Count)));
    }
}
