namespace Tajriba.TextAnalysis;

/// <summary>
/// Folding, language and sentiment of one text after another, with the models that come with the library. Allocates nothing for a
/// text once its buffers have grown. Not for several threads at once: each has its own.
/// </summary>
public sealed class TextAnalyzer
{
    private readonly LanguageModel languages = ShippedModels.Language();
    private readonly SentimentModel[] sentiments = [ShippedModels.Sentiment(TextLanguage.Fa), ShippedModels.Sentiment(TextLanguage.Ar), ShippedModels.Sentiment(TextLanguage.En)];

    /// <summary>The text analysed last, folded.</summary>
    public FoldedText Folded { get; } = new();

    /// <summary>The language of a text.</summary>
    public LanguageGuess Detect(ReadOnlySpan<char> text) => languages.Guess(Folded.Fold(text));

    /// <summary>The sentiment of a text.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="language">Its language; null to detect it. Where there is no sentiment for it, the likeliest of Persian, Arabic and English is taken.</param>
    /// <param name="read">The language that it was read in.</param>
    public SentimentScore Sentiment(ReadOnlySpan<char> text, TextLanguage? language, out TextLanguage read)
    {
        Folded.Fold(text);
        read = language is { } given and <= TextLanguage.En ? given : languages.Guess(Folded).ForSentiment;
        return sentiments[(int)read].Score(Folded);
    }

    /// <summary>The words that moved the sentiment of the text analysed last, in the language that it was read in.</summary>
    public IReadOnlyList<SentimentSpan> Explain(TextLanguage read, int most = 5) => sentiments[(int)read].Explain(Folded, most);
}
