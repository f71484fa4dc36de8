using FsCheck;
using FsCheck.Fluent;
using Tajriba.Experience.Journeys.Explore;

namespace Tajriba.Experience.Tests.Journeys;

public sealed class WayDifferenceTests
{
    [Fact]
    public void What_is_more_and_what_is_less_stand_in_their_places()
        => Assert.Equal(
            [("book", WayDifference.Mark.Both), ("order", WayDifference.Mark.More), ("repair", WayDifference.Mark.Both), ("ask", WayDifference.Mark.Less), ("pay", WayDifference.Mark.Both)],
            WayDifference.Of(["book", "order", "repair", "pay"], ["book", "repair", "ask", "pay"]));

    [Fact]
    public void Both_ways_can_be_read_out_of_the_difference()
    {
        var way = Gen.ArrayOf(Gen.Elements("a", "b", "c", "d"));
        Prop.ForAll(way.Zip(way).ToArbitrary(), ways =>
        {
            var (first, second) = ways;
            var steps = WayDifference.Of(first, second);
            Assert.Equal(first, steps.Where(s => s.Mark != WayDifference.Mark.Less).Select(s => s.Step));
            Assert.Equal(second, steps.Where(s => s.Mark != WayDifference.Mark.More).Select(s => s.Step));
            return true;
        }).QuickCheckThrowOnFailure();
    }
}
