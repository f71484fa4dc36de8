namespace Tajriba.Organization.Objectives.Records;

/// <summary>How an objective ended.</summary>
/// <param name="Score">0 to 1, as those who answer for it see it.</param>
/// <param name="Measured">What its key results said on that day, 0 to 1; null where they said nothing.</param>
/// <param name="Learned">What was learned.</param>
/// <param name="On">When it was scored.</param>
public sealed record Scoring(double Score, double? Measured, string Learned, DateOnly On);
