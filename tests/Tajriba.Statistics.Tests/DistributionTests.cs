namespace Tajriba.Statistics.Tests;

public sealed class DistributionTests
{
    // Abramowitz and Stegun, tables 6.1, 26.1, 26.10, 26.8; R 4 for the far tails.
    [Theory]
    [InlineData(0.5, 0.57236494292470008707)]
    [InlineData(1, 0)]
    [InlineData(10, 12.80182748008146961121)]
    [InlineData(100, 359.13420536957539877)]
    public void Log_gamma_matches_tables(double x, double expected) => Close(expected, SpecialFunctions.LogGamma(x), 1e-14);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.84134474606854294859)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-3, 0.0013498980316300945)]
    [InlineData(-10, 7.619853024160525e-24)]
    public void Normal_matches_tables(double z, double p) => Close(p, NormalDistribution.Cdf(z), 1e-12);

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(0.0001, -3.719016485455709)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Normal_quantile_matches_tables(double p, double z) => Close(z, NormalDistribution.Quantile(p), 1e-13);

    [Theory]
    [InlineData(0.975, 1, 12.706204736174704)]
    [InlineData(0.975, 10, 2.2281388519649385)]
    [InlineData(0.995, 5, 4.032142983557536)]
    [InlineData(0.95, 120, 1.6576508993552355)]
    [InlineData(0.975, 1e6, 1.959966356814)]
    public void Student_quantile_matches_tables(double p, double degrees, double t)
    {
        Close(t, StudentDistribution.Quantile(p, degrees), 1e-9);
        Close(-t, StudentDistribution.Quantile(1 - p, degrees), 1e-9);
    }

    [Theory]
    [InlineData(0.95, 1, 3.841458820694124)]
    [InlineData(0.95, 10, 18.307038053275146)]
    [InlineData(0.01, 5, 0.5542980767282772)]
    public void Chi_square_quantile_matches_tables(double p, double degrees, double x)
        => Close(x, ChiSquareDistribution.Quantile(p, degrees), 1e-11);

    [Fact]
    public void Normal_quantile_undoes_the_distribution_function()
    {
        for (var z = -8.0; z <= 5; z += 0.37)
        {
            Close(z, NormalDistribution.Quantile(NormalDistribution.Cdf(z)), 1e-10);
        }
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(40, 25)]
    [InlineData(4_000, 90)]
    [InlineData(3e6, 5e6)]
    public void Beta_quantile_undoes_the_distribution_function(double a, double b)
    {
        foreach (var p in new[] { 0.001, 0.025, 0.5, 0.9, 0.999 })
        {
            Close(p, BetaDistribution.Cdf(BetaDistribution.Quantile(p, a, b), a, b), 1e-7);
        }
    }

    [Fact]
    public void Beta_is_symmetric_and_equals_its_closed_forms()
    {
        for (var x = 0.05; x < 1; x += 0.05)
        {
            Assert.Equal(1, BetaDistribution.Cdf(1 - x, 7.5, 20) + BetaDistribution.Cdf(x, 20, 7.5), 13);
            Close(Math.Pow(x, 9), BetaDistribution.Cdf(x, 9, 1), 1e-12);
            Close((2 / Math.PI) * Math.Asin(Math.Sqrt(x)), BetaDistribution.Cdf(x, 0.5, 0.5), 1e-12);
        }
    }

    [Fact]
    public void Gamma_equals_its_closed_form_for_whole_shapes()
    {
        foreach (var x in new[] { 0.1, 1.0, 7.5, 19, 40 })
        {
            double sum = 0, term = 1;
            for (var k = 0; k < 20; k++)
            {
                sum += term;
                term *= x / (k + 1);
            }

            Close(Math.Exp(-x) * sum, SpecialFunctions.RegularizedGammaQ(20, x), 1e-11);
        }
    }

    [Theory]
    [InlineData(30, 0.1)]
    [InlineData(200, 0.62)]
    public void Binomial_sums_its_probabilities(int n, double p)
    {
        var sum = 0.0;
        for (var k = 0; k <= n; k++)
        {
            sum += BinomialDistribution.Probability(k, n, p);
            Close(sum, BinomialDistribution.Cdf(k, n, p), 1e-11);
        }
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("p", Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(0)).ParamName);
        Assert.Equal("degrees", Assert.Throws<ArgumentOutOfRangeException>(() => StudentDistribution.Cdf(1, 0)).ParamName);
        Assert.Equal("x", Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.LogGamma(-1)).ParamName);
        Assert.Equal("probability", Assert.Throws<ArgumentOutOfRangeException>(() => BinomialDistribution.Cdf(1, 2, 1.5)).ParamName);
    }

    private static void Close(double expected, double actual, double relative)
        => Assert.True(Math.Abs(expected - actual) <= relative * Math.Max(Math.Abs(expected), expected == 0 ? 1 : 0), $"expected {expected:R}, got {actual:R}");
}
