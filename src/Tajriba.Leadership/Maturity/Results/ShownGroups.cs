namespace Tajriba.Leadership.Maturity.Results;

/// <summary>Which groups of an anonymous assessment may be shown.</summary>
public static class ShownGroups
{
    /// <summary>
    /// Groups that hold at least <paramref name="threshold"/>. Where those left out are fewer than that together, the smallest group
    /// shown is left out as well: otherwise they would be what the whole less the shown ones is.
    /// </summary>
    /// <param name="groups">All groups of the whole with how many they hold; each holds somebody.</param>
    /// <param name="threshold">Fewest that anything may be said about.</param>
    public static IReadOnlySet<string> Of(IEnumerable<KeyValuePair<string, int>> groups, int threshold)
    {
        KeyValuePair<string, int>[] all = [.. groups.Where(g => g.Value > 0)];
        List<KeyValuePair<string, int>> shown = [.. all.Where(g => g.Value >= threshold).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal)];
        int hidden = all.Sum(g => g.Value) - shown.Sum(g => g.Value);
        while (hidden > 0 && hidden < threshold && shown.Count > 0)
        {
            hidden += shown[^1].Value;
            shown.RemoveAt(shown.Count - 1);
        }

        return shown.Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }
}
