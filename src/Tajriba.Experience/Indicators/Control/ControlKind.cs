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

    /// <summary>Everything else: single values and moving ranges.</summary>
    XmR,
}
