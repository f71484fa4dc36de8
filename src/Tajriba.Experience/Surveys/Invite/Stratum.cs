namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Another share of people where the attribute of the strata has this value.</summary>
/// <param name="Value">As text.</param>
/// <param name="Share">From 0 (nobody) to 1.</param>
public sealed record Stratum(string Value, double Share);
