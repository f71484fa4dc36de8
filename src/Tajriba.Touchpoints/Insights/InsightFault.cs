namespace Tajriba.Touchpoints.Insights;

/// <summary>Why something cannot be done to an insight.</summary>
public enum InsightFault
{
    /// <summary>It stands otherwise now.</summary>
    NotNow,

    /// <summary>A claim, a decision, an effect or a reason without text.</summary>
    NeedsText,

    /// <summary>A claim without a live view or a quote is an opinion.</summary>
    NeedsEvidence,

    /// <summary>The next review is not in the future.</summary>
    NeedsReview,

    /// <summary>An effect of a decision that nobody took.</summary>
    NoSuchDecision,

    /// <summary>Somebody else did something meanwhile.</summary>
    Meanwhile,
}
