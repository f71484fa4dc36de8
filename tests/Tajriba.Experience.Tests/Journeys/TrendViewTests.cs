using Tajriba.Experience.Journeys.Explore;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Tests.Journeys;

public sealed class TrendViewTests
{
    [Fact]
    public void Periods_that_the_log_has_seen_in_part_are_incomplete()
    {
        // The log begins on 5 January and its newest event is of April; the journeys begun in March and before are closed.
        var events = Enumerable.Range(0, 90).SelectMany(day => new[] { Cast.Event("v" + day, "book", day * 24), Cast.Event("v" + day, "pay", (day * 24) + 1) });
        var selection = JourneyFilter.Apply(Cast.Journeys(events), ExplorerState.Default, UnitScope.Everything);
        var points = TrendView.Of(selection, TrendStep.Month, CalendarKind.Gregorian);
        Assert.Equal([(1, false), (2, true), (3, true), (4, false)], points.Select(p => (p.From.Month, p.Complete)));
        Assert.Equal(90, points.Sum(p => p.Began));
    }
}
