using System.Runtime.InteropServices;

namespace Tajriba.TextAnalysis;

/// <summary>The language of a text.</summary>
/// <param name="Language">The likeliest.</param>
/// <param name="Margin">The probability of the likeliest less that of the next: 0 to 1.</param>
/// <param name="ForSentiment">The likeliest of Persian, Arabic and English, for which there is sentiment.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LanguageGuess(TextLanguage Language, double Margin, TextLanguage ForSentiment);
