namespace Tajriba.TextAnalysis;

/// <summary>Words that set one group of texts apart: log-odds ratio with an informative Dirichlet prior.</summary>
/// <remarks>Monroe, Colaresi and Quinn 2008, "Fightin' Words", Political Analysis 16(4), equations 15, 16, 20 and 22.</remarks>
public static class Keyness
{
    /// <summary>All words, the most typical of the group first.</summary>
    /// <param name="counts">The words of the group and of the others.</param>
    /// <param name="priorSize">How many words the prior is worth; they are shared out as in both together. Above 0.</param>
    public static IReadOnlyList<KeyTerm> Compare(TermCounts counts, double priorSize = 1000)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorSize);
        double group = counts.Counts.Values.Sum(c => c.Group);
        double others = counts.Counts.Values.Sum(c => c.Others);
        return [.. counts.Counts.Select(c => Term(c.Key, c.Value.Group, c.Value.Others, group, others, priorSize))
            .OrderByDescending(t => t.Z).ThenBy(t => t.Term, StringComparer.Ordinal)];
    }

    private static KeyTerm Term(string term, long count, long elsewhere, double group, double others, double priorSize)
    {
        double prior = priorSize * (count + elsewhere) / (group + others);
        double odds = Math.Log((count + prior) / (group + priorSize - count - prior)) - Math.Log((elsewhere + prior) / (others + priorSize - elsewhere - prior));
        double variance = (1 / (count + prior)) + (1 / (elsewhere + prior));
        return new KeyTerm(term, count, elsewhere, odds, odds / Math.Sqrt(variance));
    }
}
