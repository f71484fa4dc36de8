namespace Tajriba.Touchpoints.Insights;

/// <summary>How sure those are who tell an insight.</summary>
public enum Confidence
{
    /// <summary>A hint: few cases, or one source.</summary>
    Low,

    /// <summary>Several sources, or one measured with an interval.</summary>
    Medium,

    /// <summary>Measured, repeated, and seen in more than one source.</summary>
    High,
}
