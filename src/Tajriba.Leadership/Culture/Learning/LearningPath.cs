namespace Tajriba.Leadership.Culture.Learning;

/// <summary>What people who play a part in the experience should know and be able to do.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Role">Whose path it is.</param>
/// <param name="Modules">Its steps, in order.</param>
public sealed record LearningPath(string Name, ExperienceRole Role, IReadOnlyList<LearningModule> Modules)
{
    /// <summary>Most steps of one.</summary>
    public const int MostModules = 30;

    /// <summary>Key of the indicator by which its effect is looked for, or null.</summary>
    public string? Indicator { get; init; }

    /// <summary>The first day on which the effect can show.</summary>
    public DateOnly? From { get; init; }
}
