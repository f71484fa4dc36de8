using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

public sealed class DriverTests
{
    // R's mtcars: weight and whether the gear is manual; glm(am ~ wt, binomial, mtcars).
    private static readonly double[] Weight =
    [
        2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424,
        5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
    ];

    private static readonly double[] Manual = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];

    [Fact]
    public void Logistic_regression_matches_r()
    {
        var fit = LogisticRegression.Fit(Manual, [Weight]);
        Assert.Equal(12.040, fit.Coefficients[0].Value, 5e-4);
        Assert.Equal(-4.024, fit.Coefficients[1].Value, 5e-4);
        Assert.Equal(4.510, fit.Coefficients[0].StandardError, 1e-3);
        Assert.Equal(1.436, fit.Coefficients[1].StandardError, 1e-3);
        Assert.Equal(0.00509, fit.Coefficients[1].P, 5e-6);
        Assert.Equal(43.230, fit.NullDeviance, 5e-4);
        Assert.Equal(19.176, fit.Deviance, 5e-4);
        Assert.Equal(23.176, fit.Aic, 5e-4);
    }

    [Fact]
    public void At_the_maximum_the_fitted_sums_are_the_observed()
    {
        var fit = LogisticRegression.Fit(Manual, [Weight]);
        Assert.Equal(Manual.Sum(), fit.Fitted.Sum(), 1e-9);
        Assert.Equal(Manual.Zip(Weight, (y, x) => y * x).Sum(), fit.Fitted.Zip(Weight, (p, x) => p * x).Sum(), 1e-8);
    }

    [Fact]
    public void Weights_stand_for_repeated_rows()
    {
        var repeated = LogisticRegression.Fit([1, 1, 0, 1, 0, 0, 0], [[1, 1, 1, 2, 2, 2, 3]]);
        var weighed = LogisticRegression.Fit([1, 0, 1, 0, 0, 1], [[1, 1, 2, 2, 3, 3]], [2, 1, 1, 2, 1, 0]);
        Assert.Equal(repeated.Coefficients[1].Value, weighed.Coefficients[1].Value, 1e-9);
        Assert.Equal(repeated.Deviance, weighed.Deviance, 1e-9);
        Assert.Equal(7, weighed.Count);
    }

    [Fact]
    public void Separated_or_collinear_predictors_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([0, 0, 1, 1], [[1, 2, 3, 4]]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([0, 0, 0, 1, 1], [[1, 2, 3, 3, 4]]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([0, 1, 0, 1], [[1, 2, 3, 4], [2, 4, 6, 8]]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([1, 1], [[1, 2]]));
    }

    [Fact]
    public void Shares_of_drivers_add_up_to_what_is_explained()
        => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var (y, x) = Sample(seed, 25, 4);
            var result = KeyDrivers.Of(y, x);
            return Math.Abs(result.Drivers.Sum(driver => driver.Shapley) - result.RSquared) < 1e-10
                && Math.Abs(result.Drivers.Sum(driver => driver.RelativeWeight) - result.RSquared) < 1e-10
                && Math.Abs(result.Drivers.Sum(driver => driver.Pratt) - result.RSquared) < 1e-10
                && result.Drivers.All(driver => driver.Shapley >= -1e-12 && driver.RelativeWeight >= 0 && driver.Inflation >= 1 - 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Residuals_stand_upright_on_every_predictor()
    {
        var (y, x) = Sample(7, 30, 3);
        var result = KeyDrivers.Of(y, x);
        double[] residuals = [.. y.Select((value, i) => value - result.Coefficients[0].Value - x.Select((column, j) => column[i] * result.Coefficients[j + 1].Value).Sum())];
        Assert.Equal(0, residuals.Sum(), 1e-9);
        Assert.All(x, column => Assert.Equal(0, column.Zip(residuals, (a, b) => a * b).Sum(), 1e-9));
    }

    [Fact]
    public void One_predictor_explains_its_squared_correlation_by_every_measure()
    {
        var driver = KeyDrivers.Of(Manual, [Weight]).Drivers[0];
        var square = driver.Correlation * driver.Correlation;
        Assert.All([driver.Shapley, driver.RelativeWeight, driver.Pratt, driver.First, driver.Last], share => Assert.Equal(square, share, 1e-12));
        Assert.Equal(1, driver.Inflation, 1e-12);
    }

    [Fact]
    public void Constant_and_collinear_columns_are_refused()
    {
        Assert.Throws<ArgumentException>(() => KeyDrivers.Of([1, 2, 3, 4], [[5, 5, 5, 5]]));
        Assert.Throws<ArgumentException>(() => KeyDrivers.Of([1, 2, 4, 3, 6], [[1, 2, 3, 4, 5], [2, 4, 6, 8, 10]]));
        Assert.Throws<ArgumentException>(() => KeyDrivers.Of([1, 2], [[1, 2]]));
    }

    private static (double[] Outcome, double[][] Predictors) Sample(int seed, int rows, int columns)
    {
        var random = new Random(seed);
        double[][] x = [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray())];
        return ([.. Enumerable.Range(0, rows).Select(i => x.Select((column, j) => column[i] * (j + 1)).Sum() + random.NextDouble())], x);
    }

    [Fact]
    public void Intervals_hold_the_true_parts_of_drivers_as_often_as_they_say()
    {
        // Three independent drivers of unit variance: their true shares are the squares of their slopes, 9 : 4 : 1.
        const int worlds = 200;
        double[] truths = [9 / 14.0, 4 / 14.0, 1 / 14.0];
        var held = new int[truths.Length];
        var random = new Random(5);
        for (var world = 0; world < worlds; world++)
        {
            var x = Columns(random, 3, 250);
            double[] y = [.. Enumerable.Range(0, 250).Select(i => (0.6 * x[0][i]) + (0.4 * x[1][i]) + (0.2 * x[2][i]) + (0.8 * Normal(random)))];
            var intervals = DriverIntervals.Of(y, x, random, 200);
            for (var j = 0; j < truths.Length; j++)
            {
                held[j] += intervals.Drivers[j].ShapleyShare.Contains(truths[j]) && intervals.Drivers[j].RelativeShare.Contains(truths[j]) ? 1 : 0;
            }
        }

        Assert.All(held, count => Assert.InRange(count, 0.88 * worlds, worlds));
    }

    [Fact]
    public void A_predictor_of_chance_stays_below_the_noise_and_a_true_one_above()
    {
        var random = new Random(7);
        var x = Columns(random, 2, 400);
        double[] y = [.. x[0].Select(value => value + Normal(random))];
        var intervals = DriverIntervals.Of(y, x, new Random(1), 300);
        Assert.True(intervals.Drivers[0].ShapleyShare.Lower > intervals.NoiseShare);
        Assert.True(intervals.Drivers[1].ShapleyShare.Lower < intervals.NoiseShare);
        Assert.Equal(intervals.Drivers, DriverIntervals.Of(y, x, new Random(1), 300).Drivers);
    }

    [Fact]
    public void Parts_lie_within_their_intervals_and_bad_input_is_refused()
    {
        var random = new Random(3);
        var x = Columns(random, 2, 60);
        double[] y = [.. Enumerable.Range(0, 60).Select(i => x[0][i] + x[1][i] + Normal(random))];
        var parts = KeyDrivers.Of(y, x);
        var intervals = DriverIntervals.Of(y, x, random, 100);
        Assert.Equal(100, intervals.Replicates);
        for (var j = 0; j < 2; j++)
        {
            Assert.Equal(parts.Drivers[j].Shapley, intervals.Drivers[j].Shapley.Value, 1e-12);
            Assert.True(intervals.Drivers[j].Shapley.Contains(parts.Drivers[j].Shapley));
            Assert.True(intervals.Drivers[j].RelativeWeight.Contains(parts.Drivers[j].RelativeWeight));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => DriverIntervals.Of(y, x, random, 99));
        Assert.Throws<ArgumentException>(() => DriverIntervals.Of(y, Columns(random, KeyDrivers.MostPredictors, 60), random, 100));

        // One row alone differs in the second column: most resamples lack it, or hold nothing else.
        double[] rare = [1, .. new double[5]];
        Assert.Throws<ArgumentException>(() => DriverIntervals.Of([1, 2, 3, 5, 4, 6], [[6, 1, 5, 2, 4, 4], rare, [.. rare.Reverse()]], random, 100));
    }

    [Fact]
    public void A_coefficient_tells_what_a_change_goes_along_with()
    {
        // Kutner, Applied Linear Statistical Models, Toluca: slope 3.5702, s{b} 0.3470, 23 degrees; 95 % 2.85 to 4.29.
        var effect = new RegressionCoefficient(3.5702, 0.3470, 0).Effect(1, 23);
        Assert.Equal(2.85, effect.Lower, 5e-3);
        Assert.Equal(4.29, effect.Upper, 5e-3);
        Assert.Equal(-2 * effect.Upper, new RegressionCoefficient(3.5702, 0.3470, 0).Effect(-2, 23).Lower, 1e-12);
    }

    private static double[][] Columns(Random random, int count, int rows)
        => [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, rows).Select(_ => Normal(random)).ToArray())];

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
