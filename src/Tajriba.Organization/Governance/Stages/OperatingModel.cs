namespace Tajriba.Organization.Governance.Stages;

/// <summary>Where the organization stands, and which of the criteria that the product cannot know are met.</summary>
/// <param name="Stage">The stage it is in.</param>
/// <param name="Met">Keys of the criteria that people say are met.</param>
public sealed record OperatingModel(OperatingStage Stage, IReadOnlyList<string> Met)
{
    /// <summary>A new house.</summary>
    public static OperatingModel Usual { get; } = new(OperatingStage.Team, []);
}
