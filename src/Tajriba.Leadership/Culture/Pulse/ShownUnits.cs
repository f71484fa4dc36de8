namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>
/// Which units of a round may be shown, so that nothing that can be computed from all that is shown, units against each other and
/// rounds against each other, speaks of fewer than some people.
/// </summary>
/// <remarks>
/// What is shown of a unit holds all below it, so the units shown cut the people into parts: each person belongs to the nearest shown
/// unit above. Adding and subtracting what is shown gives sums over whole parts only. With an earlier round, whose parts cut the same
/// people another way, take a graph: a vertex for each part of either round, one for "did not answer", and for each person an edge
/// between their parts. If answers stay the same, each combination of figures of the two rounds speaks of the edges of a cut of that graph;
/// so no cut may hold fewer people than the threshold, unless it holds none. A cut that does is mended by showing one unit less, whose
/// people then count to the unit above.
/// </remarks>
public static class ShownUnits
{
    /// <summary>Fewest people of whom anything is said.</summary>
    public const int Fewest = 5;

    /// <summary>The unit that stands for everybody.</summary>
    public const string Whole = "";

    /// <summary>The units that are shown; empty where not even the whole may be.</summary>
    /// <param name="parents">The unit above each unit; <see cref="Whole"/> above the outermost.</param>
    /// <param name="placed">The unit of each person who answered.</param>
    /// <param name="earlier">The part of each person in each round that is shown already.</param>
    /// <param name="fewest">The threshold.</param>
    public static IReadOnlySet<string> Of(IReadOnlyDictionary<string, string> parents, IReadOnlyDictionary<long, string> placed, IReadOnlyList<IReadOnlyDictionary<long, string>> earlier, int fewest = Fewest)
    {
        ArgumentNullException.ThrowIfNull(parents);
        ArgumentNullException.ThrowIfNull(placed);
        ArgumentNullException.ThrowIfNull(earlier);
        var shown = placed.Values.Distinct().SelectMany(unit => Above(unit, parents)).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<IReadOnlyDictionary<long, string>> others = earlier.Count == 0 ? [new Dictionary<long, string>()] : earlier;
        while (shown.Count > 0)
        {
            Dictionary<long, string> parts = placed.ToDictionary(p => p.Key, p => PartOf(p.Value, parents, shown)!);
            string? weak = others.Select(o => Weak(parts, o, fewest)).FirstOrDefault(w => w is not null);
            if (weak is null)
            {
                break;
            }

            Hide(weak, shown, parents, parts);
        }

        return shown;
    }

    /// <summary>The nearest unit above or at a unit that is shown; null where none is.</summary>
    public static string? PartOf(string unit, IReadOnlyDictionary<string, string> parents, IReadOnlySet<string> shown) => Above(unit, parents).FirstOrDefault(shown.Contains);

    /// <summary>Whether a unit is another one or lies below it.</summary>
    public static bool IsWithin(string unit, string other, IReadOnlyDictionary<string, string> parents) => Above(unit, parents).Contains(other);

    /// <summary>A unit of this round on the far side of a cut that holds too few, or null.</summary>
    private static string? Weak(Dictionary<long, string> parts, IReadOnlyDictionary<long, string> earlier, int fewest)
    {
        // 0 stands for those who did not answer; a part of this round is told by a leading n, one of the earlier by an e.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["0"] = 0 };
        int NumberOf(string key)
        {
            numbers.TryAdd(key, numbers.Count);
            return numbers[key];
        }

        List<(int One, int Other)> edges = [.. parts.Keys.Union(earlier.Keys).Select(p => (
            NumberOf(parts.TryGetValue(p, out string? now) ? "n" + now : "0"), NumberOf(earlier.TryGetValue(p, out string? then) ? "e" + then : "0")))];
        var keys = numbers.ToDictionary(n => n.Value, n => n.Key);
        foreach (List<int> component in Components(edges, numbers.Count).Where(c => c.Count > 1))
        {
            var place = component.Index().ToDictionary(c => c.Item, c => c.Index);
            int[,] weights = new int[component.Count, component.Count];
            foreach ((int one, int other) in edges.Where(e => place.ContainsKey(e.One)))
            {
                weights[place[one], place[other]]++;
                weights[place[other], place[one]]++;
            }

            (int weight, IReadOnlyList<int> side) = MinimumCut.Of(weights);
            if (weight < fewest)
            {
                // The side away from those who did not answer holds a part of this round, as the earlier one is safe by itself.
                return side.Select(v => keys[component[v]]).First(k => k[0] == 'n')[1..];
            }
        }

        return null;
    }

    /// <summary>Makes a part larger: one that others lie in takes in the smallest of these, any other goes up into the one above.</summary>
    private static void Hide(string unit, HashSet<string> shown, IReadOnlyDictionary<string, string> parents, Dictionary<long, string> parts)
    {
        var sizes = parts.Values.CountBy(p => p).ToDictionary(StringComparer.Ordinal);
        string? inner = shown
            .Where(s => s != unit && Above(s, parents).Skip(1).FirstOrDefault(shown.Contains) == unit)
            .OrderBy(s => sizes.GetValueOrDefault(s)).ThenBy(s => s, StringComparer.Ordinal)
            .FirstOrDefault();
        shown.Remove(inner ?? unit);
    }

    private static IEnumerable<string> Above(string unit, IReadOnlyDictionary<string, string> parents)
    {
        for (string at = unit; at != Whole; at = parents.GetValueOrDefault(at, Whole))
        {
            yield return at;
        }

        yield return Whole;
    }

    private static List<List<int>> Components(List<(int One, int Other)> edges, int count)
    {
        ILookup<int, int> beside = edges.SelectMany(e => new[] { (From: e.One, To: e.Other), (From: e.Other, To: e.One) }).ToLookup(e => e.From, e => e.To);
        var seen = new HashSet<int>();
        var found = new List<List<int>>();
        for (int start = 0; start < count; start++)
        {
            if (!seen.Add(start))
            {
                continue;
            }

            List<int> component = [start];
            for (int at = 0; at < component.Count; at++)
            {
                component.AddRange(beside[component[at]].Where(seen.Add).Distinct());
            }

            found.Add(component);
        }

        return found;
    }
}
