namespace Tajriba.Statistics;

/// <summary>
/// Weights that bring a sample's table to known margins: iterative proportional fitting (Deming and Stephan 1940), also called raking.
/// </summary>
/// <param name="Fitted">The table that meets the margins and keeps the sample's odds ratios.</param>
/// <param name="Weights">Fitted over sampled count, the weight of each answer in a cell; not a number where the sample's cell is empty.</param>
/// <param name="DesignEffect">n Σw² / (Σw)² over the answers (Kish 1965, 11.7): how much unequal weights widen variances.</param>
/// <param name="EffectiveSize">Answers over the design effect.</param>
public sealed record Raking(double[][] Fitted, double[][] Weights, double DesignEffect, double EffectiveSize)
{
    private const int Most = 20_000;

    /// <summary>Fits a table.</summary>
    /// <param name="sample">Counts of 0 or more; no row or column with a target is empty.</param>
    /// <param name="rowTargets">One for each row, 0 or more, in any unit.</param>
    /// <param name="columnTargets">One for each column, with the same sum.</param>
    /// <exception cref="ArgumentException">Lengths differ, sums differ, or empty cells keep the margins from being met.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static Raking Fit(double[][] sample, double[] rowTargets, double[] columnTargets)
    {
        Guard.Table(sample, 1, 1);
        Guard.Table([rowTargets], 1, 1, nameof(rowTargets));
        Guard.Table([columnTargets], 1, 1, nameof(columnTargets));
        Guard.AsMany(rowTargets.Length, sample.Length, nameof(rowTargets));
        Guard.AsMany(columnTargets.Length, sample[0].Length, nameof(columnTargets));
        double rows = rowTargets.Sum(), columns = columnTargets.Sum();
        if (!(rows > 0) || Math.Abs(rows - columns) > 1e-6 * rows)
        {
            throw new ArgumentException($"Rows and columns must have the same sum above 0, not {rows} and {columns}.", nameof(columnTargets));
        }

        double[][] fitted = [.. sample.Select(row => row.ToArray())];
        for (var step = 0; Misfit(fitted, rowTargets) > 1e-13 * rows; step++)
        {
            if (step == Most)
            {
                throw new ArgumentException("Empty cells keep the margins from being met.", nameof(sample));
            }

            ScaleRows(fitted, rowTargets);
            ScaleColumns(fitted, columnTargets);
        }

        double[][] weights = [.. fitted.Select((row, i) => row.Select((value, j) => sample[i][j] > 0 ? value / sample[i][j] : double.NaN).ToArray())];
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < sample.Length; i++)
        {
            for (var j = 0; j < sample[i].Length; j++)
            {
                (sum, squares) = sample[i][j] > 0 ? (sum + fitted[i][j], squares + (fitted[i][j] * weights[i][j])) : (sum, squares);
            }
        }

        var count = sample.Sum(row => row.Sum());
        var effect = count * squares / (sum * sum);
        return new Raking(fitted, weights, effect, count / effect);
    }

    private static double Misfit(double[][] fitted, double[] rowTargets) => fitted.Select((row, i) => Math.Abs(row.Sum() - rowTargets[i])).Max();

    private static void ScaleRows(double[][] fitted, double[] targets)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            var factor = Factor(targets[i], fitted[i].Sum());
            for (var j = 0; j < fitted[i].Length; j++)
            {
                fitted[i][j] *= factor;
            }
        }
    }

    private static void ScaleColumns(double[][] fitted, double[] targets)
    {
        for (var j = 0; j < targets.Length; j++)
        {
            var factor = Factor(targets[j], fitted.Sum(row => row[j]));
            foreach (var row in fitted)
            {
                row[j] *= factor;
            }
        }
    }

    private static double Factor(double target, double sum) => (target, sum) switch
    {
        (0, _) => 0,
        (_, 0) => throw new ArgumentException("A row or column without any count cannot meet a target above 0."),
        _ => target / sum,
    };
}
