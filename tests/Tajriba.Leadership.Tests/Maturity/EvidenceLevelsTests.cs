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
}
