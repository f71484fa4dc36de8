namespace Tajriba.Statistics;

/// <summary>
/// The net promoter score, from -100 to 100: percentage of promoters minus percentage of detractors (Reichheld 2003).
/// </summary>
/// <remarks>
/// One answer counts +100, 0 or -100, so its variance is 10,000 (p + d - (p - d)²), the multinomial one with n below;
/// the standard error is its root over √n (Rocks 2016, The American Statistician 70:365-372).
/// </remarks>
/// <param name="Count">Answers; with the adjusted interval, those added included.</param>
/// <param name="Promoters">Share of promoters, 0 to 1.</param>
/// <param name="Detractors">Share of detractors, 0 to 1.</param>
public readonly record struct NetPromoter(double Count, double Promoters, double Detractors)
{
    /// <summary>Share of those who are neither, 0 to 1.</summary>
    public double Passives => 1 - Promoters - Detractors;

    /// <summary>The score in points, -100 to 100.</summary>
    public double Score => 100 * (Promoters - Detractors);

    /// <summary>Variance of one answer, in squared points: 0 to 10,000.</summary>
    public double Variance => 10_000 * Math.Max(0, Promoters + Detractors - ((Promoters - Detractors) * (Promoters - Detractors)));

    /// <summary>Standard error of the score, in points.</summary>
    public double StandardError => Math.Sqrt(Variance / Count);

    /// <summary>The score of answers from 0 to 10: 9 and 10 promote, 0 to 6 detract.</summary>
    /// <param name="scores">At least one, each from 0 to 10.</param>
    /// <exception cref="ArgumentException">There is no answer, or one lies outside 0 to 10.</exception>
    public static NetPromoter OfScores(ReadOnlySpan<double> scores)
    {
        Guard.Sample(scores, 1);
        long promoters = 0, detractors = 0;
        foreach (var score in scores)
        {
            if (score is < 0 or > 10)
            {
                throw new ArgumentException("Every score must lie from 0 to 10.", nameof(scores));
            }

            promoters += score >= 9 ? 1 : 0;
            detractors += score < 7 ? 1 : 0;
        }

        return OfCounts(promoters, scores.Length - promoters - detractors, detractors);
    }

    /// <summary>The score of counted answers.</summary>
    /// <param name="promoters">Not negative.</param>
    /// <param name="passives">Not negative.</param>
    /// <param name="detractors">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or all are 0.</exception>
    public static NetPromoter OfCounts(long promoters, long passives, long detractors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(promoters);
        ArgumentOutOfRangeException.ThrowIfNegative(passives);
        ArgumentOutOfRangeException.ThrowIfNegative(detractors);
        double count = (double)promoters + passives + detractors;
        ArgumentOutOfRangeException.ThrowIfZero(count, nameof(promoters));
        return new NetPromoter(count, promoters / count, detractors / count);
    }

    /// <summary>The score with the normal (Wald) interval; for 50 answers or more.</summary>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public Estimate Interval(double confidence = 0.95)
    {
        var half = NormalDistribution.ForConfidence(confidence) * StandardError;
        return new Estimate(Score, Score - half, Score + half);
    }

    /// <summary>
    /// The score after three more answers, 3/4 promoting, 3/4 detracting, the rest passive (the adjusted Wald of Rocks 2016);
    /// its <see cref="Interval"/> covers what it says in small samples too.
    /// </summary>
    public NetPromoter Adjusted => new(Count + 3, ((Promoters * Count) + 0.75) / (Count + 3), ((Detractors * Count) + 0.75) / (Count + 3));

    /// <summary>Change from this wave to a later, independent one, in points: later minus this.</summary>
    /// <param name="later">The other wave.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public NetPromoterChange ChangeTo(NetPromoter later, double confidence = 0.95)
    {
        var difference = later.Score - Score;
        var error = Math.Sqrt((StandardError * StandardError) + (later.StandardError * later.StandardError));
        var half = NormalDistribution.ForConfidence(confidence) * error;
        var z = error > 0 ? difference / error : double.NaN;
        return new NetPromoterChange(
            new Estimate(difference, difference - half, difference + half),
            z,
            double.IsNaN(z) ? double.NaN : NormalDistribution.TwoSided(z));
    }

    /// <summary>Answers needed to know the score to ± a margin where answers vary as here.</summary>
    /// <param name="margin">Half width of the interval in points, positive.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double SampleSizeFor(double margin, double confidence = 0.95) => Variance == 0 ? 0 : SampleSize.Mean(Math.Sqrt(Variance), margin, confidence);

    /// <summary>Answers needed to know any score to ± a margin: half promote, half detract.</summary>
    /// <param name="margin">Half width of the interval in points, positive.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double SampleSizeAtWorst(double margin, double confidence = 0.95) => new NetPromoter(2, 0.5, 0.5).SampleSizeFor(margin, confidence);
}
