using Tajriba.Experience.Indicators.Observe;

namespace Tajriba.Experience.Indicators.Measure;

/// <summary>How one observation of a definition counts.</summary>
internal sealed class TallyRule
{
    private const double SecondsPerDay = 86_400;
    private const double MicrosecondsPerDay = 86_400_000_000;

    private readonly IndicatorDefinition definition;
    private readonly long over;
    private readonly double window;

    /// <param name="definition">The definition.</param>
    /// <param name="now">The present, microseconds: an event counts as followed or not only once its days are over.</param>
    public TallyRule(IndicatorDefinition definition, long now)
    {
        this.definition = definition;
        window = definition.Days * SecondsPerDay;
        over = definition.IsPaired ? now - (long)(definition.Days * MicrosecondsPerDay) : long.MaxValue;
    }

    /// <summary>Whether the observation counts at all.</summary>
    public bool Counts(in ObservationRows rows, int row) => rows.Times[row] <= over && (!definition.IsElapsed || rows.Values[row] <= window);

    /// <summary>What an observation that counts says, as rows show it: 1 or 0, or the value.</summary>
    public double Said(double value) => definition.Kind == IndicatorKind.Followed ? (value <= window) == definition.Not ? 0 : 1 : value;

    public void Add(Tally tally, double value)
    {
        switch (definition.Kind)
        {
            case IndicatorKind.Share or IndicatorKind.Followed:
                tally.Count++;
                tally.Hits += Said(value) > 0 ? 1 : 0;
                break;
            case IndicatorKind.Rate:
                tally.Hits += value > 0 ? 1 : 0;
                tally.Count += value > 0 ? 0 : 1;
                break;
            case IndicatorKind.NetShares:
                tally.Count++;
                tally.Hits += value >= definition.High ? 1 : 0;
                tally.Lows += value <= definition.Low ? 1 : 0;
                break;
            case IndicatorKind.Percentile:
                tally.Keep(value);
                break;
            default:
                tally.AddValue(value);
                break;
        }
    }
}
