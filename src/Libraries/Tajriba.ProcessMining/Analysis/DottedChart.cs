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
        int[] rows = new int[view.CaseCount];
        long[] first = new long[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
            first[i] = view.Times[view.Starts[i]];
        }

        Array.Sort(rows, (a, b) => first[a] != first[b] ? first[a].CompareTo(first[b]) : a.CompareTo(b));
        double step = Math.Max(1, (double)view.EventCount / maxPoints);
        var dots = new List<Dot>(Math.Min(view.EventCount, maxPoints));
        for (double at = 0; at < rows.Length && dots.Count < maxPoints; at += step)
        {
            int row = (int)at;
            for (int p = view.Starts[rows[row]]; p < view.Ends[rows[row]] && dots.Count < maxPoints; p++)
            {
                dots.Add(new Dot(row, view.Times[p], view.ActivityCodes[p]));
            }
        }

        return new DottedChart(dots, rows, view.EventCount);
    }
}
