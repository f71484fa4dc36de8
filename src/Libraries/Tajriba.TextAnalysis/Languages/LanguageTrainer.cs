namespace Tajriba.TextAnalysis;

/// <summary>Learns to tell languages from labelled texts, each text also in short pieces. Deterministic.</summary>
public static class LanguageTrainer
{
    private const int Buckets = 131_072;
    private const int Rounds = 12;
    private const int Pieces = 4;
    private const int Short = 12;

    /// <summary>Learns from the languages of the examples; their labels do not matter.</summary>
    /// <param name="examples">Texts with the codes of their languages; those of other languages are left out.</param>
    /// <param name="cost">What an error costs against the size of the weights; above 0.</param>
    /// <exception cref="ArgumentException">There are fewer than two known languages.</exception>
    public static LanguageModel Train(IReadOnlyList<Example> examples, double cost = 3)
    {
        ArgumentNullException.ThrowIfNull(examples);
        string[] codes = [.. examples.Select(e => e.Language).Where(l => LanguageCodes.TryParse(l, out _)).Distinct().Order(StringComparer.Ordinal)];
        if (codes.Length < 2)
        {
            throw new ArgumentException("There must be examples of two languages at least.", nameof(examples));
        }

        (SparseRows rows, List<string> languages) = Rows(examples, codes);
        int[] chosen = [.. Enumerable.Range(0, rows.Count)];
        Dictionary<string, int> sizes = languages.GroupBy(l => l).ToDictionary(g => g.Key, g => g.Count());
        double[] costs = [.. languages.Select(l => cost * rows.Count / (double)codes.Length / sizes[l])];
        var weights = new sbyte[Buckets * codes.Length];
        var classes = new LinearClass[codes.Length];
        for (int k = 0; k < codes.Length; k++)
        {
            float[] learned = LogisticTrainer.Learn(rows, chosen, [.. languages.Select(l => l == codes[k])], costs, Buckets, Rounds);
            float unit = Rounding.UnitOf(learned);
            Rounding.Put(learned, unit, weights, k, codes.Length);
            classes[k] = new LinearClass(codes[k], learned[^1], unit, unit, 1, 0, 0.5f);
        }

        string made = string.Join(", ", examples.GroupBy(e => e.Source).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ({g.Count()})"));
        return new LanguageModel(new LinearModel(LanguageModel.Kind, made, Buckets, classes, weights));
    }

    private static (SparseRows Rows, List<string> Languages) Rows(IReadOnlyList<Example> examples, string[] codes)
    {
        var rows = new SparseRows();
        var languages = new List<string>();
        var folded = new FoldedText();
        var features = new Features();
        foreach (Example example in examples.Where(e => codes.Contains(e.Language)))
        {
            foreach (string part in PartsOf(example.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                LanguageFeatures.Read(folded.Fold(part), features, Buckets);
                if (features.Count > 0)
                {
                    rows.Add(features);
                    languages.Add(example.Language);
                }
            }
        }

        return (rows, languages);
    }

    /// <summary>The text itself where it is short, and its beginning in pieces of one to three words, and again of one to six.</summary>
    private static IEnumerable<string> PartsOf(string[] words)
    {
        bool whole = words.Length <= Short;
        if (whole)
        {
            yield return string.Join(' ', words);
        }

        foreach (string piece in Cut(words, Pieces, 77, 3))
        {
            yield return piece;
        }

        if (!whole)
        {
            foreach (string piece in Cut(words, Pieces, 78, 6))
            {
                yield return piece;
            }
        }
    }

    private static IEnumerable<string> Cut(string[] words, int most, uint seed, uint longest)
    {
        int first = 0;
        for (int piece = 0; piece < most && first < words.Length; piece++)
        {
            int taken = Math.Min(1 + (int)(HashedWords.Of(words[first], seed) % longest), words.Length - first);
            yield return string.Join(' ', words, first, taken);
            first += taken;
        }
    }
}
