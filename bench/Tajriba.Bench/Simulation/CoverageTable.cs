using System.Globalization;
using Tajriba.Statistics;

namespace Tajriba.Bench.Simulation;

/// <summary>How often the product's 95 % intervals hold the truth, over worlds drawn anew each time.</summary>
internal static class CoverageTable
{
    private const double Least = 94;
    private const double Most = 96;
    private static readonly int[] Sizes = [30, 100, 400];

    private delegate (Estimate Interval, double Truth) World(Dice dice, int size);

    private static (string Name, World World)[] Worlds { get; } =
    [
        ("share, Wilson (CSAT, first-contact resolution); truth 2-98 %", Share),
        ("difference of two shares, Newcombe; truths 5-95 %", ShareDifference),
        ("share within strata, Mantel-Haenszel; four strata", Stratified),
        ("net promoter score, adjusted; any shares", (dice, size) => Promoter(dice, size, adjusted: true)),
        ("net promoter score, Wald; any shares (what others show)", (dice, size) => Promoter(dice, size, adjusted: false)),
        ("change of the net promoter score", PromoterChange),
        ("mean of answers 1-5, Student; any shares", Mean),
        ("difference of means, Welch; answers 1-5", MeanDifference),
        ("median of a skewed duration, interpolated order statistics", Median),
        ("events a day, exact Poisson; truth 0.2-20", Rate),
        ("ratio of two rates, exact", RateRatio),
    ];

    public static void Print(int runs, int seed)
    {
        Console.WriteLine($"| 95 % interval, {runs.ToString("N0", CultureInfo.InvariantCulture)} worlds each | {string.Join(" | ", Sizes.Select(s => $"n = {s}"))} |");
        Console.WriteLine("| --- |" + string.Concat(Sizes.Select(_ => " ---: |")));
        foreach ((string name, World world) in Worlds)
        {
            Console.WriteLine($"| {name} | {string.Join(" | ", Sizes.Select(size => Shown(Coverage(world, size, runs, seed))))} |");
        }
    }

    /// <summary>Share of worlds, in percent, whose truth lies in the interval.</summary>
    private static double Coverage(World world, int size, int runs, int seed)
    {
        var dice = new Dice(seed);
        int held = 0;
        for (int i = 0; i < runs; i++)
        {
            (Estimate interval, double truth) = world(dice, size);
            held += interval.Contains(truth) ? 1 : 0;
        }

        return 100.0 * held / runs;
    }

    private static string Shown(double coverage)
    {
        string text = coverage.ToString("0.0", CultureInfo.InvariantCulture);
        return coverage is >= Least and <= Most ? text : $"**{text}**";
    }

    private static (Estimate Interval, double Truth) Share(Dice dice, int size)
    {
        double truth = dice.Between(0.02, 0.98);
        return (Proportion.Wilson(dice.Successes(size, truth), size), truth);
    }

    private static (Estimate Interval, double Truth) ShareDifference(Dice dice, int size)
    {
        (double first, double second) = (dice.Between(0.05, 0.95), dice.Between(0.05, 0.95));
        return (ProportionDifference.Newcombe(dice.Successes(size, first), size, dice.Successes(size, second), size), first - second);
    }

    private static (Estimate Interval, double Truth) Stratified(Dice dice, int size)
    {
        double effect = dice.Between(-0.15, 0.15);
        var strata = new StratumCounts[4];
        for (int i = 0; i < strata.Length; i++)
        {
            double usual = dice.Between(0.25, 0.75);
            (int exposed, int others) = (dice.Between(size / 4, size), dice.Between(size / 4, size));
            strata[i] = new StratumCounts(dice.Successes(exposed, usual + effect), exposed, dice.Successes(others, usual), others);
        }

        return (MantelHaenszel.Compare(strata)!.RiskDifference, effect);
    }

    private static (Estimate Interval, double Truth) Promoter(Dice dice, int size, bool adjusted)
    {
        double[] shares = dice.Shares(3);
        NetPromoter score = Promoters(dice, size, shares);
        return ((adjusted ? score.Adjusted : score).Interval(), 100 * (shares[2] - shares[0]));
    }

    private static (Estimate Interval, double Truth) PromoterChange(Dice dice, int size)
    {
        (double[] before, double[] after) = (dice.Shares(3), dice.Shares(3));
        NetPromoterChange change = Promoters(dice, size, before).Adjusted.ChangeTo(Promoters(dice, size, after).Adjusted);
        return (change.Difference, 100 * (after[2] - after[0] - before[2] + before[0]));
    }

    private static NetPromoter Promoters(Dice dice, int size, double[] shares)
    {
        double[] answers = dice.Answers(size, shares);
        return NetPromoter.OfCounts(answers.Count(a => a == 3), answers.Count(a => a == 2), answers.Count(a => a == 1));
    }

    private static (Estimate Interval, double Truth) Mean(Dice dice, int size)
    {
        double[] shares = dice.Shares(5);
        return (MeanInterval.Student(SampleSummary.Of(dice.Answers(size, shares))), MeanOf(shares));
    }

    private static (Estimate Interval, double Truth) MeanDifference(Dice dice, int size)
    {
        (double[] first, double[] second) = (dice.Shares(5), dice.Shares(5));
        WelchTest test = WelchTest.Compare(SampleSummary.Of(dice.Answers(size, first)), SampleSummary.Of(dice.Answers(size / 2, second)));
        return (test.Difference, MeanOf(first) - MeanOf(second));
    }

    private static double MeanOf(double[] shares) => shares.Select((share, i) => share * (i + 1)).Sum();

    private static (Estimate Interval, double Truth) Median(Dice dice, int size)
    {
        double median = dice.Between(1.0, 50);
        return (Quantiles.Interval([.. dice.Normals(size).Select(z => median * Math.Exp(z))]), median);
    }

    private static (Estimate Interval, double Truth) Rate(Dice dice, int size)
    {
        double truth = dice.Between(0.2, 20);
        return (PoissonRate.Exact(dice.Events(truth * size), size), truth);
    }

    private static (Estimate Interval, double Truth) RateRatio(Dice dice, int size)
    {
        (double first, double second) = (dice.Between(0.5, 5), dice.Between(0.5, 5));
        return (PoissonRate.Ratio(dice.Events(first * size), size, dice.Events(second * size), size), first / second);
    }
}
