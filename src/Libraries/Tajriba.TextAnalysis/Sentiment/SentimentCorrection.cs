namespace Tajriba.TextAnalysis;

/// <summary>
/// What an organization's own rated answers say beyond the models that come with the library: words that mean something else in
/// its trade, and how far its customers' scores lean. Two logistic stages over the given score and the text's words.
/// </summary>
public sealed class SentimentCorrection
{
    internal const string Kind = "correction";
    internal const int Buckets = 32_768;
    private const double Least = 1e-4;

    private readonly LinearModel model;
    private readonly SentimentFeatures reader;
    private readonly Features features = new();

    internal SentimentCorrection(TextLanguage language, LinearModel model)
    {
        Language = language;
        this.model = model;
        reader = new SentimentFeatures(language);
    }

    /// <summary>The language of the texts that it corrects.</summary>
    public TextLanguage Language { get; }

    /// <summary>Learns a correction from rated texts and tries it on texts held out (five folds): there is one only where it wins.</summary>
    /// <param name="rated">The organization's own rated texts of one language; the more the better, from 100 on.</param>
    /// <param name="model">The sentiment to be corrected.</param>
    /// <exception cref="ArgumentException">A label is not <c>neg</c>, <c>neu</c> or <c>pos</c>.</exception>
    public static CorrectionTrial Learn(IReadOnlyList<RatedText> rated, SentimentModel model) => CorrectionTrainer.Learn(rated, model);

    /// <summary>Reads a correction from its file.</summary>
    /// <exception cref="FormatException">It is no such file, or its checksum is wrong.</exception>
    public static SentimentCorrection Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        LinearModel read = LinearModelFile.Read(stream, Kind);
        return LanguageCodes.TryParse(read.Classes[0].Label, out TextLanguage language) && read.Classes.Length == 2
            ? new SentimentCorrection(language, read)
            : throw new FormatException("This correction names no language.");
    }

    /// <summary>Writes it to a file, with its version and checksum.</summary>
    public void Write(Stream stream) => LinearModelFile.Write(model, stream);

    /// <summary>The same weights with buffers of their own, for another thread.</summary>
    public SentimentCorrection Copy() => new(Language, model);

    /// <summary>The corrected sentiment of a folded text. Allocates nothing once the buffers have grown; not for several threads at once.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="score">Its sentiment by the model that the correction was learned for.</param>
    public SentimentScore Correct(FoldedText text, SentimentScore score)
    {
        ArgumentNullException.ThrowIfNull(text);
        reader.Read(text, features, model.Buckets);
        int words = 0;
        int others = 0;
        foreach (int bucket in features.Buckets[..features.Words])
        {
            words += model.Weights[2 * bucket];
            others += model.Weights[(2 * bucket) + 1];
        }

        (double given, double leaning) = Logits(score);
        double scale = SparseRows.Scale(features.Words);
        double opinion = Probability(model.Classes[0], given, words * scale);
        double positive = Probability(model.Classes[1], leaning, others * scale);
        return new SentimentScore(opinion * (1 - positive), 1 - opinion, opinion * positive);
    }

    /// <summary>How likely it is an opinion, and which, in logits.</summary>
    internal static (double Opinion, double Polarity) Logits(SentimentScore score)
    {
        double neutral = Math.Clamp(score.Neutral, Least, 1 - Least);
        double positive = Math.Clamp(score.Positive / Math.Max(1e-12, score.Positive + score.Negative), Least, 1 - Least);
        return (Math.Log((1 - neutral) / neutral), Math.Log(positive / (1 - positive)));
    }

    /// <summary>The slope of a class is what the given score counts.</summary>
    private static double Probability(LinearClass one, double given, double words) =>
        1 / (1 + Math.Exp(-(one.Constant + (one.Slope * given) + (words * one.WordUnit))));
}
