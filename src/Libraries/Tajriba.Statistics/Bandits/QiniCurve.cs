namespace Tajriba.Statistics;

/// <summary>
/// How many more outcomes a score would have brought had the treatment been given from its top (Radcliffe, Using Control
/// Groups to Target on Predicted Lift, Direct Marketing Analytics Journal 2007).
/// </summary>
/// <param name="Gains">q_k = R_t(k) − R_c(k) N_t(k)/N_c(k) for k = 0 … n of the highest scores; 0 while there is no control among them.</param>
/// <param name="Area">Mean of the trapezoids under the curve.</param>
/// <param name="RandomArea">The same under the straight line to the end, which treating at random would give: q_n/2.</param>
public sealed record QiniCurve(IReadOnlyList<double> Gains, double Area, double RandomArea)
{
    /// <summary>Qini coefficient: area above the straight line.</summary>
    public double Coefficient => Area - RandomArea;

    /// <summary>Gain of treating everybody.</summary>
    public double Final => Gains[^1];

    /// <summary>Gain of treating a share of all, from the top; a share that falls between two people counts the one before.</summary>
    /// <param name="share">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public double At(double share)
        => share is >= 0 and <= 1
            ? Gains[(int)Math.Floor((share * (Gains.Count - 1)) + 1e-9)]
            : throw new ArgumentOutOfRangeException(nameof(share), share, "Must lie between 0 and 1.");

    /// <summary>Draws the curve.</summary>
    /// <param name="scores">Finite, at least two; equal scores stay in the order given.</param>
    /// <param name="treated">Who got the treatment; at least one did and one did not.</param>
    /// <param name="outcomes">What each brought, finite, usually 0 or 1.</param>
    /// <exception cref="ArgumentException">The lists do not fit, or a group is empty.</exception>
    public static QiniCurve Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcomes)
    {
        Guard.Sample(scores, 2);
        Guard.Sample(outcomes, 2);
        if (treated.Length != scores.Length || outcomes.Length != scores.Length)
        {
            throw new ArgumentException($"Needs one treatment and one outcome for each of the {scores.Length} scores.", nameof(treated));
        }

        if (!treated.Contains(true) || !treated.Contains(false))
        {
            throw new ArgumentException("Needs treated and untreated people.", nameof(treated));
        }

        var values = scores.ToArray();
        var gains = new double[values.Length + 1];
        double treatedOutcomes = 0, controlOutcomes = 0, treatedCount = 0, controlCount = 0, area = 0;
        var k = 0;
        foreach (var person in Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]))
        {
            treatedCount += treated[person] ? 1 : 0;
            controlCount += treated[person] ? 0 : 1;
            treatedOutcomes += treated[person] ? outcomes[person] : 0;
            controlOutcomes += treated[person] ? 0 : outcomes[person];
            k++;
            gains[k] = controlCount == 0 ? 0 : treatedOutcomes - (controlOutcomes * treatedCount / controlCount);
            area += (gains[k] + gains[k - 1]) / 2 / values.Length;
        }

        return new QiniCurve(gains, area, gains[^1] / 2);
    }
}
