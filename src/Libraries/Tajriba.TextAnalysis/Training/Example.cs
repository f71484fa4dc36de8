namespace Tajriba.TextAnalysis;

/// <summary>A labelled text to learn from.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Label">Its label; for sentiment <c>neg</c>, <c>neu</c> or <c>pos</c>; several topics are separated by a vertical bar.</param>
/// <param name="Source">The collection that it is from.</param>
/// <param name="Language">The code of its language.</param>
public sealed record Example(string Text, string Label, string Source, string Language);
