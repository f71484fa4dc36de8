namespace Tajriba.TextAnalysis.Tests;

public sealed class KeynessTests
{
    [Fact]
    public void The_word_of_the_group_comes_first_and_common_words_do_not()
    {
        var counts = new TermCounts();
        for (int i = 0; i < 50; i++)
        {
            counts.Add("پیک دیر رسید و غذا سرد بود", true);
            counts.Add("غذا گرم بود و پیک زود رسید", false);
        }

        IReadOnlyList<KeyTerm> terms = Keyness.Compare(counts);
        Assert.Equal(["دیر", "سرد"], terms.Take(2).Select(t => t.Term).Order());
        Assert.Equal(0, terms.Single(t => t.Term == "غذا").Z, 9);
    }

    /// <summary>Worked by hand from equations 15 and 20: y = 30 of 100, 10 of 100, prior 10 × 40/200 = 2.</summary>
    [Fact]
    public void Follows_the_formula()
    {
        var counts = new TermCounts();
        for (int i = 0; i < 100; i++)
        {
            counts.Add(i < 30 ? "x" : "y", true);
            counts.Add(i < 10 ? "x" : "y", false);
        }

        KeyTerm x = Keyness.Compare(counts, 10).Single(t => t.Term == "x");
        double odds = Math.Log(32.0 / 78) - Math.Log(12.0 / 98);
        Assert.Equal(odds, x.LogOdds, 12);
        Assert.Equal(odds / Math.Sqrt((1.0 / 32) + (1.0 / 12)), x.Z, 12);
    }

    [Fact]
    public void Impact_is_share_times_difference()
    {
        List<(double, IReadOnlyCollection<string>)> rated = [.. Enumerable.Range(0, 100).Select(i => ((double)(i % 4 == 0 ? 2 + (i % 8 / 4) : 8), (IReadOnlyCollection<string>)(i % 4 == 0 ? new[] { "late" } : Array.Empty<string>())))];
        PainPoint late = Assert.Single(PainPoints.Rank(rated));
        Assert.Equal(0.25, late.Share, 12);
        Assert.Equal(0.25 * late.Difference, late.Impact, 12);
        Assert.InRange(late.Impact, late.Low, late.High);
    }
}
