namespace Tajriba.TextAnalysis;

/// <summary>Alerts on what has become more frequent, with a stated rate of false alarms.</summary>
/// <remarks>
/// Given how many texts have a term in both windows together, those of the new window are binomial if nothing changed (Przyborowski
/// and Wilenski 1940); over all terms tested the level is shared out (Bonferroni), so that the chance of any false alarm in one
/// run is at most the rate, however many terms there are and however they depend on each other.
/// </remarks>
public static class EmergingTerms
{
    /// <summary>The terms that emerge, the least probable first.</summary>
    /// <param name="counts">For each term how many texts of the new window and of the one before have it.</param>
    /// <param name="textsNow">How many texts the new window has; at least 1.</param>
    /// <param name="textsBefore">How many the window before has; at least 1.</param>
    /// <param name="falseAlarmRate">The most that the chance of any false alarm in one run may be; above 0 and below 1.</param>
    public static IReadOnlyList<EmergingTerm> Find(
        IReadOnlyDictionary<string, (int Now, int Before)> counts, int textsNow, int textsBefore, double falseAlarmRate = 0.05)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(textsNow);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(textsBefore);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(falseAlarmRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(falseAlarmRate, 1);
        double share = textsNow / ((double)textsNow + textsBefore);
        return [.. counts.Select(c => new EmergingTerm(c.Key, c.Value.Now, c.Value.Before, AtLeast(c.Value.Now, c.Value.Now + c.Value.Before, share)))
            .Where(t => t.Probability * counts.Count <= falseAlarmRate)
            .OrderBy(t => t.Probability).ThenBy(t => t.Term, StringComparer.Ordinal)];
    }

    /// <summary>The binomial probability of so many or more.</summary>
    private static double AtLeast(int count, int of, double share)
    {
        if (count <= 0)
        {
            return 1;
        }

        double log = count * Math.Log(share);
        for (int i = 1; i <= of - count; i++)
        {
            log += Math.Log((count + i) / (double)i) + Math.Log(1 - share);
        }

        double term = Math.Exp(log);
        double sum = 0;
        for (int k = count; k <= of; k++)
        {
            sum += term;
            term *= (of - k) / (double)(k + 1) * share / (1 - share);
        }

        return Math.Min(1, sum);
    }
}
