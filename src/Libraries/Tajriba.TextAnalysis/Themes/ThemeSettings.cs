namespace Tajriba.TextAnalysis;

/// <summary>How themes are found.</summary>
public sealed record ThemeSettings
{
    /// <summary>How many texts a theme, and each of its words, must have at least; 2 or more.</summary>
    public int FewestTexts { get; init; } = 5;

    /// <summary>Words in a larger share of the texts tell no theme; above 0, at most 1.</summary>
    public double MostCommon { get; init; } = 0.2;

    /// <summary>How strongly the words of a theme must go together: mean normalized pointwise mutual information, above 0 and below 1.</summary>
    public double Together { get; init; } = 0.3;

    /// <summary>How many of the most frequent words are looked at; the time is square in it.</summary>
    public int MostTerms { get; init; } = 400;

    /// <summary>How much of the words (Jaccard index) a theme must share with one of the window before to keep its number; above 0, at most 1.</summary>
    public double SameFrom { get; init; } = 0.25;
}
