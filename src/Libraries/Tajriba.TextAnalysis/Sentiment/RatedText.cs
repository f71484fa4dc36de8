namespace Tajriba.TextAnalysis;

/// <summary>A text of an organization's own whose sentiment is known, for example from the score given beside it.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Label"><c>neg</c>, <c>neu</c> or <c>pos</c>.</param>
public sealed record RatedText(string Text, string Label);
