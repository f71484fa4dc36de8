namespace Tajriba.TextAnalysis;

/// <summary>Tells Persian, Arabic, English, Urdu, Central Kurdish and Pashto apart, also in texts of one or two words.</summary>
public sealed class LanguageModel
{
    internal const string Kind = "language";
    private readonly LinearModel model;
    private readonly TextLanguage[] languages;
    private readonly Features features = new();

    internal LanguageModel(LinearModel model)
    {
        this.model = model;
        languages = [.. model.Classes.Select(c => LanguageCodes.TryParse(c.Label, out TextLanguage l) ? l : throw new FormatException($"There is no language '{c.Label}'."))];
    }

    /// <summary>Reads a model from its file.</summary>
    /// <exception cref="FormatException">It is no such model, or its checksum is wrong.</exception>
    public static LanguageModel Read(Stream stream) => new(LinearModelFile.Read(stream, Kind));

    /// <summary>Writes it to a file, with its version and checksum.</summary>
    public void Write(Stream stream) => LinearModelFile.Write(model, stream);

    /// <summary>The same weights with buffers of their own, for another thread.</summary>
    public LanguageModel Copy() => new(model);

    /// <summary>The language of a folded text; of one without words Persian with margin 0.</summary>
    public LanguageGuess Guess(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        LanguageFeatures.Read(text, features, model.Buckets);
        if (features.Count == 0)
        {
            return new LanguageGuess(TextLanguage.Fa, 0, TextLanguage.Fa);
        }

        Span<double> scores = stackalloc double[languages.Length];
        model.Score(features, scores);
        double sum = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            scores[k] = model.Classes[k].Probability(scores[k]);
            sum += scores[k];
        }

        int best = 0;
        int read = -1;
        for (int k = 0; k < scores.Length; k++)
        {
            best = scores[k] > scores[best] ? k : best;
            read = languages[k] <= TextLanguage.En && (read < 0 || scores[k] > scores[read]) ? k : read;
        }

        double next = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            next = k == best ? next : Math.Max(next, scores[k]);
        }

        return new LanguageGuess(languages[best], (scores[best] - next) / sum, languages[Math.Max(read, 0)]);
    }
}
