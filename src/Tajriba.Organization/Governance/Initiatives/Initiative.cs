using System.Text.Json.Serialization;

namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>Work over some months that should do something to indicators.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Aim">What it is for.</param>
/// <param name="Unit">Code of the unit where it is done; null for the organization.</param>
/// <param name="Owner">Id of the person who leads it.</param>
/// <param name="Budget">What it may cost.</param>
/// <param name="Spent">What it has cost so far.</param>
public sealed record Initiative(string Title, string Aim, string? Unit, long? Owner, decimal? Budget, decimal? Spent)
{
    /// <summary>Most milestones, benefits or stakeholders of one.</summary>
    public const int MostOfEach = 40;

    public InitiativeState State { get; init; }

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    public IReadOnlyList<Benefit> Benefits { get; init; } = [];

    public IReadOnlyList<Stakeholder> Stakeholders { get; init; } = [];

    /// <summary>Share of those concerned who work the new way, 0 to 1, as last counted; null where nobody has.</summary>
    public double? Adoption { get; init; }

    /// <summary>The next milestone that is not there, or null.</summary>
    [JsonIgnore]
    public Milestone? Next => Milestones.Where(m => m.DoneOn is null).MinBy(m => m.DueOn);

    /// <summary>Whether a milestone should have been there.</summary>
    public bool IsLate(DateOnly today) => State == InitiativeState.Running && Milestones.Any(m => m.IsLate(today));
}
