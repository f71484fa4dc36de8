namespace Tajriba.TextAnalysis;

/// <summary>
/// Learns sentiment from labelled texts. Every (source, class) counts the same, and a source without neutral texts says nothing
/// about whether a text has an opinion. Deterministic: the same examples give the same bytes.
/// </summary>
public static class SentimentTrainer
{
    private const int Buckets = 480_000;
    private const int Folds = 5;
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
        Stage opinion = Learn(rows, all, how, e => withNeutral.Contains(e.Source), e => e.Label != "neu");
        Stage polarity = Learn(rows, all, how, e => e.Label != "neu", e => e.Label == "pos");
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

    private static Stage Learn(SparseRows rows, Example[] all, SentimentSettings how, Func<Example, bool> speaks, Func<Example, bool> positive)
    {
        int[] chosen = [.. Enumerable.Range(0, all.Length).Where(i => speaks(all[i]))];
        bool[] labels = [.. chosen.Select(i => positive(all[i]))];
        double[] costs = Costs([.. chosen.Select(i => all[i])], how);
        float[] weights = LogisticTrainer.Learn(rows, chosen, labels, costs, Buckets, how.Rounds);
        var scores = new double[chosen.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] kept = [.. Enumerable.Range(0, chosen.Length).Where(i => FoldOf(all[chosen[i]].Text) != fold)];
            float[] part = LogisticTrainer.Learn(rows, [.. kept.Select(i => chosen[i])], [.. kept.Select(i => labels[i])], [.. kept.Select(i => costs[i])], Buckets, how.Rounds);
            for (int i = 0; i < chosen.Length; i++)
            {
                if (FoldOf(all[chosen[i]].Text) == fold)
                {
                    scores[i] = LogisticTrainer.Score(part, rows, chosen[i]);
                }
            }
        }

        double[] counted = Evenly([.. chosen.Select(i => all[i])]);
        return new Stage(weights, Rounding.UnitOf(weights), Calibration.Temper(scores, labels, counted));
    }

    private static int FoldOf(string text) => (int)(HashedWords.Of(text) >> 8) % Folds;

    /// <summary>Every class of every source costs the same in all; the mean is the cost.</summary>
    private static double[] Costs(Example[] chosen, SentimentSettings how)
    {
        Dictionary<(string, string), int> sizes = chosen.GroupBy(e => (e.Source, e.Label)).ToDictionary(g => g.Key, g => g.Count());
        return [.. chosen.Select(e => how.Cost * chosen.Length / (double)sizes.Count / sizes[(e.Source, e.Label)] * (e.Source == WordLists ? how.WordListShare : 1))];
    }

    /// <summary>For calibration every source counts the same with its own share of classes, and the word lists do not.</summary>
    private static double[] Evenly(Example[] chosen)
    {
        Dictionary<string, int> sizes = chosen.GroupBy(e => e.Source).ToDictionary(g => g.Key, g => g.Count());
        return [.. chosen.Select(e => e.Source == WordLists ? 0 : 1000.0 / sizes[e.Source])];
    }

    private static LinearClass Class(string label, Stage stage) =>
        new(label, stage.Weights[^1], stage.Unit, stage.Unit, stage.Slope, 0, 0.5f);

    private sealed record Stage(float[] Weights, float Unit, float Slope);
}
