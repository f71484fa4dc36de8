namespace Tajriba.Statistics;

/// <summary>Where a unit stands in a funnel plot.</summary>
public enum FunnelPosition
{
    /// <summary>Within the limits: what chance alone would give.</summary>
    Within,

    /// <summary>Below the outer limit.</summary>
    Below,

    /// <summary>Above the outer limit.</summary>
    Above,
}
