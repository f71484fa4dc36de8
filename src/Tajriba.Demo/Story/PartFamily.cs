namespace Tajriba.Demo.Story;

/// <summary>Family of the part that a repair waits for.</summary>
public enum PartFamily
{
    Filters,
    Brakes,
    Electrics,
    Body,

    /// <summary>The one that is long in coming.</summary>
    Gearbox,
}
