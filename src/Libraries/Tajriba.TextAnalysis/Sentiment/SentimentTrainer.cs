namespace Tajriba.TextAnalysis;

/// <summary>
/// Learns sentiment from labelled texts. Every (source, class) counts the same, and a source without neutral texts says nothing
/// about whether a text has an opinion. Deterministic: the same examples give the same bytes.
/// </summary>
public static class SentimentTrainer
{
    private const int Buckets = 480_000;
    private const int Folds = 5;
    private const double LeastForOpinion = 1;
    private const double LeastForPolarity = 0.1;
    private const string WordLists = "word lists";

    /// <summary>Learns a model of one language.</summary>
    /// <param name="examples">Texts labelled <c>neg</c>, <c>neu</c> or <c>pos</c>, with their sources.</param>
    /// <param name="language">Persian, Arabic or English.</param>
    /// <param name="settings">How to learn; null for the usual.</param>
    /// <exception cref="ArgumentException">A label is another, or no source has both positive and negative texts, or none has neutral ones.</exception>
    public static SentimentModel Train(IReadOnlyList<Example> examples, TextLanguage language, SentimentSettings? settings = null)
    {
        SentimentSettings how = settings ?? new SentimentSettings();
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.FirstOrDefault(e => e.Label is not ("neg" or "neu" or "pos")) is { } odd)
        {
            throw new ArgumentException($"A label is '{odd.Label}'; neg, neu and pos are known.", nameof(examples));
        }

        if (!examples.Any(e => e.Label == "neg") || !examples.Any(e => e.Label == "neu") || !examples.Any(e => e.Label == "pos"))
        {
            throw new ArgumentException("There must be negative, neutral and positive examples.", nameof(examples));
        }

        Example[] all = [.. examples, .. Seeds(language)];
        SparseRows rows = Rows(all, language);
        HashSet<string> withNeutral = [.. examples.Where(e => e.Label == "neu").Select(e => e.Source)];
        Stage opinion = Learn(rows, all, e => withNeutral.Contains(e.Source), e => e.Label != "neu", new(how.OpinionCost, LeastForOpinion, how));
        Stage polarity = Learn(rows, all, e => e.Label != "neu", e => e.Label == "pos", new(how.PolarityCost, LeastForPolarity, how));
        var weights = new sbyte[Buckets * 2];
        Rounding.Put(opinion.Weights, opinion.Unit, weights, 0, 2);
        Rounding.Put(polarity.Weights, polarity.Unit, weights, 1, 2);
        string made = string.Join(", ", examples.GroupBy(e => e.Source).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ({g.Count()})"));
        return new SentimentModel(language, new LinearModel(SentimentModel.Kind, made, Buckets, [Class(language.Code(), opinion), Class("pos", polarity)], weights));
    }

    /// <summary>Each word of the hand-made lists is a text of one word.</summary>
    private static IEnumerable<Example> Seeds(TextLanguage language)
    {
        OpinionWords words = OpinionWords.Of(language);
        return words.PositiveList.Select(w => new Example(w, "pos", WordLists, language.Code()))
            .Concat(words.NegativeList.Select(w => new Example(w, "neg", WordLists, language.Code())));
    }

    private static SparseRows Rows(Example[] examples, TextLanguage language)
    {
        var rows = new SparseRows();
        var folded = new FoldedText();
        var features = new Features();
        var reader = new SentimentFeatures(language);
        foreach (Example example in examples)
        {
            reader.Read(folded.Fold(example.Text), features, Buckets);
            rows.Add(features);
        }

        return rows;
    }

    private static Stage Learn(SparseRows rows, Example[] all, Func<Example, bool> speaks, Func<Example, bool> positive, Manner manner)
    {
        int[] chosen = [.. Enumerable.Range(0, all.Length).Where(i => speaks(all[i]))];
        Example[] examples = [.. chosen.Select(i => all[i])];
        bool[] labels = [.. examples.Select(positive)];
        float[] weights = Weights(rows, chosen, examples, labels, manner);
        var scores = new double[chosen.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] kept = [.. Enumerable.Range(0, chosen.Length).Where(i => FoldOf(examples[i].Text) != fold)];
            float[] part = Weights(rows, [.. kept.Select(i => chosen[i])], [.. kept.Select(i => examples[i])], [.. kept.Select(i => labels[i])], manner);
            for (int i = 0; i < chosen.Length; i++)
            {
                if (FoldOf(examples[i].Text) == fold)
                {
                    scores[i] = LogisticTrainer.Score(part, rows, chosen[i]);
                }
            }
        }

        return new Stage(weights, Rounding.UnitOf(weights), Calibration.Temper(scores, labels, Evenly(examples)));
    }

    /// <summary>Weights of the features as they are read; what a feature is worth is taken into its weight.</summary>
    private static float[] Weights(SparseRows rows, int[] chosen, Example[] examples, bool[] labels, Manner manner)
    {
        string[] sources = [.. examples.Select(e => e.Source).Where(s => s != WordLists).Distinct()];
        int[] source = [.. examples.Select(e => Array.IndexOf(sources, e.Source))];
        float[] worth = LogCountRatios.Of(rows, chosen, labels, source, Buckets, manner.Least);
        SparseRows scaled = rows.Scaled(chosen, worth);
        int[] every = [.. Enumerable.Range(0, chosen.Length)];
        float[] weights = LogisticTrainer.Learn(scaled, every, labels, Costs(examples, manner), Buckets, manner.Settings.Rounds);
        for (int j = 0; j < Buckets; j++)
        {
            weights[j] *= worth[j];
        }

        return weights;
    }

    private static int FoldOf(string text) => (int)(HashedWords.Of(text) >> 8) % Folds;

    /// <summary>Every class of every source costs the same in all; the mean is the cost.</summary>
    private static double[] Costs(Example[] chosen, Manner manner)
    {
        Dictionary<(string, string), int> sizes = chosen.GroupBy(e => (e.Source, e.Label)).ToDictionary(g => g.Key, g => g.Count());
        return [.. chosen.Select(e => manner.Cost * chosen.Length / (double)sizes.Count / sizes[(e.Source, e.Label)] * (e.Source == WordLists ? manner.Settings.WordListShare : 1))];
    }

    /// <summary>For calibration every source counts the same with its own share of classes, and the word lists do not.</summary>
    private static double[] Evenly(Example[] chosen)
    {
        Dictionary<string, int> sizes = chosen.GroupBy(e => e.Source).ToDictionary(g => g.Key, g => g.Count());
        return [.. chosen.Select(e => e.Source == WordLists ? 0 : 1000.0 / sizes[e.Source])];
    }

    private static LinearClass Class(string label, Stage stage) =>
        new(label, stage.Weights[^1], stage.Unit, stage.Unit, stage.Slope, 0, 0.5f);

    /// <summary>How a stage is learned: its cost, what a feature that tells nothing is worth, and what holds for both.</summary>
    private sealed record Manner(double Cost, double Least, SentimentSettings Settings);

    private sealed record Stage(float[] Weights, float Unit, float Slope);
}
