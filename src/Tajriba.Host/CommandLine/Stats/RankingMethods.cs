using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Lists of recommendations against what was relevant.</summary>
internal static class RankingMethods
{
    public static StatsMethod[] All => [new("ranking-metrics", Metrics)];

    private static Answer Metrics(MethodInput input)
    {
        string[][] ranked = Items(input, "ranked", 0);
        string[][] relevant = Items(input, "relevant", 1);
        if (relevant.Length != ranked.Length)
        {
            throw input.Refuse("relevant", $"must have as many lists as ranked ({ranked.Length}), not {relevant.Length}");
        }

        int odd = Array.FindIndex(ranked, list => list.Distinct(StringComparer.Ordinal).Count() < list.Length);
        if (odd >= 0)
        {
            throw input.Refuse($"ranked[{odd}]", "must not name an item twice");
        }

        int k = (int)input.Whole("k", 1, int.MaxValue);
        long items = input.Whole("n_items", 1);
        int named = ranked.SelectMany(list => list).Concat(relevant.SelectMany(list => list)).Distinct(StringComparer.Ordinal).Count();
        if (items < named)
        {
            throw input.Refuse("n_items", $"must be at least the {named} items that ranked and relevant name, not {items}");
        }

        RankingMetrics metrics = RankingMetrics.Of(ranked, [.. relevant.Select(list => list.ToHashSet(StringComparer.Ordinal))], k, items);
        return new Answer
        {
            { "recall_min", metrics.RecallOfPossible },
            { "recall_plain", metrics.Recall },
            { "ndcg", metrics.Ndcg },
            { "mrr", metrics.ReciprocalRank },
            { "map", metrics.AveragePrecision },
            { "hit", metrics.HitRate },
            { "coverage", metrics.Coverage },
        };
    }

    private static string[][] Items(MethodInput input, string name, int atLeast)
    {
        string?[][] lists = input.Labels(name);
        int odd = Array.FindIndex(lists, list => list.Length < atLeast);
        return odd < 0 ? [.. lists.Select(list => list.Select(item => item!).ToArray())] : throw input.Refuse($"{name}[{odd}]", "must name at least one item");
    }
}
