namespace Tajriba.TextAnalysis;

/// <summary>Learns corrections and tries them on texts held out. Deterministic.</summary>
internal static class CorrectionTrainer
{
    private const int Fewest = 100;
    private const int FewestOfClass = 10;
    private const int Folds = 5;
    private const int Rounds = 30;
    private const double Cost = 0.5;
    private const float GivenScale = 3;
    private const double OneSided95 = 1.6448536269514722;
    private static readonly string[] Labels = ["neg", "neu", "pos"];

    public static CorrectionTrial Learn(IReadOnlyList<RatedText> rated, SentimentModel model)
    {
        ArgumentNullException.ThrowIfNull(rated);
        ArgumentNullException.ThrowIfNull(model);
        if (rated.FirstOrDefault(r => !Labels.Contains(r.Label)) is { } odd)
        {
            throw new ArgumentException($"A label is '{odd.Label}'; neg, neu and pos are known.", nameof(rated));
        }

        RatedText[] texts = [.. rated.DistinctBy(r => r.Text)];
        if (texts.Length < Fewest || texts.Count(t => t.Label == "neg") < FewestOfClass || texts.Count(t => t.Label == "pos") < FewestOfClass)
        {
            return new CorrectionTrial(null, texts.Length, 0, 0, 0, 0, 0);
        }

        var folded = new FoldedText();
        SentimentScore[] before = [.. texts.Select(t => model.Score(folded.Fold(t.Text)))];
        var after = new SentimentScore[texts.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            SentimentCorrection part = Fit(texts, before, model.Language, i => FoldOf(texts[i].Text) != fold);
            for (int i = 0; i < texts.Length; i++)
            {
                after[i] = FoldOf(texts[i].Text) == fold ? part.Correct(folded.Fold(texts[i].Text), before[i]) : after[i];
            }
        }

        double[] counted = Evenly(texts);
        double[] gains = [.. texts.Select((t, i) => counted[i] * (Loss(before[i], t.Label) - Loss(after[i], t.Label)))];
        double mean = gains.Average();
        double sure = mean - (OneSided95 * Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / (gains.Length - 1) / gains.Length));
        double scoreBefore = Score(texts, before);
        double scoreAfter = Score(texts, after);
        return new CorrectionTrial(
            sure > 0 && scoreAfter >= scoreBefore ? Fit(texts, before, model.Language, _ => true) : null,
            texts.Length, scoreBefore, scoreAfter, texts.Select((t, i) => counted[i] * Loss(before[i], t.Label)).Average(), texts.Select((t, i) => counted[i] * Loss(after[i], t.Label)).Average(), sure);
    }

    private static SentimentCorrection Fit(RatedText[] texts, SentimentScore[] given, TextLanguage language, Func<int, bool> kept)
    {
        int[] all = [.. Enumerable.Range(0, texts.Length).Where(kept)];
        int[] either = [.. all.Where(i => texts[i].Label != "neu")];
        bool neutrals = all.Length - either.Length >= FewestOfClass;
        var weights = new sbyte[2 * SentimentCorrection.Buckets];
        LinearClass opinion = neutrals
            ? Stage(texts, all, language, i => SentimentCorrection.Logits(given[i]).Opinion, i => texts[i].Label != "neu", weights, 0) with { Label = language.Code() }
            : new LinearClass(language.Code(), 0, 1, 0, 1, 0, 0);
        LinearClass polarity = Stage(texts, either, language, i => SentimentCorrection.Logits(given[i]).Polarity, i => texts[i].Label == "pos", weights, 1);
        return new SentimentCorrection(language, new LinearModel(SentimentCorrection.Kind, $"{all.Length} rated texts", SentimentCorrection.Buckets, [opinion, polarity], weights));
    }

    private static LinearClass Stage(RatedText[] texts, int[] chosen, TextLanguage language, Func<int, double> given, Func<int, bool> positive, sbyte[] into, int place)
    {
        var rows = new SparseRows();
        var folded = new FoldedText();
        var features = new Features();
        var reader = new SentimentFeatures(language);
        foreach (int i in chosen)
        {
            reader.Read(folded.Fold(texts[i].Text), features, SentimentCorrection.Buckets);
            rows.AddWords(features, SentimentCorrection.Buckets, GivenScale * (float)given(i));
        }

        float[] learned = LogisticTrainer.Learn(
            rows, [.. Enumerable.Range(0, chosen.Length)], [.. chosen.Select(positive)], [.. Evenly([.. chosen.Select(i => texts[i])]).Select(c => c * Cost)], SentimentCorrection.Buckets + 1, Rounds);
        float[] words = [.. learned.AsSpan(0, SentimentCorrection.Buckets), 0];
        float unit = Rounding.UnitOf(words);
        Rounding.Put(words, unit, into, place, 2);
        return new LinearClass("pos", learned[^1], unit, 0, learned[^2] * GivenScale, 0, 0);
    }

    /// <summary>Every label counts the same in all, as in the models that are corrected; the mean is 1.</summary>
    private static double[] Evenly(RatedText[] texts)
    {
        Dictionary<string, int> sizes = texts.GroupBy(t => t.Label).ToDictionary(g => g.Key, g => g.Count());
        return [.. texts.Select(t => texts.Length / (double)sizes.Count / sizes[t.Label])];
    }

    private static int FoldOf(string text) => (int)(HashedWords.Of(text) >> 8) % Folds;

    private static double Loss(SentimentScore score, string label) =>
        -Math.Log(Math.Max(1e-6, label switch { "neg" => score.Negative, "neu" => score.Neutral, _ => score.Positive }));

    private static double Score(RatedText[] texts, SentimentScore[] told) => texts.Select(t => t.Label).Distinct().Average(label =>
    {
        int right = texts.Where((t, i) => t.Label == label && told[i].Label == label).Count();
        int wrong = texts.Where((t, i) => (t.Label == label) != (told[i].Label == label)).Count();
        return right == 0 ? 0 : 2.0 * right / ((2 * right) + wrong);
    });
}
