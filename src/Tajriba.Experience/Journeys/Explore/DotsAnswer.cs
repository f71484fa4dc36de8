using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>A dotted chart for programs: three columns of equal length.</summary>
/// <param name="Journeys">Rows there are.</param>
/// <param name="Events">Events there are, drawn or not.</param>
/// <param name="Names">Event names by code.</param>
/// <param name="Row">Row of each dot, 0 for the journey that begins first.</param>
/// <param name="Time">Milliseconds since 1970 of each dot.</param>
/// <param name="Step">Code of each dot's event name.</param>
public sealed record DotsAnswer(int Journeys, int Events, IReadOnlyList<string> Names, IReadOnlyList<int> Row, IReadOnlyList<long> Time, IReadOnlyList<int> Step)
{
    public static DotsAnswer Of(Selection selection, int most)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var chart = DottedChart.Of(selection.View, most);
        return new DotsAnswer(
            selection.Count,
            chart.EventCount,
            [.. selection.Log.Activities],
            [.. chart.Dots.Select(d => d.Row)],
            [.. chart.Dots.Select(d => d.Time / 1000)],
            [.. chart.Dots.Select(d => d.Activity)]);
    }
}
