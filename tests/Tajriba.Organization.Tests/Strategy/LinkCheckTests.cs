using Tajriba.Experience.Indicators.Measure;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Statistics;

namespace Tajriba.Organization.Tests.Strategy;

/// <summary>What figures say of links.</summary>
public sealed class LinkCheckTests
{
    private static readonly IndicatorChange Up = new(0.1, 0.05, 0.15, 0.001);
    private static readonly IndicatorChange Down = new(-0.1, -0.15, -0.05, 0.001);
    private static readonly IndicatorChange Chance = new(0.02, -0.03, 0.07, 0.4);

    [Fact]
    public void Without_enough_months_nothing_is_said_whatever_moved() => Assert.Equal(LinkVerdict.TooThin, LinkCheck.Of(null, Up, Chance, true));

    [Theory]
    [InlineData(0.5, 0.2, 0.7, true, LinkVerdict.Holds)]
    [InlineData(-0.5, -0.7, -0.2, true, LinkVerdict.Opposite)]
    [InlineData(-0.5, -0.7, -0.2, false, LinkVerdict.Holds)]
    [InlineData(0.5, 0.2, 0.7, false, LinkVerdict.Opposite)]
    public void What_moves_together_by_more_than_chance_holds_or_is_opposite(double value, double lower, double upper, bool areAlike, LinkVerdict verdict)
        => Assert.Equal(verdict, LinkCheck.Of(Of(value, lower, upper), Up, Chance, areAlike));

    [Fact]
    public void A_cause_that_moved_without_its_effect_speaks_against_the_link()
    {
        LaggedRelation open = Of(0.1, -0.2, 0.4);
        Assert.Equal(LinkVerdict.NotFollowed, LinkCheck.Of(open, Up, Chance, true));
        Assert.Equal(LinkVerdict.NotFollowed, LinkCheck.Of(open, Down, Up, true));
        Assert.Equal(LinkVerdict.NotFollowed, LinkCheck.Of(open, Up, Up, false));

        // It followed, it did not move, or its effect cannot be told: nothing speaks against it.
        Assert.Equal(LinkVerdict.Open, LinkCheck.Of(open, Up, Up, true));
        Assert.Equal(LinkVerdict.Open, LinkCheck.Of(open, Up, Down, false));
        Assert.Equal(LinkVerdict.Open, LinkCheck.Of(open, Chance, Chance, true));
        Assert.Equal(LinkVerdict.Open, LinkCheck.Of(open, Up, null, true));
        Assert.Equal(LinkVerdict.Open, LinkCheck.Of(open, null, null, true));
    }

    [Fact]
    public void Only_the_months_within_which_a_link_should_show_count()
    {
        LaggedRelation[] lags = [Of(0.1, -0.1, 0.3), Of(-0.4, -0.6, -0.2) with { Lag = 1 }, Of(0.9, 0.8, 0.95) with { Lag = 2 }];
        Assert.Equal([0, 1, 2, 2], Enumerable.Range(0, 4).Select(lag => LinkCheck.Within(lags, lag)!.Lag));
        Assert.Null(LinkCheck.Within([lags[2]], 1));
    }

    private static LaggedRelation Of(double value, double lower, double upper) => new(0, new(value, lower, upper), new(value, lower, upper), 40, 5);
}
