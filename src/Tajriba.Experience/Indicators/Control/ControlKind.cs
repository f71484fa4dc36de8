namespace Tajriba.Experience.Indicators.Control;

/// <summary>The control chart that fits an indicator.</summary>
public enum ControlKind
{
    /// <summary>Shares: p chart.</summary>
    P,

    /// <summary>Shares whose periods vary more than chance alone: Laney's p′ chart.</summary>
    Laney,

    /// <summary>Events for each other event: u chart.</summary>
    U,

    /// <summary>Rates whose periods vary more than chance alone: Laney's u′ chart.</summary>
    LaneyU,

    /// <summary>Means and net shares: X̄ chart whose limits know how many observations each period has.</summary>
    Means,

    /// <summary>The same where the periods vary more than their observations explain.</summary>
    LaneyMeans,

    /// <summary>Percentiles: single values and moving ranges.</summary>
    XmR,
}
