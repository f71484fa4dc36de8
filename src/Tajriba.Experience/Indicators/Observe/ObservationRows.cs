namespace Tajriba.Experience.Indicators.Observe;

/// <summary>
/// Observations of one definition in columns, in the order of the log. What is behind <see cref="Count"/> is not written yet;
/// only a value may still change, where the event that follows comes later than the one followed.
/// </summary>
/// <param name="Count">How many there are.</param>
/// <param name="Positions">Position of the event in the log.</param>
/// <param name="Times">When it happened, microseconds.</param>
/// <param name="Days">Day of that in the organization's zone, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Units">The log's code of the unit, or 0.</param>
/// <param name="Channels">The log's code of the channel, or 0.</param>
/// <param name="Values">
/// The value; 1 or 0 for shares; 1 for an event and 0 for what it is counted against; seconds until the event that follows,
/// or not a number while there is none.
/// </param>
/// <param name="Slices">For each slice of the definition, codes of <see cref="Texts"/>.</param>
internal readonly record struct ObservationRows(int Count, long[] Positions, long[] Times, int[] Days, int[] Units, int[] Channels, double[] Values, int[][] Slices);
