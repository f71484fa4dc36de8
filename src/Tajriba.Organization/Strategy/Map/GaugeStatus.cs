namespace Tajriba.Organization.Strategy.Map;

/// <summary>How far an objective is, by its indicator.</summary>
public enum GaugeStatus
{
    /// <summary>There are too few observations.</summary>
    TooThin,

    /// <summary>It is measured, and nobody said what it should reach.</summary>
    NoTarget,

    /// <summary>Reached, and more than chance may have done.</summary>
    Reached,

    /// <summary>The target lies within the interval.</summary>
    Near,

    /// <summary>Short of the target by more than chance.</summary>
    Short,
}
