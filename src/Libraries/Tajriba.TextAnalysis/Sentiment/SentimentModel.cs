namespace Tajriba.TextAnalysis;

/// <summary>
/// Sentiment of one language in two stages: does the text say an opinion at all, and if so which. Linear over hashed words and
/// letters, weights of one byte, probabilities calibrated on examples that were held out.
/// </summary>
public sealed class SentimentModel
{
    internal const string Kind = "sentiment";
    private const int Opinion = 0;
    private const int Polarity = 1;

    private readonly LinearModel model;
    private readonly SentimentFeatures reader;
    private readonly Features features = new();

    internal SentimentModel(TextLanguage language, LinearModel model)
    {
        Language = language;
        this.model = model;
        reader = new SentimentFeatures(language);
    }

    /// <summary>The language that it reads.</summary>
    public TextLanguage Language { get; }

    /// <summary>What it was trained on.</summary>
    public string MadeFrom => model.MadeFrom;

    /// <summary>Reads a model from its file.</summary>
    /// <exception cref="FormatException">It is no such model, or its checksum is wrong.</exception>
    public static SentimentModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        LinearModel read = LinearModelFile.Read(stream, Kind);
        return LanguageCodes.TryParse(read.Classes[Opinion].Label, out TextLanguage language) && read.Classes.Length == 2
            ? new SentimentModel(language, read)
            : throw new FormatException("This model names no language.");
    }

    /// <summary>Writes it to a file, with its version and checksum.</summary>
    public void Write(Stream stream) => LinearModelFile.Write(model, stream);

    /// <summary>The same weights with buffers of their own, for another thread.</summary>
    public SentimentModel Copy() => new(Language, model);

    /// <summary>The sentiment of a folded text. Allocates nothing once the buffers have grown; not for several threads at once.</summary>
    public SentimentScore Score(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        reader.Read(text, features, model.Buckets);
        Span<double> scores = stackalloc double[2];
        model.Score(features, scores);
        double opinion = model.Classes[Opinion].Probability(scores[Opinion]);
        double positive = model.Classes[Polarity].Probability(scores[Polarity]);
        return new SentimentScore(opinion * (1 - positive), 1 - opinion, opinion * positive);
    }

    /// <summary>The words that moved the sentiment of a folded text, strongest first.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SentimentSpan> Explain(FoldedText text, int most = 5)
    {
        ArgumentNullException.ThrowIfNull(text);
        reader.Read(text, features, model.Buckets);
        var moved = new double[text.Tokens.Length];
        LinearClass polarity = model.Classes[Polarity];
        double word = SparseRows.Scale(features.Words) * polarity.WordUnit * polarity.Slope;
        double letter = SparseRows.Scale(features.Count - features.Words) * polarity.LetterUnit * polarity.Slope;
        for (int i = 0; i < features.Count; i++)
        {
            moved[features.Owners[i]] += model.Weights[(features.Buckets[i] * 2) + Polarity] * (i < features.Words ? word : letter);
        }

        return [.. Enumerable.Range(0, moved.Length).Where(i => moved[i] != 0).OrderByDescending(i => Math.Abs(moved[i])).ThenBy(i => i).Take(most)
            .Select(i => text.Written(text.Tokens[i]) is var (start, end) ? new SentimentSpan(start, end, moved[i]) : default)];
    }
}
