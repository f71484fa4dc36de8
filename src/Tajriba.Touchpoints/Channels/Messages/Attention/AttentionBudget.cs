namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>Judges one more message against those that a person got or is to get.</summary>
public static class AttentionBudget
{
    private const long Hour = 3_600_000_000;
    private const long Day = 24 * Hour;

    /// <summary>Null where the rules allow it, else a reason of <see cref="SuppressionReasons"/>.</summary>
    /// <param name="rules">What is allowed. A window of D days holds its begin, not its end.</param>
    /// <param name="times">Times of the others, in microseconds, in any order.</param>
    /// <param name="candidate">Its own.</param>
    public static string? Judge(AttentionRules rules, IEnumerable<long> times, long candidate)
    {
        long[] sorted = [.. times.Append(candidate).Order()];
        int place = Array.IndexOf(sorted, candidate);
        long gap = rules.HoursBetween * Hour;
        if ((place > 0 && candidate - sorted[place - 1] < gap) || (place + 1 < sorted.Length && sorted[place + 1] - candidate < gap))
        {
            return SuppressionReasons.TooSoon;
        }

        return rules.Limits.Any(limit => Exceeds(sorted, place, limit)) ? SuppressionReasons.TooMany : null;
    }

    /// <summary>Whether some window with the candidate in it holds one more than allowed.</summary>
    private static bool Exceeds(long[] sorted, int place, AttentionLimit limit)
    {
        for (int first = Math.Max(0, place - limit.Most); first <= place && first + limit.Most < sorted.Length; first++)
        {
            if (sorted[first + limit.Most] - sorted[first] < limit.Days * Day)
            {
                return true;
            }
        }

        return false;
    }
}
