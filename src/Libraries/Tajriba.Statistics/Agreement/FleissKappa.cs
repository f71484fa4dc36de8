namespace Tajriba.Statistics;

/// <summary>Agreement of several raters beyond chance (Fleiss 1971, Psychological Bulletin 76:378-382).</summary>
/// <param name="Shares">Share of all ratings in each category.</param>
/// <param name="SubjectAgreement">Share of pairs of raters that agree, for each subject.</param>
/// <param name="Observed">Mean of the subjects' agreement.</param>
/// <param name="ByChance">Σ of the squared shares.</param>
/// <param name="Kappa">(observed − by chance) / (1 − by chance); not a number where all ratings are of one category.</param>
/// <param name="StandardErrorAtZero">Where there is no agreement beyond chance (Fleiss, Nee and Landis 1979, Psychological Bulletin 86:974); not a number where kappa is none.</param>
public sealed record FleissKappa(double[] Shares, double[] SubjectAgreement, double Observed, double ByChance, double Kappa, double StandardErrorAtZero)
{
    /// <summary>Kappa over its standard error at zero: large where agreement is more than chance.</summary>
    public double Z => Kappa / StandardErrorAtZero;

    /// <summary>Agreement in a table.</summary>
    /// <param name="counts">A row for each subject, at least one: how many raters chose each category, of at least two. Rows have the same sum, at least 2.</param>
    /// <exception cref="ArgumentException">Rows are uneven, or their sums differ or are below 2.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite.</exception>
    public static FleissKappa Of(double[][] counts)
    {
        Guard.Table(counts, 1, 2);
        double subjects = counts.Length, raters = counts[0].Sum();
        if (raters < 2 || counts.Any(row => row.Sum() != raters))
        {
            throw new ArgumentException("Every subject must have the same number of ratings, at least 2.", nameof(counts));
        }

        double[] shares = [.. counts[0].Select((_, j) => counts.Sum(row => row[j]) / (subjects * raters))];
        double[] agreement = [.. counts.Select(row => row.Sum(n => n * (n - 1)) / (raters * (raters - 1)))];
        double observed = agreement.Average(), chance = shares.Sum(p => p * p);
        if (1 - chance < 1e-12)
        {
            return new FleissKappa(shares, agreement, observed, chance, double.NaN, double.NaN);
        }

        var spread = shares.Sum(p => p * (1 - p));
        var variance = 2 / (subjects * raters * (raters - 1)) * ((spread * spread) - shares.Sum(p => p * (1 - p) * (1 - (2 * p)))) / (spread * spread);
        return new FleissKappa(shares, agreement, observed, chance, (observed - chance) / (1 - chance), Math.Sqrt(Math.Max(0, variance)));
    }
}
