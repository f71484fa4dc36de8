namespace Tajriba.Statistics;

/// <summary>
/// Value of a policy from the log of another (Horvitz and Thompson 1952; Swaminathan and Joachims 2015; Dudík et al.,
/// Statistical Science 2014, 29:485; Saito et al., Open Bandit Dataset and Pipeline, arXiv 2008.07146).
/// </summary>
public static class OffPolicy
{
    private const double Confidence = 0.95;

    /// <summary>Evaluates a policy that does not look at contexts.</summary>
    /// <param name="log">At least two rounds.</param>
    /// <param name="policy">Row a column p: probability that the policy shows action a at position p; each column adds up to about 1.</param>
    /// <param name="random">Source of resampling; the same seed gives the same intervals.</param>
    /// <param name="replicates">Bootstrap replicates, at least 100.</param>
    /// <param name="smoothing">How many rounds at the overall mean the table of rewards begins with, positive.</param>
    /// <param name="clip">Where weights are cut in the clipped estimate, positive.</param>
    /// <param name="switchAbove">Above which weights are dropped in the switched estimate, positive.</param>
    /// <param name="shrinkage">λ of the shrunk estimate, positive.</param>
    /// <exception cref="ArgumentException">The log is too short, or a round or the policy does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public static PolicyValue Evaluate(
        IReadOnlyList<LoggedRound> log,
        IReadOnlyList<IReadOnlyList<double>> policy,
        Random random,
        int replicates = 10_000,
        double smoothing = 10,
        double clip = 10,
        double switchAbove = 5,
        double shrinkage = 10)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 100);
        Guard.Positive(smoothing);
        Guard.Positive(clip);
        Guard.Positive(switchAbove);
        Guard.Positive(shrinkage);
        var shares = Policy(policy);
        Check(log, shares);
        var n = log.Count;
        var logged = log.Average(round => round.Reward);
        var table = Rewards(log, shares.Length, shares[0].Length, smoothing, logged);
        var expected = Enumerable.Range(0, shares[0].Length).Select(p => shares.Select((row, a) => row[p] * table[a][p]).Sum()).ToArray();
        var weights = new double[n];
        var weighted = new double[n];
        var residuals = new double[n];
        var robust = new double[n];
        var direct = 0.0;
        for (var i = 0; i < n; i++)
        {
            var round = log[i];
            weights[i] = shares[round.Action][round.Position] / round.Propensity;
            weighted[i] = weights[i] * round.Reward;
            residuals[i] = round.Reward - table[round.Action][round.Position];
            robust[i] = expected[round.Position] + (weights[i] * residuals[i]);
            direct += expected[round.Position] / n;
        }

        var total = weights.Sum();
        var (ips, doublyRobust) = Resampled(weighted, robust, random, replicates);
        return new PolicyValue(
            n,
            logged,
            weighted.Average(),
            Error(weighted),
            total > 0 ? weighted.Sum() / total : 0,
            direct,
            robust.Average(),
            Error(robust),
            total > 0 ? direct + (Corrected(weights, residuals, w => w) / total) : direct,
            log.Select((round, i) => Math.Min(weights[i], clip) * round.Reward).Average(),
            direct + (Corrected(weights, residuals, w => w > switchAbove ? 0 : w) / n),
            direct + (Corrected(weights, residuals, w => shrinkage * w / ((w * w) + shrinkage)) / n),
            total > 0 ? total * total / weights.Sum(w => w * w) : 0,
            total / n,
            weights.Max(),
            ips,
            doublyRobust);
    }

    private static double Corrected(double[] weights, double[] residuals, Func<double, double> weight)
        => weights.Zip(residuals, (w, residual) => weight(w) * residual).Sum();

    private static double[][] Policy(IReadOnlyList<IReadOnlyList<double>> policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Count == 0 || policy[0].Count == 0)
        {
            throw new ArgumentException("Needs at least one action and one position.", nameof(policy));
        }

        var shares = Rows.Rectangle(policy, policy[0].Count);
        for (var p = 0; p < shares[0].Length; p++)
        {
            if (shares.Any(row => !(row[p] >= 0 && row[p] <= 1)) || Math.Abs(shares.Sum(row => row[p]) - 1) > 1e-3)
            {
                throw new ArgumentException($"The probabilities at position {p} must lie between 0 and 1 and add up to 1.", nameof(policy));
            }
        }

        return shares;
    }

    private static void Check(IReadOnlyList<LoggedRound> log, double[][] shares)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.Count < 2)
        {
            throw new ArgumentException("Needs at least two rounds.", nameof(log));
        }

        for (var i = 0; i < log.Count; i++)
        {
            var (action, position, reward, propensity) = log[i];
            if (action < 0 || action >= shares.Length || position < 0 || position >= shares[0].Length)
            {
                throw new ArgumentException($"Round {i} has an action or a position that the policy does not know.", nameof(log));
            }

            if (!double.IsFinite(reward) || !(propensity > 0 && propensity <= 1))
            {
                throw new ArgumentException($"Round {i} needs a finite reward and a probability above 0 and at most 1.", nameof(log));
            }
        }
    }

    private static double[][] Rewards(IReadOnlyList<LoggedRound> log, int actions, int positions, double smoothing, double logged)
    {
        var sums = LinearAlgebra.Zero(actions, positions);
        var counts = LinearAlgebra.Zero(actions, positions);
        foreach (var round in log)
        {
            sums[round.Action][round.Position] += round.Reward;
            counts[round.Action][round.Position]++;
        }

        for (var a = 0; a < actions; a++)
        {
            for (var p = 0; p < positions; p++)
            {
                sums[a][p] = (sums[a][p] + (smoothing * logged)) / (counts[a][p] + smoothing);
            }
        }

        return sums;
    }

    private static double Error(double[] values) => SampleSummary.Of(values).StandardDeviation / Math.Sqrt(values.Length);

    /// <summary>Both estimates over the same resamples of rounds.</summary>
    private static (Estimate Ips, Estimate Robust) Resampled(double[] weighted, double[] robust, Random random, int replicates)
    {
        var n = weighted.Length;
        var first = new double[replicates];
        var second = new double[replicates];
        for (var k = 0; k < replicates; k++)
        {
            double sum1 = 0, sum2 = 0;
            for (var i = 0; i < n; i++)
            {
                var drawn = random.Next(n);
                sum1 += weighted[drawn];
                sum2 += robust[drawn];
            }

            first[k] = sum1 / n;
            second[k] = sum2 / n;
        }

        return (Percentiles(weighted.Average(), first), Percentiles(robust.Average(), second));
    }

    private static Estimate Percentiles(double value, double[] replicates)
    {
        Array.Sort(replicates);
        return new Estimate(value, Quantiles.OfSorted(replicates, (1 - Confidence) / 2), Quantiles.OfSorted(replicates, (1 + Confidence) / 2));
    }
}
