namespace Tajriba.Statistics;

/// <summary>Events per unit of exposure.</summary>
public static class PoissonRate
{
    /// <summary>The exact interval of a rate (Garwood 1936).</summary>
    /// <param name="events">Not negative.</param>
    /// <param name="exposure">Time, customers, kilometres, ...; positive.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Exact(long events, double exposure = 1, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        Guard.Positive(exposure);
        Guard.Confidence(confidence);
        var tail = (1 - confidence) / 2;
        return new Estimate(
            events / exposure,
            events == 0 ? 0 : ChiSquareDistribution.Quantile(tail, 2.0 * events) / 2 / exposure,
            ChiSquareDistribution.Quantile(1 - tail, (2.0 * events) + 2) / 2 / exposure);
    }

    /// <summary>Ratio of two rates, first over second, exact given the total (Clopper and Pearson on the first's share).</summary>
    /// <param name="events1">Not negative; not both zero.</param>
    /// <param name="exposure1">Positive.</param>
    /// <param name="events2">Not negative.</param>
    /// <param name="exposure2">Positive.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <returns>Infinite value or upper end where the second has no events.</returns>
    /// <exception cref="ArgumentException">There are no events at all.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Ratio(long events1, double exposure1, long events2, double exposure2, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events1);
        ArgumentOutOfRangeException.ThrowIfNegative(events2);
        Guard.Positive(exposure1);
        Guard.Positive(exposure2);
        if (events1 + events2 == 0)
        {
            throw new ArgumentException("At least one event is needed.", nameof(events1));
        }

        var share = Proportion.ClopperPearson(events1, events1 + events2, confidence);
        var scale = exposure2 / exposure1;
        return new Estimate(Odds(share.Value) * scale, Odds(share.Lower) * scale, Odds(share.Upper) * scale);
    }

    private static double Odds(double share) => share >= 1 ? double.PositiveInfinity : share / (1 - share);
}
