namespace Tajriba.Experience.Indicators.Units;

/// <summary>What can be said of a unit among the others.</summary>
public enum UnitVerdict
{
    /// <summary>Within what its size lets expect: no different from the others by more than chance.</summary>
    Same,

    /// <summary>Beyond the limits on the good side.</summary>
    Better,

    /// <summary>Beyond the limits on the bad side.</summary>
    Worse,
}
