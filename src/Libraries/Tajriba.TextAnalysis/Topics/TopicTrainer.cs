namespace Tajriba.TextAnalysis;

/// <summary>Learns topics from examples, five of each are enough to begin with. Deterministic: the same examples give the same bytes.</summary>
public static class TopicTrainer
{
    private const int Buckets = 131_072;
    private const int Rounds = 10;
    private const int Folds = 5;
    private const int Many = 2_000;
    private const double Cost = 10;
    private const double Refused = 0.01;

    /// <summary>Learns the topics named by the labels; a label may name several, separated by a vertical bar.</summary>
    /// <exception cref="ArgumentException">There are fewer than two topics.</exception>
    public static TopicModel Train(IReadOnlyList<Example> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        HashSet<string>[] labels = [.. examples.Select(e => e.Label.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet())];
        string[] topics = [.. labels.SelectMany(l => l).Distinct().Order(StringComparer.Ordinal)];
        if (topics.Length < 2)
        {
            throw new ArgumentException("There must be examples of two topics at least.", nameof(examples));
        }

        (SparseRows rows, float[] rarity) = Rows(examples);
        int[] all = [.. Enumerable.Range(0, examples.Count)];
        (float slope, float offset, float threshold) = Calibrate(rows, labels, topics, examples);
        int stride = topics.Length + 1;
        var weights = new sbyte[Buckets * stride];
        var classes = new LinearClass[stride];
        float squareUnit = Rounding.UnitOf([.. Squares(rarity), 0]);
        Rounding.Put([.. Squares(rarity), 0], squareUnit, weights, topics.Length, stride);
        classes[^1] = new LinearClass(LinearModel.Measure, 0, squareUnit, squareUnit, 1, 0, 1);
        for (int k = 0; k < topics.Length; k++)
        {
            float[] learned = Learn(rows, all, labels, topics[k]);
            for (int i = 0; i < Buckets; i++)
            {
                learned[i] *= rarity[i];
            }

            float unit = Rounding.UnitOf(learned);
            Rounding.Put(learned, unit, weights, k, stride);
            classes[k] = new LinearClass(topics[k], learned[^1], unit, unit, slope, offset, threshold);
        }

        return new TopicModel(new LinearModel(TopicModel.Kind, $"{examples.Count} examples of {topics.Length} topics", Buckets, classes, weights));
    }

    private static float[] Learn(SparseRows rows, int[] chosen, HashSet<string>[] labels, string topic)
    {
        bool[] positive = [.. chosen.Select(i => labels[i].Contains(topic))];
        return LogisticTrainer.Learn(rows, chosen, positive, [.. positive.Select(_ => Cost)], Buckets, Rounds);
    }

    private static (SparseRows Rows, float[] Rarity) Rows(IReadOnlyList<Example> examples)
    {
        var folded = new FoldedText();
        var features = new Features();
        var having = new int[Buckets];
        var last = new int[Buckets];
        for (int row = 0; row < examples.Count; row++)
        {
            TopicFeatures.Read(folded.Fold(examples[row].Text), features, Buckets);
            foreach (int index in features.Buckets)
            {
                having[index] += last[index] == row + 1 ? 0 : 1;
                last[index] = row + 1;
            }
        }

        float[] rarity = [.. having.Select(n => n == 0 ? 0 : MathF.Log((1f + examples.Count) / (1 + n)) + 1)];
        float[] squares = Squares(rarity);
        float unit = Rounding.UnitOf([.. squares, 0]);
        float[] rounded = [.. squares.Select(s => MathF.Round(s / unit) * unit)];
        var rows = new SparseRows();
        foreach (Example example in examples)
        {
            TopicFeatures.Read(folded.Fold(example.Text), features, Buckets);
            rows.Add(features, rarity, rounded);
        }

        return (rows, rarity);
    }

    private static float[] Squares(float[] rarity) => [.. rarity.Select(r => r * r)];

    /// <summary>One curve for all topics, from scores of examples held out; a threshold that refuses one in a hundred of them.</summary>
    private static (float Slope, float Offset, float Threshold) Calibrate(SparseRows rows, HashSet<string>[] labels, string[] topics, IReadOnlyList<Example> examples)
    {
        int folds = examples.Count > Many ? 1 : Folds;
        int[] fold = FoldsOf(labels);
        int[] tested = [.. Enumerable.Range(0, labels.Length).Where(i => fold[i] < folds)];
        var scores = new double[tested.Length * topics.Length];
        var right = new bool[scores.Length];
        for (int f = 0; f < folds; f++)
        {
            int[] kept = [.. Enumerable.Range(0, labels.Length).Where(i => fold[i] != f)];
            for (int k = 0; k < topics.Length; k++)
            {
                float[] learned = Learn(rows, kept, labels, topics[k]);
                for (int t = 0; t < tested.Length; t++)
                {
                    if (fold[tested[t]] == f)
                    {
                        scores[(t * topics.Length) + k] = LogisticTrainer.Score(learned, rows, tested[t]);
                        right[(t * topics.Length) + k] = labels[tested[t]].Contains(topics[k]);
                    }
                }
            }
        }

        (float slope, float offset) = Calibration.Fit(scores, right, [.. Enumerable.Repeat(1.0, scores.Length)]);
        double[] best = [.. Enumerable.Range(0, tested.Length).Select(t => scores.AsSpan(t * topics.Length, topics.Length).ToArray().Max()).Order()];
        double least = (slope * best[(int)(Refused * best.Length)]) + offset;
        return (slope, offset, (float)(1 / (1 + Math.Exp(-least))));
    }

    /// <summary>The examples of a topic go to the folds in turn.</summary>
    private static int[] FoldsOf(HashSet<string>[] labels)
    {
        var next = new Dictionary<string, int>();
        var folds = new int[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            string first = labels[i].Order(StringComparer.Ordinal).FirstOrDefault() ?? "";
            folds[i] = next.GetValueOrDefault(first) % Folds;
            next[first] = folds[i] + 1;
        }

        return folds;
    }
}
