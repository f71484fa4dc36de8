namespace Tajriba.Touchpoints.Insights;

/// <summary>What came of a decision.</summary>
public enum InsightEffect
{
    Better,
    NoChange,
    Worse,

    /// <summary>Too few figures to say.</summary>
    Unclear,
}
