using Tajriba.Statistics;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>How often a choice was taken.</summary>
/// <param name="Value">The choice's value.</param>
/// <param name="Text">Its words.</param>
/// <param name="Count">How often.</param>
/// <param name="Share">Of those who answered, with its 95% interval (Wilson); null where they are too few to say.</param>
public sealed record ChoiceResult(string Value, string Text, int Count, Estimate? Share);
