namespace Tajriba.Experience.Feedback.Cases;

/// <summary>A case among those of its customer.</summary>
/// <param name="Row">The case.</param>
/// <param name="ResolvedAt">When it was resolved, if it still is.</param>
public sealed record CustomerCase(CaseRow Row, DateTimeOffset? ResolvedAt);
