namespace Tajriba.Statistics;

/// <summary>
/// Intervals of key drivers' parts by resampling rows, percentiles (Johnson, Multivariate Behavioral Research 2004, 39:493;
/// Tonidandel, LeBreton and Johnson, Psychological Methods 2009, 14:387; Grömping 2006 does the same in <c>relaimpo</c>).
/// A part cannot be negative, so that an interval that nearly touches 0 tells of noise: see <see cref="NoiseShare"/>.
/// </summary>
/// <param name="Drivers">One a predictor.</param>
/// <param name="NoiseShare">The upper end that a predictor of pure chance reaches beside these (a column of shuffled values), as a share of R²; what stays below it may be nothing.</param>
/// <param name="Replicates">Resamples that could be analysed; in the others a column was constant or the predictors collinear.</param>
public sealed record DriverIntervals(IReadOnlyList<DriverInterval> Drivers, double NoiseShare, int Replicates)
{
    /// <summary>Analyses complete rows many times.</summary>
    /// <param name="outcome">As for <see cref="KeyDrivers.Of"/>.</param>
    /// <param name="predictors">As for <see cref="KeyDrivers.Of"/>, one fewer at most: a column of chance joins them.</param>
    /// <param name="random">Source of resampling; the same seed gives the same intervals.</param>
    /// <param name="replicates">At least 100.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">As for <see cref="KeyDrivers.Of"/>; or less than half of the resamples could be analysed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static DriverIntervals Of(ReadOnlySpan<double> outcome, IReadOnlyList<IReadOnlyList<double>> predictors, Random random, int replicates = 1_000, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 100);
        Guard.Confidence(confidence);
        var whole = KeyDrivers.Of(outcome, predictors);
        var p = predictors.Count;
        if (p == KeyDrivers.MostPredictors)
        {
            throw new ArgumentException($"Needs at most {KeyDrivers.MostPredictors - 1} predictors.", nameof(predictors));
        }

        double[] chance = [.. predictors[0]];
        double[][] rows = Transposed([.. Rows.Rectangle(predictors, outcome.Length), chance, outcome.ToArray()]);
        var parts = new List<double[]>(replicates);
        for (var i = 0; i < replicates; i++)
        {
            random.Shuffle(chance);
            for (var row = 0; row < rows.Length; row++)
            {
                rows[row][p] = chance[row];
            }

            if (Parts(rows, p, random) is { } part)
            {
                parts.Add(part);
            }
        }

        if (parts.Count * 2 < replicates)
        {
            throw new ArgumentException("Less than half of the resamples could be analysed: too few rows differ.", nameof(predictors));
        }

        var drivers = whole.Drivers.Select((driver, j) => new DriverInterval(
            Interval(driver.Shapley, parts, j, confidence),
            Interval(driver.RelativeWeight, parts, p + j, confidence),
            Interval(driver.Shapley / whole.RSquared, parts, (2 * p) + j, confidence),
            Interval(driver.RelativeWeight / whole.RSquared, parts, (3 * p) + j, confidence)));
        return new DriverIntervals([.. drivers], Interval(0, parts, 4 * p, confidence).Upper, parts.Count);
    }

    /// <summary>LMG, relative weights, both as shares, and the share of the column of chance; null where the resample cannot be analysed.</summary>
    private static double[]? Parts(double[][] rows, int p, Random random)
    {
        if (Correlations(rows, random) is not { } all)
        {
            return null;
        }

        double[][] between = [.. all.Take(p).Select(row => row[..p])];
        double[] with = [.. all.Take(p).Select(row => row[^1])];
        double[] explained, beside;
        try
        {
            explained = KeyDrivers.Explained(between, with);
            beside = KeyDrivers.Explained([.. all.Take(p + 1).Select(row => row[..^1])], [.. all.Take(p + 1).Select(row => row[^1])]);
        }
        catch (ArgumentException)
        {
            return null;
        }

        var shapley = KeyDrivers.Shapley(explained, p);
        var weights = KeyDrivers.RelativeWeights(between, with);
        var r2 = explained[^1];
        return
        [
            .. shapley, .. weights, .. shapley.Select(value => value / r2), .. weights.Select(value => value / r2),
            KeyDrivers.Shapley(beside, p + 1)[p] / beside[^1],
        ];
    }

    /// <summary>Correlations of as many rows, drawn with replacement; null where a column is constant in them.</summary>
    private static double[][]? Correlations(double[][] rows, Random random)
    {
        var width = rows[0].Length;
        var sums = new double[width];
        var products = LinearAlgebra.Zero(width, width);
        for (var drawn = 0; drawn < rows.Length; drawn++)
        {
            var row = rows[random.Next(rows.Length)];
            for (var i = 0; i < width; i++)
            {
                sums[i] += row[i];
                for (var j = 0; j <= i; j++)
                {
                    products[i][j] += row[i] * row[j];
                }
            }
        }

        var deviations = new double[width];
        for (var i = 0; i < width; i++)
        {
            var squares = products[i][i] - (sums[i] * sums[i] / rows.Length);
            if (!(squares > 1e-12 * products[i][i]))
            {
                return null;
            }

            deviations[i] = Math.Sqrt(squares);
        }

        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                products[i][j] = i == j ? 1 : (products[i][j] - (sums[i] * sums[j] / rows.Length)) / (deviations[i] * deviations[j]);
                products[j][i] = products[i][j];
            }
        }

        return products;
    }

    /// <summary>Columns as rows, each column centred so that sums of products keep their digits.</summary>
    private static double[][] Transposed(double[][] columns)
    {
        double[] means = [.. columns.Select(column => column.Average())];
        return [.. Enumerable.Range(0, columns[0].Length).Select(row => columns.Select((column, i) => column[row] - means[i]).ToArray())];
    }

    private static Estimate Interval(double value, List<double[]> parts, int place, double confidence)
    {
        double[] replicates = [.. parts.Select(part => part[place])];
        return Bootstrap.Percentiles(value, replicates, confidence);
    }
}
