namespace Tajriba.Experience.Indicators.Digests;

/// <summary>Figures that somebody gets by e-mail again and again.</summary>
/// <param name="Id">The house's number of it.</param>
/// <param name="PersonId">Who gets it; null where a role does.</param>
/// <param name="Role">Code of the role whose holders get it, or null.</param>
/// <param name="Plan">What and when.</param>
/// <param name="Made">When it was asked for.</param>
public sealed record Digest(long Id, long? PersonId, string? Role, DigestPlan Plan, DateTimeOffset Made);
