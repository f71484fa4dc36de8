namespace Tajriba.TextAnalysis;

/// <summary>A linear model over hashed features with weights of one byte.</summary>
internal sealed class LinearModel(string kind, string madeFrom, int buckets, LinearClass[] classes, sbyte[] weights)
{
    /// <summary>The label of the class whose weights are no weights but squares, by which a text's families are measured.</summary>
    public const string Measure = "";

    public string Kind => kind;

    /// <summary>What it was trained on, for the reader of the file.</summary>
    public string MadeFrom => madeFrom;

    public int Buckets => buckets;

    public LinearClass[] Classes => classes;

    /// <summary>The weights, those of one bucket together.</summary>
    public sbyte[] Weights => weights;

    /// <summary>The score of each class.</summary>
    public void Score(Features features, Span<double> scores)
    {
        int n = classes.Length;
        Span<int> sums = n <= 128 ? stackalloc int[2 * n] : new int[2 * n];
        sums.Clear();
        Sum(features.Buckets[..features.Words], sums[..n]);
        Sum(features.Buckets[features.Words..], sums[n..]);
        bool measured = classes[^1].Label == Measure;
        float word = SparseRows.Scale(measured ? (double)sums[n - 1] * classes[^1].WordUnit : features.Words);
        float letter = SparseRows.Scale(measured ? (double)sums[^1] * classes[^1].LetterUnit : features.Count - features.Words);
        for (int k = 0; k < n; k++)
        {
            LinearClass one = classes[k];
            scores[k] = one.Constant + ((double)sums[k] * word * one.WordUnit) + ((double)sums[n + k] * letter * one.LetterUnit);
        }
    }

    private void Sum(ReadOnlySpan<int> indexes, Span<int> sums)
    {
        int n = sums.Length;
        ReadOnlySpan<sbyte> all = weights;
        if (n == 2)
        {
            int first = 0;
            int second = 0;
            foreach (int index in indexes)
            {
                first += all[2 * index];
                second += all[(2 * index) + 1];
            }

            (sums[0], sums[1]) = (first, second);
            return;
        }

        foreach (int index in indexes)
        {
            ReadOnlySpan<sbyte> row = all.Slice(index * n, n);
            for (int k = 0; k < row.Length; k++)
            {
                sums[k] += row[k];
            }
        }
    }
}
