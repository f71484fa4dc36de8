using Tajriba.Statistics;

namespace Tajriba.Organization.Objectives.Results;

/// <summary>What a key result will be at the end of its cycle, if things go on as they do.</summary>
/// <param name="Final">The value then, with its 95% prediction interval.</param>
/// <param name="Likelihood">How likely the goal is reached, 0 to 1.</param>
public sealed record Forecast(Estimate Final, double Likelihood)
{
    /// <summary>Looks ahead along the line through what was measured.</summary>
    /// <param name="times">Days on which it was measured.</param>
    /// <param name="values">What was measured; as many.</param>
    /// <param name="time">The mean day of what is still to be measured.</param>
    /// <param name="count">Measurements still to come, of which the final value takes the mean; above 0.</param>
    /// <param name="known">Share of the final value that is measured already, from 0 and below 1.</param>
    /// <param name="now">What that part says.</param>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="lessIsBetter">Whether less is better.</param>
    /// <returns>The forecast; null where there is too little to tell.</returns>
    public static Forecast? Of(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double time, double count, double known, double now, double goal, bool lessIsBetter)
    {
        if (known >= 1 || LinearForecast.Of(times, values) is not { } line)
        {
            return null;
        }

        Estimate ahead = line.At(time, count);
        double reaches = line.Reaches((goal - (known * now)) / (1 - known), time, count);
        return new(new(Mix(ahead.Value), Mix(ahead.Lower), Mix(ahead.Upper)), lessIsBetter ? 1 - reaches : reaches);

        double Mix(double later) => (known * now) + ((1 - known) * later);
    }
}
