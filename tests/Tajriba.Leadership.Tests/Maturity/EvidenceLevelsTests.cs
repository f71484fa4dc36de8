using Tajriba.Leadership.Maturity.Evidence;

namespace Tajriba.Leadership.Tests.Maturity;

public sealed class EvidenceLevelsTests
{
    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0.3, 2, 2)]
    [InlineData(0.5, 3, 3)]
    [InlineData(0.95, 4, 4)]
    [InlineData(1, 4, 4)]
    public void Shares_speak_for_levels_up_to_four(double share, int answered, int promises)
        => Assert.Equal((answered, promises), (EvidenceLevels.OfAnswered(share), EvidenceLevels.OfPromises(share)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(7, 3)]
    public void Counts_speak_for_levels_up_to_three(int count, int level)
        => Assert.Equal((level, level, level), (EvidenceLevels.OfJourneys(count), EvidenceLevels.OfSurveys(count), EvidenceLevels.OfIndicators(count)));

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 1)]
    [InlineData(1, 1, 5, 0, 5, 2)]
    [InlineData(1, 2, 2, 0, 2, 3)]
    [InlineData(1, 6, 10, 2, 10, 3)]
    [InlineData(1, 6, 10, 1, 4, 3)]
    [InlineData(1, 6, 10, 1, 5, 4)]
    public void A_body_counts_by_its_meetings_and_by_what_becomes_of_its_decisions(int bodies, int held, int decisions, int late, int followed, int level)
        => Assert.Equal(level, EvidenceLevels.OfBodies(bodies, held, decisions, late, followed));

    [Fact]
    public void What_people_do_together_speaks_for_no_more_than_it_shows()
    {
        Assert.Equal([1, 2, 3], new[] { EvidenceLevels.OfLearning(0, 1), EvidenceLevels.OfLearning(2, 0.4), EvidenceLevels.OfLearning(2, 0.5) });
        Assert.Equal([1, 2, 3], new[] { EvidenceLevels.OfOwners(5, 0), EvidenceLevels.OfOwners(5, 3), EvidenceLevels.OfOwners(5, 4) });
        Assert.Equal([1, 2, 3, 4], new[] { EvidenceLevels.OfGoals(0, 3), EvidenceLevels.OfGoals(2, 1), EvidenceLevels.OfGoals(3, 0), EvidenceLevels.OfGoals(3, 1) });
        Assert.Equal([3, 3, 4], new[] { EvidenceLevels.OfCommitments(4, 0), EvidenceLevels.OfCommitments(9, 1), EvidenceLevels.OfCommitments(5, 0) });
        Assert.Equal([1, 3, 3, 4], new[] { EvidenceLevels.OfPulses(0), EvidenceLevels.OfPulses(1), EvidenceLevels.OfPulses(2), EvidenceLevels.OfPulses(3) });
        Assert.Equal([1, 3, 3, 4], new[] { EvidenceLevels.OfInsights(0, 0), EvidenceLevels.OfInsights(4, 1), EvidenceLevels.OfInsights(9, 0.7), EvidenceLevels.OfInsights(5, 0.8) });
        Assert.Equal([2, 3, 2, 3, 2, 3], new[] { EvidenceLevels.OfPlans(4, 1), EvidenceLevels.OfPlans(4, 2), EvidenceLevels.OfThanks(30, 2), EvidenceLevels.OfThanks(10, 5), EvidenceLevels.OfRituals(0.4), EvidenceLevels.OfLeaderTime(0.5) });
    }
}
