namespace Tajriba.TextAnalysis;

/// <summary>
/// Finds what texts are about without examples: words that stand together more often than by chance are joined, the strongest
/// first (average linkage over normalized pointwise mutual information, Bouma 2009). Deterministic.
/// </summary>
public static class ThemeFinder
{
    /// <summary>The themes of a window. One that shares enough words with a known theme keeps its number; the others get new ones.</summary>
    /// <param name="texts">The texts of the window as written.</param>
    /// <param name="before">What was found in the window before; <see cref="ThemeWindow.None"/> at first.</param>
    /// <param name="settings">How to find; null for the usual.</param>
    public static ThemeWindow Find(IReadOnlyList<string> texts, ThemeWindow before, ThemeSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(before);
        ThemeSettings how = settings ?? new ThemeSettings();
        var words = new TermTexts(texts, how);
        List<Theme> found = [.. Groups(words, texts.Count, how).Select(g => Named(g, words)).Where(t => t.Texts.Count >= how.FewestTexts)
            .OrderByDescending(t => t.Texts.Count).ThenBy(t => t.Terms[0], StringComparer.Ordinal)];
        int next = before.NextId;
        Dictionary<int, int> kept = Kept(found, before.Known, how.SameFrom);
        Theme[] themes = [.. found.Select((t, i) => t with { Id = kept.TryGetValue(i, out int id) ? id : next++ })];
        HashSet<int> ids = [.. themes.Select(t => t.Id)];
        return new ThemeWindow(themes, next, [.. before.Known.Where(k => !ids.Contains(k.Id)).Concat(themes.Select(t => t with { Texts = [] })).OrderBy(t => t.Id)]);
    }

    /// <summary>Which of the known numbers each theme found keeps: the largest overlaps first, each number once.</summary>
    private static Dictionary<int, int> Kept(List<Theme> found, IReadOnlyList<Theme> known, double least)
    {
        var kept = new Dictionary<int, int>();
        var taken = new HashSet<int>();
        foreach ((int place, int id, _) in found.SelectMany((theme, place) => known.Select(k => (place, k.Id, Overlap: Overlap(theme.Terms, k.Terms))))
            .Where(p => p.Overlap >= least).OrderByDescending(p => p.Overlap).ThenBy(p => p.Id).ThenBy(p => p.place))
        {
            if (!kept.ContainsKey(place) && taken.Add(id))
            {
                kept[place] = id;
            }
        }

        return kept;
    }

    private static double Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        int shared = one.Intersect(other).Count();
        return shared / (double)(one.Count + other.Count - shared);
    }

    /// <summary>Groups of words, joined while the closest two are close enough.</summary>
    private static List<List<int>> Groups(TermTexts words, int texts, ThemeSettings how)
    {
        int n = words.Terms.Count;
        var near = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                near[i, j] = near[j, i] = Together(words.Texts[i], words.Texts[j], texts);
            }
        }

        List<List<int>> groups = [.. Enumerable.Range(0, n).Select(i => new List<int> { i })];
        while (Closest(near, groups) is var (first, second, close) && close >= how.Together)
        {
            int a = groups[first].Count;
            int b = groups[second].Count;
            for (int k = 0; k < groups.Count; k++)
            {
                near[first, k] = near[k, first] = ((a * near[first, k]) + (b * near[second, k])) / (a + b);
            }

            groups[first].AddRange(groups[second]);
            groups[second] = [];
        }

        return [.. groups.Where(g => g.Count > 1)];
    }

    private static (int First, int Second, double Close) Closest(double[,] near, List<List<int>> groups)
    {
        var best = (First: 0, Second: 0, Close: -1.0);
        for (int i = 0; i < groups.Count; i++)
        {
            for (int j = 0; j < i && groups[i].Count > 0; j++)
            {
                best = groups[j].Count > 0 && near[i, j] > best.Close ? (j, i, near[i, j]) : best;
            }
        }

        return best;
    }

    /// <summary>Normalized pointwise mutual information: 0 by chance, 1 where two words only stand together; 0 for fewer than three times.</summary>
    private static double Together(List<int> one, List<int> other, double texts)
    {
        int both = Shared(one, other);
        double share = both / texts;
        return both < 3 ? 0 : share >= 1 ? 1 : Math.Log(share / (one.Count / texts * (other.Count / texts))) / -Math.Log(share);
    }

    /// <summary>How many numbers two rising lists share.</summary>
    private static int Shared(List<int> one, List<int> other)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            int order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static Theme Named(List<int> group, TermTexts words)
    {
        int[] texts = [.. group.SelectMany(term => words.Texts[term]).GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key).Order()];
        return new Theme(0, [.. group.OrderByDescending(t => words.Texts[t].Count).ThenBy(t => words.Terms[t], StringComparer.Ordinal).Select(t => words.Terms[t])], texts);
    }
}
