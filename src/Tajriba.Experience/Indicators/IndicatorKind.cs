namespace Tajriba.Experience.Indicators;

/// <summary>How an indicator is computed from events.</summary>
public enum IndicatorKind
{
    /// <summary>Of the events that belong, the share that also meet a condition.</summary>
    Share,

    /// <summary>The share of events that another event of the same object follows within some days (or does not).</summary>
    Followed,

    /// <summary>Events for each event of another query, as complaints for each visit.</summary>
    Rate,

    /// <summary>The mean of a value, or of the time until another event of the same object.</summary>
    Mean,

    /// <summary>A percentile of the same.</summary>
    Percentile,

    /// <summary>The share of high values minus that of low ones, in points: the net promoter score.</summary>
    NetShares,
}
