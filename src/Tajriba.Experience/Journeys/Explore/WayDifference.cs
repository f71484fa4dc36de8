namespace Tajriba.Experience.Journeys.Explore;

/// <summary>How one way differs from another: the steps of both in order, each marked (longest common subsequence).</summary>
public static class WayDifference
{
    private const int Longest = 300;

    /// <summary>Whether a step is of both ways, or only of the one or the other.</summary>
    public enum Mark
    {
        /// <summary>Both go over it.</summary>
        Both,

        /// <summary>Only the way itself does.</summary>
        More,

        /// <summary>Only the one it is held against does.</summary>
        Less,
    }

    /// <param name="way">The way.</param>
    /// <param name="usual">What it is held against.</param>
    /// <returns>The steps in order; very long ways come as they are, unmarked.</returns>
    public static IReadOnlyList<(string Step, Mark Mark)> Of(IReadOnlyList<string> way, IReadOnlyList<string> usual)
    {
        ArgumentNullException.ThrowIfNull(way);
        ArgumentNullException.ThrowIfNull(usual);
        if (way.Count > Longest || usual.Count > Longest)
        {
            return [.. way.Select(step => (step, Mark.Both))];
        }

        var common = new int[way.Count + 1, usual.Count + 1];
        for (var i = way.Count - 1; i >= 0; i--)
        {
            for (var j = usual.Count - 1; j >= 0; j--)
            {
                common[i, j] = way[i] == usual[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var steps = new List<(string, Mark)>(way.Count + usual.Count);
        for (int i = 0, j = 0; i < way.Count || j < usual.Count;)
        {
            if (i < way.Count && j < usual.Count && way[i] == usual[j])
            {
                steps.Add((way[i++], Mark.Both));
                j++;
            }
            else if (j == usual.Count || (i < way.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                steps.Add((way[i++], Mark.More));
            }
            else
            {
                steps.Add((usual[j++], Mark.Less));
            }
        }

        return steps;
    }
}
