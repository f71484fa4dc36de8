namespace Tajriba.Experience.Feedback.Problems;

/// <summary>A resolved case as the log tells of it.</summary>
/// <param name="Code">What it is called.</param>
/// <param name="Unit">Code of the unit that answered; null for the organization.</param>
/// <param name="Cause">Key of its cause.</param>
/// <param name="OpenedAt">When it was opened; null where the log does not say.</param>
/// <param name="ResolvedAt">When it was resolved.</param>
public sealed record ProblemCase(string Code, string? Unit, string Cause, DateTimeOffset? OpenedAt, DateTimeOffset ResolvedAt);
