namespace Tajriba.Experience.Surveys.Results;

/// <summary>How a population is made up, by what is known of everybody who answers.</summary>
/// <param name="By">Where it stands: <c>unit</c>, <c>channel</c>, <c>language</c>, or a member of the context, <c>context.segment</c>.</param>
/// <param name="Shares">Share of each value, above 0, in any unit: percent, or people.</param>
public sealed record Margin(string By, IReadOnlyDictionary<string, double> Shares);
