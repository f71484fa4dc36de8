namespace Tajriba.Organization.Objectives;

/// <summary>An objective that another room proposes.</summary>
/// <param name="Title">What should be so.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Unit">Code of the unit; null for the organization.</param>
/// <param name="Owner">Id of the person who answers for it, or null.</param>
/// <param name="DueOn">A day by which it should be so.</param>
/// <param name="Origin">What it was made of: a path within the product, unique for it.</param>
public sealed record ObjectiveProposal(string Title, string Why, string? Unit, long? Owner, DateOnly DueOn, string Origin)
{
    /// <summary>Key results by indicators: in which unit (null for the organization), and the target in the indicator's unit of measure.</summary>
    public IReadOnlyList<(string Title, string Indicator, string? Unit, double Target)> Results { get; init; } = [];

    /// <summary>Key results that somebody tells, with where they begin and what they are to reach.</summary>
    public IReadOnlyList<(string Title, double Baseline, double Target)> Told { get; init; } = [];
}
