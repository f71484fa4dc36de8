using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>One thing that is done.</summary>
/// <param name="Key">Unique within the road map.</param>
/// <param name="Component">Key of the component that it helps.</param>
/// <param name="Level">Where the component, or the category that it begins with, stood.</param>
/// <param name="Title">What is done.</param>
/// <param name="Technology">With which tools.</param>
/// <param name="Effort">Months of one person.</param>
/// <param name="Quarter">A day in the middle of its quarter, which is in one quarter of either calendar.</param>
/// <param name="Owner">Id of the person who sees to it, or null.</param>
/// <param name="After">Keys of the steps that it waits for.</param>
public sealed record RoadStep(string Key, string Component, double Level, LocalName Title, LocalName Technology, int Effort, DateOnly Quarter, long? Owner, IReadOnlyList<string> After)
{
    /// <summary>Key of the category that it begins with; null where it helps the component as a whole.</summary>
    public string? Category { get; init; }

    /// <summary>Most months of one person.</summary>
    public const int MostEffort = 240;
}
