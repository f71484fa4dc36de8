namespace Tajriba.TextAnalysis;

/// <summary>Topics by example: one against the rest, calibrated, with a refusal of what fits none.</summary>
public sealed class TopicModel
{
    internal const string Kind = "topics";
    private readonly LinearModel model;
    private readonly Features features = new();
    private readonly double[] scores;
    private readonly int topics;

    internal TopicModel(LinearModel model)
    {
        this.model = model;
        scores = new double[model.Classes.Length];
        topics = model.Classes.Count(c => c.Label != LinearModel.Measure);
    }

    /// <summary>The topics, in the order of their names.</summary>
    public IReadOnlyList<string> Labels => [.. model.Classes.Take(topics).Select(c => c.Label)];

    /// <summary>Reads a model from its file.</summary>
    /// <exception cref="FormatException">It is no such model, or its checksum is wrong.</exception>
    public static TopicModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new TopicModel(LinearModelFile.Read(stream, Kind));
    }

    /// <summary>Writes it to a file, with its version and checksum.</summary>
    public void Write(Stream stream) => LinearModelFile.Write(model, stream);

    /// <summary>The likeliest topic of a folded text.</summary>
    public TopicScore Best(FoldedText text)
    {
        Score(text);
        int best = 0;
        for (int k = 1; k < topics; k++)
        {
            best = scores[k] > scores[best] ? k : best;
        }

        LinearClass one = model.Classes[best];
        double score = one.Probability(scores[best]);
        return new TopicScore(one.Label, score, features.Count > 0 && score >= one.Threshold);
    }

    /// <summary>Every topic that is likelier than not in some sentence, or the sentence's best where it fits; sentences in their order.</summary>
    public IReadOnlyList<SentenceTopic> PerSentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<SentenceTopic>();
        var folded = new FoldedText();
        foreach ((int start, int end) in Sentences.Of(text))
        {
            TopicScore best = Best(folded.Fold(text.AsSpan(start, end - start)));
            for (int k = 0; k < topics && features.Count > 0; k++)
            {
                LinearClass one = model.Classes[k];
                double score = one.Probability(scores[k]);
                if (score > 0.5 || (best.Fits && one.Label == best.Label))
                {
                    found.Add(new SentenceTopic(start, end, one.Label, score));
                }
            }
        }

        return found;
    }

    private void Score(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        TopicFeatures.Read(text, features, model.Buckets);
        model.Score(features, scores);
    }
}
