namespace Tajriba.Experience.Indicators.Measure;

/// <summary>Tallies by period, in one pass over the observations.</summary>
internal static class Trend
{
    /// <summary>One tally for each period, of its days within <paramref name="days"/>, and a last one for as many days before.</summary>
    public static Tally[] Tallies(ObservationSelection selection, Period days, IReadOnlyList<Period> periods)
        => selection.ByDay(days.Before().From.DayNumber, Places(days, periods), periods.Count + 1);

    /// <summary>The same for each code of a column.</summary>
    public static Dictionary<int, Tally[]> Tallies(ObservationSelection selection, Period days, IReadOnlyList<Period> periods, int[] column)
        => selection.ByDay(days.Before().From.DayNumber, Places(days, periods), periods.Count + 1, column);

    private static int[] Places(Period days, IReadOnlyList<Period> periods)
    {
        var before = days.Before();
        var first = before.From.DayNumber;
        var places = new int[days.To.DayNumber - first + 1];
        Array.Fill(places, periods.Count, 0, before.Days);
        for (var i = 0; i < periods.Count; i++)
        {
            for (var day = Math.Max(periods[i].From.DayNumber, days.From.DayNumber); day <= Math.Min(periods[i].To.DayNumber, days.To.DayNumber); day++)
            {
                places[day - first] = i;
            }
        }

        return places;
    }
}
