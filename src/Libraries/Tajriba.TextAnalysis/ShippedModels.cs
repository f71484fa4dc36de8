namespace Tajriba.TextAnalysis;

/// <summary>The models that come with the library; see the model card for what they were trained on.</summary>
public static class ShippedModels
{
    private static readonly Lazy<LanguageModel> Languages = new(() => LanguageModel.Read(Open("language.bin")));
    private static readonly Lazy<SentimentModel>[] Sentiments =
        [.. new[] { TextLanguage.Fa, TextLanguage.Ar, TextLanguage.En }.Select(l => new Lazy<SentimentModel>(() => SentimentModel.Read(Open($"sentiment-{l.Code()}.bin"))))];

    /// <summary>The model that tells languages apart, with buffers of its own.</summary>
    public static LanguageModel Language() => Languages.Value.Copy();

    /// <summary>The sentiment of a language, with buffers of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The language is not Persian, Arabic or English.</exception>
    public static SentimentModel Sentiment(TextLanguage language)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)language, (int)TextLanguage.En, nameof(language));
        return Sentiments[(int)language].Value.Copy();
    }

    private static Stream Open(string name) =>
        typeof(ShippedModels).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library was built without {name}.");
}
