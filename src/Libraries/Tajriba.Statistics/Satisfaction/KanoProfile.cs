namespace Tajriba.Statistics;

/// <summary>How often customers put a feature into each of Kano's categories: as counts, or as percentages.</summary>
public sealed class KanoProfile
{
    /// <summary>The factor of Fong's test (Fong 1996, Center for Quality of Management Journal 5(3)): 1.65 for ten percent, two-sided.</summary>
    public const double FongFactor = 1.65;

    private readonly double[] counts;
    private readonly KanoCategory[] ties;

    /// <summary>A profile of counted answers.</summary>
    /// <param name="count">Of each category: finite, 0 or more, not all 0.</param>
    /// <param name="ties">Every category once: which wins where counts are equal. The order of <see cref="KanoCategory"/> where null.</param>
    /// <exception cref="ArgumentException">All counts are 0, or the order does not name every category once.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite.</exception>
    public KanoProfile(Func<KanoCategory, double> count, IReadOnlyList<KanoCategory>? ties = null)
    {
        ArgumentNullException.ThrowIfNull(count);
        var all = Enum.GetValues<KanoCategory>();
        counts = [.. all.Select(count)];
        Guard.Table([counts], 1, 1, nameof(count));
        Guard.Positive(counts.Sum(), nameof(count));
        this.ties = [.. ties ?? all];
        if (!this.ties.Order().SequenceEqual(all))
        {
            throw new ArgumentException("Must name every category once.", nameof(ties));
        }
    }

    /// <summary>Answers of one category.</summary>
    public double this[KanoCategory category] => counts[(int)category];

    /// <summary>All answers.</summary>
    public double Total => counts.Sum();

    /// <summary>The most frequent category.</summary>
    public KanoCategory Mode => Largest(ties);

    /// <summary>
    /// The most frequent of M, O and A where these together outnumber I, R and Q, else the most frequent of the latter
    /// (Berger et al. 1993).
    /// </summary>
    public KanoCategory GroupedMode => Wanted > Total - Wanted
        ? Largest(ties.Where(IsWanted))
        : Largest(ties.Where(category => !IsWanted(category)));

    /// <summary>(A + O) / (A + O + M + I), 0 to 1: how much having it satisfies (Berger et al. 1993). Not a number where nobody answered so.</summary>
    public double Satisfaction => (this[KanoCategory.Attractive] + this[KanoCategory.OneDimensional]) / Meaningful;

    /// <summary>−(O + M) / (A + O + M + I), −1 to 0: how much lacking it dissatisfies. Not a number where nobody answered so.</summary>
    public double Dissatisfaction => -(this[KanoCategory.OneDimensional] + this[KanoCategory.MustBe]) / Meaningful;

    /// <summary>(A + O + M) / all, 0 to 1: how much the feature matters at all.</summary>
    public double TotalStrength => Wanted / Total;

    /// <summary>Lead of the most frequent category over the next, as a share of all (Lee and Newcomb 1997); below 0.06 the category is unclear.</summary>
    public double CategoryStrength => FongDifference / Total;

    /// <summary>Lead of the most frequent category over the next, in answers.</summary>
    public double FongDifference => counts.OrderDescending().First() - counts.OrderDescending().Skip(1).First();

    /// <summary>The lead from which on the category is settled by Fong's test: factor · √((a + b)(2n − a − b) / 2n).</summary>
    /// <param name="factor">Normal quantile of the level, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not positive.</exception>
    public double FongThreshold(double factor = FongFactor)
    {
        Guard.Positive(factor);
        var two = counts.OrderDescending().Take(2).Sum();
        return factor * Math.Sqrt(two * ((2 * Total) - two) / (2 * Total));
    }

    private double Wanted => counts.Where((_, i) => IsWanted((KanoCategory)i)).Sum();

    private double Meaningful => Wanted + this[KanoCategory.Indifferent];

    private static bool IsWanted(KanoCategory category) => category is KanoCategory.MustBe or KanoCategory.OneDimensional or KanoCategory.Attractive;

    private KanoCategory Largest(IEnumerable<KanoCategory> among) => among.MaxBy(category => this[category]);
}
