namespace Tajriba.Questionnaires;

/// <summary>A hint to whoever writes a survey; nothing forbids what it names.</summary>
/// <param name="Code">What; rooms give the words.</param>
/// <param name="Path">Where, as a JSON path.</param>
/// <param name="Element">Name of the question, or empty for the whole survey.</param>
/// <param name="Locale">Language of the text, or empty where it is about none.</param>
/// <param name="Arguments">What the words need.</param>
public sealed record PracticeWarning(PracticeCode Code, string Path, string Element, string Locale, IReadOnlyList<string> Arguments);
