namespace Tajriba.TextAnalysis;

/// <summary>Training examples: each a row of feature numbers, rising, and their values.</summary>
internal sealed class SparseRows
{
    private readonly List<int[]> indexes = [];
    private readonly List<float[]> values = [];

    public int Count => indexes.Count;

    public ReadOnlySpan<int> Indexes(int row) => indexes[row];

    public ReadOnlySpan<float> Values(int row) => values[row];

    /// <summary>Enters a text: in each family every occurrence counts one over the root of the family's size.</summary>
    public void Add(Features features)
    {
        int[] index = features.Buckets.ToArray();
        var value = new float[index.Length];
        value.AsSpan(0, features.Words).Fill(Scale(features.Words));
        value.AsSpan(features.Words).Fill(Scale(features.Count - features.Words));
        Enter(index, value);
    }

    /// <summary>Enters the words of a text, and one more feature with a value of its own.</summary>
    public void AddWords(Features features, int more, float value)
    {
        ReadOnlySpan<int> words = features.Buckets[..features.Words];
        int[] index = [.. words, more];
        var counted = new float[index.Length];
        counted.AsSpan().Fill(Scale(words.Length));
        counted[^1] = value;
        Enter(index, counted);
    }

    /// <summary>Enters a text where every feature has a worth of its own, and a family counts one over the root of the sum of squares.</summary>
    public void Add(Features features, ReadOnlySpan<float> worth, ReadOnlySpan<float> square)
    {
        int[] index = features.Buckets.ToArray();
        var value = new float[index.Length];
        double word = 0;
        double letter = 0;
        for (int i = 0; i < index.Length; i++)
        {
            word += i < features.Words ? square[index[i]] : 0;
            letter += i < features.Words ? 0 : square[index[i]];
        }

        for (int i = 0; i < index.Length; i++)
        {
            value[i] = worth[index[i]] * Scale(i < features.Words ? word : letter);
        }

        Enter(index, value);
    }

    /// <summary>The chosen rows, every feature counted as much as it is worth.</summary>
    public SparseRows Scaled(int[] chosen, float[] worth)
    {
        var scaled = new SparseRows();
        foreach (int row in chosen)
        {
            int[] index = indexes[row];
            float[] value = [.. values[row]];
            for (int i = 0; i < index.Length; i++)
            {
                value[i] *= worth[index[i]];
            }

            scaled.indexes.Add(index);
            scaled.values.Add(value);
        }

        return scaled;
    }

    /// <summary>One over the root of the size of a family; 0 for an empty one.</summary>
    public static float Scale(double size) => size <= 0 ? 0 : (float)(1 / Math.Sqrt(size));

    private void Enter(int[] index, float[] value)
    {
        Array.Sort(index, value);
        int kept = 0;
        for (int i = 0; i < index.Length; i++)
        {
            if (kept > 0 && index[kept - 1] == index[i])
            {
                value[kept - 1] += value[i];
                continue;
            }

            index[kept] = index[i];
            value[kept++] = value[i];
        }

        indexes.Add(index[..kept]);
        values.Add(value[..kept]);
    }
}
