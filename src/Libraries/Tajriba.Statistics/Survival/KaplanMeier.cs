namespace Tajriba.Statistics;

/// <summary>
/// Share of people without an event by time, where some were not followed to the end (Kaplan and Meier, Journal of the
/// American Statistical Association 1958, 53:457; standard error of Greenwood 1926).
/// </summary>
/// <param name="Steps">One for each distinct time, those with censoring only too, ascending.</param>
/// <param name="Median">First time at which the survival is at most one half; null where it never is.</param>
public sealed record KaplanMeier(IReadOnlyList<SurvivalStep> Steps, double? Median)
{
    /// <summary>Estimates the curve.</summary>
    /// <param name="times">Time of event or last sight of each person, in any order, not negative, at least two.</param>
    /// <param name="events">True for an event, false for a person who was last seen without one. At equal times events come before censoring.</param>
    /// <exception cref="ArgumentException">The lists do not fit each other, are too short, or a time is negative or not finite.</exception>
    public static KaplanMeier Of(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        Guard.Sample(times, 2);
        if (events.Length != times.Length)
        {
            throw new ArgumentException($"Needs one status for each of the {times.Length} times.", nameof(events));
        }

        var order = new (double Time, bool Event)[times.Length];
        for (var i = 0; i < order.Length; i++)
        {
            if (times[i] < 0)
            {
                throw new ArgumentException("No time may be negative.", nameof(times));
            }

            order[i] = (times[i], events[i]);
        }

        var steps = new List<SurvivalStep>();
        var atRisk = order.Length;
        double survival = 1, variance = 0;
        foreach (var group in order.GroupBy(one => one.Time).OrderBy(group => group.Key))
        {
            var died = group.Count(one => one.Event);
            var left = group.Count() - died;
            survival *= 1 - ((double)died / atRisk);
            variance += died == 0 ? 0 : (double)died / atRisk / (atRisk - died);
            steps.Add(new SurvivalStep(group.Key, atRisk, died, left, survival, Math.Sqrt(variance)));
            atRisk -= died + left;
        }

        // The product of fractions may miss one half by its rounding.
        return new KaplanMeier(steps, steps.Find(step => step.Survival <= 0.5 + 1e-12)?.Time);
    }
}
