using Tajriba.Statistics;

namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>What a round that is over says, as far as it may be shown.</summary>
/// <param name="Cells">The units that are shown; none where too few answered.</param>
/// <param name="Tallies">The tally of each part.</param>
public sealed record PulseResult(IReadOnlyList<PulseCell> Cells, IReadOnlyList<Tally> Tallies)
{
    /// <summary>The cell of a unit, or null where it is not shown.</summary>
    public PulseCell? Cell(string unit) => Cells.FirstOrDefault(c => c.Unit == unit);

    /// <summary>Mean and spread of a dimension in a unit and all below it, 0 to 100; null where it is not shown or was not asked.</summary>
    public SampleSummary? Index(Dimension dimension, string unit = ShownUnits.Whole) => Summary(Tally.OfIndex(dimension), unit);

    /// <summary>Mean and spread of a question's answers, 1 to 5; null where it is not shown.</summary>
    public SampleSummary? Question(string key, string unit = ShownUnits.Whole) => Summary(key, unit);

    /// <summary>The interval at 95%, within the ends of the scale.</summary>
    public static Estimate Interval(SampleSummary sample)
    {
        Estimate estimate = MeanInterval.Student(sample);
        return new(estimate.Value, Math.Max(0, estimate.Lower), Math.Min(100, estimate.Upper));
    }

    private SampleSummary? Summary(string key, string unit)
    {
        HashSet<string> parts = [.. Cells.Where(c => c.Unit == unit || IsBelow(c, unit)).Select(c => c.Unit)];
        double[] values = Cell(unit) is null ? [] : [.. Tallies.Where(t => t.Question == key && parts.Contains(t.Part)).SelectMany(t => Enumerable.Repeat((double)t.Score, t.Answers))];
        return values.Length < 2 ? null : SampleSummary.Of(values);
    }

    private bool IsBelow(PulseCell cell, string unit) => cell.Above is { } above && (above == unit || (Cell(above) is { } next && IsBelow(next, unit)));
}
