namespace Tajriba.Touchpoints.Insights;

/// <summary>Whether an insight still stands.</summary>
public enum InsightState
{
    Holds,

    /// <summary>What was found later says otherwise.</summary>
    Refuted,

    /// <summary>True or not, it matters no more.</summary>
    Retired,
}
