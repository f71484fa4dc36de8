namespace Tajriba.TextAnalysis;

/// <summary>Which topics cost most: share × difference of scores, with an interval by the delta method.</summary>
public static class PainPoints
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>The topics, the costliest first; those with fewer than two texts, or all but one, are left out.</summary>
    /// <param name="rated">For each text its score and its topics.</param>
    public static IReadOnlyList<PainPoint> Rank(IReadOnlyList<(double Score, IReadOnlyCollection<string> Topics)> rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return [.. rated.SelectMany(r => r.Topics).Distinct().Select(topic => Of(topic, rated)).OfType<PainPoint>()
            .OrderByDescending(p => p.Impact).ThenBy(p => p.Topic, StringComparer.Ordinal)];
    }

    private static PainPoint? Of(string topic, IReadOnlyList<(double Score, IReadOnlyCollection<string> Topics)> rated)
    {
        double[] about = [.. rated.Where(r => r.Topics.Contains(topic)).Select(r => r.Score)];
        double[] others = [.. rated.Where(r => !r.Topics.Contains(topic)).Select(r => r.Score)];
        if (about.Length < 2 || others.Length < 2)
        {
            return null;
        }

        double share = about.Length / (double)rated.Count;
        double difference = others.Average() - about.Average();
        double variance = (difference * difference * share * (1 - share) / rated.Count)
            + (share * share * ((Variance(about) / about.Length) + (Variance(others) / others.Length)));
        double half = Normal95 * Math.Sqrt(variance);
        double impact = share * difference;
        return new PainPoint(topic, about.Length, share, difference, impact, impact - half, impact + half);
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
