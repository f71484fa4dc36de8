namespace Tajriba.Organization.Processes.Inventory;

/// <summary>A process of the house.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Unit">Code of the unit to which it belongs; null for the organization.</param>
/// <param name="Inputs">What it begins with.</param>
/// <param name="Outputs">What it ends with.</param>
/// <param name="Systems">The systems that it runs on.</param>
/// <param name="Parts">Codes of the units that work in it.</param>
public sealed record Process(string Name, ProcessKind Kind, string? Unit, string Inputs, string Outputs, IReadOnlyList<string> Systems, IReadOnlyList<string> Parts)
{
    /// <summary>Most indicators or journeys of one.</summary>
    public const int MostOfEach = 20;

    /// <summary>Best and worst of <see cref="Feasibility"/>.</summary>
    public const int MostFeasible = 5;

    /// <summary>Keys of the indicators that say how well it runs.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    public IReadOnlyList<LinkedJourney> Journeys { get; init; } = [];

    /// <summary>How easily it can be redesigned, 1 (hardly) to 5 (easily), by people's judgement.</summary>
    public int Feasibility { get; init; } = 3;

    /// <summary>The last redesign, or null.</summary>
    public Redesign? Redesign { get; init; }
}
