namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>The cheapest way to take a connected graph in two (Stoer and Wagner 1997).</summary>
internal static class MinimumCut
{
    /// <summary>The weight that is cut and the side on which vertex 0 is not.</summary>
    /// <param name="weights">Symmetric weights of at least two vertices that hang together.</param>
    public static (int Weight, IReadOnlyList<int> Side) Of(int[,] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        int count = weights.GetLength(0);
        var left = (int[,])weights.Clone();
        List<int>[] merged = [.. Enumerable.Range(0, count).Select(v => new List<int> { v })];
        List<int> alive = [.. Enumerable.Range(0, count)];
        (int Weight, int[] Side) best = (int.MaxValue, []);
        while (alive.Count > 1)
        {
            var tied = alive.ToDictionary(v => v, _ => 0);
            (int last, int before) = (-1, -1);
            while (tied.Count > 0)
            {
                int next = tied.MaxBy(t => t.Value).Key;
                if (tied.Count == 1 && tied[next] < best.Weight)
                {
                    best = (tied[next], [.. merged[next]]);
                }

                tied.Remove(next);
                foreach (int other in tied.Keys)
                {
                    tied[other] += left[next, other];
                }

                (before, last) = (last, next);
            }

            foreach (int other in alive.Where(v => v != before && v != last))
            {
                left[before, other] += left[last, other];
                left[other, before] = left[before, other];
            }

            merged[before].AddRange(merged[last]);
            alive.Remove(last);
        }

        return best.Side.Contains(0) ? (best.Weight, [.. Enumerable.Range(0, count).Except(best.Side)]) : best;
    }
}
