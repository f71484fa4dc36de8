using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>Some journeys of an instance log.</summary>
/// <param name="Log">All journeys.</param>
/// <param name="View">Those selected.</param>
/// <param name="Journeys">For each case of the view its index in <paramref name="Log"/>.</param>
public sealed record Selection(InstanceLog Log, LogView View, int[] Journeys)
{
    public int Count => Journeys.Length;

    /// <summary>All of them.</summary>
    public static Selection All(InstanceLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new(log, log.View, [.. Enumerable.Range(0, log.Count)]);
    }

    /// <summary>Those marked.</summary>
    /// <param name="log">All journeys.</param>
    /// <param name="keep">A mark per journey.</param>
    public static Selection Of(InstanceLog log, bool[] keep)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(keep);
        var journeys = new int[keep.AsSpan().Count(true)];
        var at = 0;
        for (var i = 0; i < keep.Length; i++)
        {
            if (keep[i])
            {
                journeys[at++] = i;
            }
        }

        return new(log, log.View.Pick(keep), journeys);
    }
}
