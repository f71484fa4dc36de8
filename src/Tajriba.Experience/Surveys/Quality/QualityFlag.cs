namespace Tajriba.Experience.Surveys.Quality;

/// <summary>Why an answer deserves a second look. It is never left out without being told.</summary>
public static class QualityFlag
{
    /// <summary>Given in less than a third of the usual time, or in less than a second a question.</summary>
    public const string Speeding = "speeding";

    /// <summary>The same choice down a whole block of alike questions.</summary>
    public const string StraightLining = "straight-lining";

    /// <summary>The same answers as another of the same device or person within a day.</summary>
    public const string Duplicate = "duplicate";

    public static IReadOnlyList<string> All { get; } = [Speeding, StraightLining, Duplicate];
}
