namespace Tajriba.TextAnalysis;

/// <summary>Which language a text in Latin letters is written in, where it is not a European one.</summary>
public enum LatinVariety
{
    /// <summary>Not recognized as either.</summary>
    None,

    /// <summary>Persian in Latin letters.</summary>
    Finglish,

    /// <summary>Arabic in Latin letters, often with digits for its own sounds.</summary>
    Arabizi,
}
