namespace Tajriba.Statistics;

/// <summary>How well ranked lists name what was relevant: each the mean over the lists, cut to their first k.</summary>
/// <param name="RecallOfPossible">Hits over min(k, relevant), 0 to 1 (Liang et al. 2018, WWW, section 4.2).</param>
/// <param name="Recall">Hits over all that is relevant, 0 to 1.</param>
/// <param name="Ndcg">Σ 1 / log₂(rank + 1) of the hits over that of the best list, 0 to 1 (Järvelin and Kekäläinen 2002, binary).</param>
/// <param name="ReciprocalRank">1 over the rank of the first hit, 0 without one.</param>
/// <param name="AveragePrecision">Sum of the precisions at the hits over min(k, relevant), 0 to 1.</param>
/// <param name="HitRate">Share of the lists with a hit.</param>
/// <param name="Coverage">Share of the catalogue that stands in any list.</param>
public sealed record RankingMetrics(double RecallOfPossible, double Recall, double Ndcg, double ReciprocalRank, double AveragePrecision, double HitRate, double Coverage)
{
    /// <summary>Measures lists.</summary>
    /// <param name="ranked">The lists, best first, at least one; none names an item twice.</param>
    /// <param name="relevant">For each list what was relevant, at least one item.</param>
    /// <param name="k">How many of a list count, at least 1.</param>
    /// <param name="catalogue">How many items there are to recommend, no fewer than the lists name.</param>
    /// <typeparam name="T">What names an item.</typeparam>
    /// <exception cref="ArgumentException">There is no list, as many sets as lists are not given, a set is empty, a list repeats an item, or the catalogue is too small.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1.</exception>
    public static RankingMetrics Of<T>(IReadOnlyList<IReadOnlyList<T>> ranked, IReadOnlyList<IReadOnlySet<T>> relevant, int k, long catalogue)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(relevant);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        Guard.AsMany(relevant.Count, ranked.Count, nameof(relevant));
        if (ranked.Count == 0 || relevant.Any(set => set.Count == 0) || ranked.Any(list => list.Distinct().Count() < list.Count))
        {
            throw new ArgumentException("Needs lists without repetition, each with something relevant.", nameof(ranked));
        }

        var named = ranked.SelectMany(list => list.Take(k)).Distinct().Count();
        if (catalogue < named)
        {
            throw new ArgumentException("The catalogue cannot be smaller than what the lists name.", nameof(catalogue));
        }

        double possible = 0, recall = 0, ndcg = 0, reciprocal = 0, precision = 0, hit = 0;
        for (var i = 0; i < ranked.Count; i++)
        {
            int[] ranks = [.. ranked[i].Take(k).Select((item, place) => relevant[i].Contains(item) ? place + 1 : 0).Where(rank => rank > 0)];
            var most = Math.Min(k, relevant[i].Count);
            possible += (double)ranks.Length / most;
            recall += (double)ranks.Length / relevant[i].Count;
            ndcg += ranks.Sum(Gain) / Enumerable.Range(1, most).Sum(Gain);
            reciprocal += ranks.Length > 0 ? 1.0 / ranks[0] : 0;
            precision += ranks.Select((rank, place) => (place + 1.0) / rank).Sum() / most;
            hit += ranks.Length > 0 ? 1 : 0;
        }

        double lists = ranked.Count;
        return new RankingMetrics(possible / lists, recall / lists, ndcg / lists, reciprocal / lists, precision / lists, hit / lists, (double)named / catalogue);
    }

    private static double Gain(int rank) => 1 / Math.Log2(rank + 1);
}
