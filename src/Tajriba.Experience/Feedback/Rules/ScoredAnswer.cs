namespace Tajriba.Experience.Feedback.Rules;

/// <summary>What a rule looks at of an answer to a survey.</summary>
/// <param name="Survey">Key of the survey.</param>
/// <param name="Scores">By name.</param>
public sealed record ScoredAnswer(string Survey, IReadOnlyDictionary<string, double> Scores, string? Unit, string? Channel, string? Language);
