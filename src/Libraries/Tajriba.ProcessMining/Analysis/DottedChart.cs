namespace Tajriba.ProcessMining;

/// <summary>Events over time, a row per case, rows by first event; thinned evenly when there are too many to draw.</summary>
/// <param name="Dots">The points, by row and time.</param>
/// <param name="Rows">The view's case index of each row.</param>
/// <param name="EventCount">Events of the view, drawn or not.</param>
public sealed record DottedChart(IReadOnlyList<Dot> Dots, IReadOnlyList<int> Rows, int EventCount)
{
    /// <summary>The chart of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="maxPoints">At most this many dots; whole cases at even distances are kept, then at least their events up to the limit.</param>
    public static DottedChart Of(LogView view, int maxPoints = 20_000)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPoints);
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        ReadOnlySpan<long> times = view.Times;
        ReadOnlySpan<int> codes = view.ActivityCodes;
        int[] rows = new int[view.CaseCount];
        long[] first = new long[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
            first[i] = times[starts[i]];
        }

        // Sorting numbers by numbers is fast but leaves rows of one time in any order: those are put right afterwards.
        Array.Sort(first, rows);
        for (int i = 0; i < rows.Length;)
        {
            int same = i + 1;
            while (same < rows.Length && first[same] == first[i])
            {
                same++;
            }

            Array.Sort(rows, i, same - i);
            i = same;
        }

        double step = Math.Max(1, (double)view.EventCount / maxPoints);
        var dots = new List<Dot>(Math.Min(view.EventCount, maxPoints));
        for (double at = 0; at < rows.Length && dots.Count < maxPoints; at += step)
        {
            int row = (int)at;
            for (int p = starts[rows[row]]; p < ends[rows[row]] && dots.Count < maxPoints; p++)
            {
                dots.Add(new Dot(row, times[p], codes[p]));
            }
        }

        return new DottedChart(dots, rows, view.EventCount);
    }
}
