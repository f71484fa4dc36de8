namespace Tajriba.TextAnalysis.Tests;

public sealed class EmergingTests
{
    [Fact]
    public void What_grew_is_told_and_what_stayed_is_not()
    {
        var counts = new Dictionary<string, (int, int)> { ["late"] = (40, 40), ["refund"] = (30, 5), ["rare"] = (2, 0) };
        Assert.Equal("refund", Assert.Single(EmergingTerms.Find(counts, 500, 500)).Term);
    }

    /// <summary>By hand: 4 of 4 in the new half has probability 1/16.</summary>
    [Fact]
    public void The_probability_is_binomial() =>
        Assert.Equal(1.0 / 16, Assert.Single(EmergingTerms.Find(new Dictionary<string, (int, int)> { ["x"] = (4, 0) }, 10, 10, 0.5)).Probability, 12);

    [Fact]
    public void False_alarms_are_as_rare_as_stated()
    {
        var random = new Random(1);
        int alarms = 0;
        for (int run = 0; run < 400; run++)
        {
            Dictionary<string, (int, int)> counts = Enumerable.Range(0, 50).ToDictionary(
                t => $"t{t}", t => (Enumerable.Range(0, 200).Count(_ => random.NextDouble() < 0.05), Enumerable.Range(0, 200).Count(_ => random.NextDouble() < 0.05)));
            alarms += EmergingTerms.Find(counts, 200, 200).Count > 0 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 32);
    }
}
