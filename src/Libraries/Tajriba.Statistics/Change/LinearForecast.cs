namespace Tajriba.Statistics;

/// <summary>A straight line through a series, and what it says of the time ahead (Montgomery, Jennings and Kulahci 2015, 3.3 and 3.6).</summary>
/// <remarks>Errors are taken as independent; where neighbouring values resemble each other the interval is too narrow.</remarks>
public sealed record LinearForecast
{
    /// <summary>Fewest values from which anything is told.</summary>
    public const int Fewest = 5;

    private readonly double meanTime;
    private readonly double meanValue;
    private readonly double timeSquares;

    private LinearForecast(int count, double meanTime, double meanValue, double timeSquares, double slope, double error)
        => (Count, this.meanTime, this.meanValue, this.timeSquares, Slope, Error) = (count, meanTime, meanValue, timeSquares, slope, error);

    /// <summary>Values behind it.</summary>
    public int Count { get; }

    /// <summary>By how much the value grows when time grows by one.</summary>
    public double Slope { get; }

    /// <summary>Standard deviation of the values around the line.</summary>
    public double Error { get; }

    /// <summary>Fits the line by least squares.</summary>
    /// <param name="times">When, in any unit.</param>
    /// <param name="values">What was measured then; as many.</param>
    /// <returns>The line; null where there are fewer than <see cref="Fewest"/> values or all are of one time.</returns>
    /// <exception cref="ArgumentException">There are not as many times as values, or one is not finite.</exception>
    public static LinearForecast? Of(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        Guard.AsMany(times.Length, values.Length, nameof(times));
        Guard.Sample(times, 0);
        Guard.Sample(values, 0);
        if (times.Length < Fewest)
        {
            return null;
        }

        (double meanTime, double meanValue) = (Mean(times), Mean(values));
        double squares = 0, products = 0;
        for (int i = 0; i < times.Length; i++)
        {
            squares += (times[i] - meanTime) * (times[i] - meanTime);
            products += (times[i] - meanTime) * (values[i] - meanValue);
        }

        if (squares <= 0)
        {
            return null;
        }

        double slope = products / squares, left = 0;
        for (int i = 0; i < times.Length; i++)
        {
            double residual = values[i] - meanValue - (slope * (times[i] - meanTime));
            left += residual * residual;
        }

        return new(times.Length, meanTime, meanValue, squares, slope, Math.Sqrt(left / (times.Length - 2)));
    }

    /// <summary>What will be measured: the mean of some values around a time, with its prediction interval.</summary>
    /// <param name="time">When; the mean time where several values are meant.</param>
    /// <param name="values">How many values the mean is of, above 0.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Estimate At(double time, double values = 1, double confidence = 0.95)
    {
        Guard.Finite(time);
        Guard.Positive(values);
        Guard.Confidence(confidence);
        (double value, double spread) = Ahead(time, values);
        double half = StudentDistribution.Quantile(1 - ((1 - confidence) / 2), Count - 2) * spread;
        return new(value, value - half, value + half);
    }

    /// <summary>How likely that mean is at least so much, 0 to 1.</summary>
    /// <param name="least">The value to be reached.</param>
    /// <param name="time">When; the mean time where several values are meant.</param>
    /// <param name="values">How many values the mean is of, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double Reaches(double least, double time, double values = 1)
    {
        Guard.Finite(least);
        Guard.Finite(time);
        Guard.Positive(values);
        (double value, double spread) = Ahead(time, values);
        return spread > 0 ? StudentDistribution.Cdf((value - least) / spread, Count - 2) : value >= least ? 1 : 0;
    }

    private (double Value, double Spread) Ahead(double time, double values)
    {
        double away = time - meanTime;
        return (meanValue + (Slope * away), Error * Math.Sqrt((1 / values) + (1.0 / Count) + (away * away / timeSquares)));
    }

    private static double Mean(ReadOnlySpan<double> of)
    {
        double sum = 0;
        foreach (double one in of)
        {
            sum += one;
        }

        return sum / of.Length;
    }
}
