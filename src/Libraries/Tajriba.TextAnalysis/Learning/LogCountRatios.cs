namespace Tajriba.TextAnalysis;

/// <summary>
/// How much each feature is worth before anything is learned: how far its share differs between the classes, and whether the
/// sources agree on it (Wang and Manning 2012, "Baselines and Bigrams", with every source counted the same).
/// </summary>
internal static class LogCountRatios
{
    private const double Smoothing = 0.3;
    private const double Most = 3;
    private const double AgreementShare = 0.5;

    /// <summary>Worths of mean square 1 over the rows, so that the cost of error keeps its meaning.</summary>
    /// <param name="rows">The examples.</param>
    /// <param name="chosen">Which rows to count.</param>
    /// <param name="positive">For each chosen row whether it is of the class.</param>
    /// <param name="source">For each chosen row the number of its source; below 0 where it does not count.</param>
    /// <param name="width">The number of features.</param>
    /// <param name="least">What a feature is worth that tells nothing; above 0.</param>
    public static float[] Of(SparseRows rows, int[] chosen, bool[] positive, int[] source, int width, double least)
    {
        int sources = source.Max() + 1;
        var texts = new int[2 * sources];
        var having = new int[2 * sources * width];
        for (int i = 0; i < chosen.Length; i++)
        {
            if (source[i] < 0)
            {
                continue;
            }

            int column = (2 * source[i]) + (positive[i] ? 1 : 0);
            texts[column]++;
            foreach (int index in rows.Indexes(chosen[i]))
            {
                having[(index * 2 * sources) + column]++;
            }
        }

        var worth = new float[width];
        for (int j = 0; j < width; j++)
        {
            worth[j] = Worth(having.AsSpan(j * 2 * sources, 2 * sources), texts, least);
        }

        return Even(worth, rows, chosen);
    }

    /// <summary>A source that lacks one of the classes is left out; shares are counted as texts of its smaller class.</summary>
    private static float Worth(ReadOnlySpan<int> having, int[] texts, double least)
    {
        double negative = Smoothing;
        double positive = Smoothing;
        double sum = 0;
        double size = 0;
        for (int s = 0; s < texts.Length; s += 2)
        {
            if (texts[s] == 0 || texts[s + 1] == 0)
            {
                continue;
            }

            double smaller = Math.Min(texts[s], texts[s + 1]);
            double without = having[s] * smaller / texts[s];
            double with = having[s + 1] * smaller / texts[s + 1];
            negative += without;
            positive += with;
            double ratio = Math.Log((with + Smoothing) / (without + Smoothing));
            sum += ratio;
            size += Math.Abs(ratio);
        }

        double agreement = size == 0 ? 1 : 1 - AgreementShare + (AgreementShare * Math.Abs(sum) / size);
        return (float)(Math.Min(Most, least + Math.Abs(Math.Log(positive / negative))) * agreement);
    }

    private static float[] Even(float[] worth, SparseRows rows, int[] chosen)
    {
        double before = 0;
        double after = 0;
        foreach (int row in chosen)
        {
            ReadOnlySpan<int> index = rows.Indexes(row);
            ReadOnlySpan<float> value = rows.Values(row);
            for (int i = 0; i < index.Length; i++)
            {
                double one = (double)value[i] * value[i];
                before += one;
                after += one * worth[index[i]] * worth[index[i]];
            }
        }

        float scale = after == 0 ? 1 : (float)Math.Sqrt(before / after);
        for (int j = 0; j < worth.Length; j++)
        {
            worth[j] *= scale;
        }

        return worth;
    }
}
