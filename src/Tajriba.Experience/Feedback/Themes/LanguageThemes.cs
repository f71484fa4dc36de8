using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Themes;

/// <summary>The themes of one language.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Texts">How many texts they were found in.</param>
/// <param name="Found">The themes, the largest first.</param>
/// <param name="NextId">Number of the next theme that is new.</param>
/// <param name="Known">All themes that were ever found, so that one that comes back keeps its number.</param>
public sealed record LanguageThemes(string Language, int Texts, IReadOnlyList<FoundTheme> Found, int NextId, IReadOnlyList<Theme> Known);
