namespace Tajriba.Statistics.Tests;

/// <summary>Forecasts along a line: against R's <c>predict.lm</c>, and against what was drawn.</summary>
public sealed class ForecastTests
{
    /// <summary>R's <c>cars</c> (Ezekiel 1930): speed in miles per hour, stopping distance in feet.</summary>
    private static readonly double[] Speed = [4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25];
    private static readonly double[] Distance = [2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85];

    [Theory]
    [InlineData(12, 29.60981, -1.749529, 60.96915)]
    [InlineData(19, 57.13667, 25.761756, 88.51159)]
    [InlineData(24, 76.79872, 44.752478, 108.84495)]
    public void A_single_value_ahead_is_what_R_s_predict_gives(double speed, double fit, double lower, double upper)
    {
        // predict(lm(dist ~ speed, cars), data.frame(speed = c(12, 19, 24)), interval = "prediction")
        LinearForecast line = LinearForecast.Of(Speed, Distance)!;
        Estimate ahead = line.At(speed);
        Assert.Equal(fit, ahead.Value, 3);
        Assert.Equal(lower, ahead.Lower, 3);
        Assert.Equal(upper, ahead.Upper, 3);
        Assert.Equal((50, 3.932409, 15.37959), (line.Count, Math.Round(line.Slope, 6), Math.Round(line.Error, 5)));
    }

    [Fact]
    public void The_likelihood_agrees_with_the_interval()
    {
        LinearForecast line = LinearForecast.Of(Speed, Distance)!;
        Estimate ahead = line.At(24, 4);
        Assert.Equal(0.975, line.Reaches(ahead.Lower, 24, 4), 9);
        Assert.Equal(0.5, line.Reaches(ahead.Value, 24, 4), 9);
        Assert.Equal(0.025, line.Reaches(ahead.Upper, 24, 4), 9);
        Assert.True(ahead.Width < line.At(24).Width);
    }

    [Fact]
    public void Nineteen_of_twenty_intervals_hold_the_mean_of_what_comes()
    {
        var random = new Random(7);
        int held = 0;
        const int Rounds = 2_000;
        for (int round = 0; round < Rounds; round++)
        {
            double[] times = [.. Enumerable.Range(0, 12).Select(t => (double)t)], values = [.. times.Select(t => (0.3 * t) + Normal(random))];
            double[] ahead = [.. Enumerable.Range(14, 4).Select(t => (0.3 * t) + Normal(random))];
            held += LinearForecast.Of(times, values)!.At(15.5, 4).Contains(ahead.Average()) ? 1 : 0;
        }

        Assert.InRange(held / (double)Rounds, 0.935, 0.965);
    }

    [Fact]
    public void Too_little_tells_nothing_and_what_never_varied_goes_on()
    {
        Assert.Null(LinearForecast.Of([1, 2, 3, 4], [1, 2, 3, 4]));
        Assert.Null(LinearForecast.Of([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]));
        LinearForecast line = LinearForecast.Of([1, 2, 3, 4, 5], [2, 2, 2, 2, 2])!;
        Assert.Equal(new(2, 2, 2), line.At(9));
        Assert.Equal((1, 0), (line.Reaches(2, 9), line.Reaches(2.1, 9)));
        Assert.Throws<ArgumentException>(() => LinearForecast.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => LinearForecast.Of([1, 2, 3, 4, double.NaN], [1, 2, 3, 4, 5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => line.At(9, 0));
    }

    private static double Normal(Random random) => NormalDistribution.Quantile(random.NextDouble());
}
