namespace Tajriba.Statistics;

/// <summary>Answers on a scale with ends, such as 1 to 5 (CSAT) or 1 to 7 (CES 2.0).</summary>
/// <param name="Lowest">The worst answer.</param>
/// <param name="Highest">The best answer, above the lowest.</param>
public readonly record struct SatisfactionScale(double Lowest, double Highest)
{
    /// <summary>Share of answers at or above a value, 0 to 1: top two boxes of a 1 to 5 scale are those from 4 up.</summary>
    /// <param name="answers">At least one, each on the scale.</param>
    /// <param name="from">The lowest answer that counts.</param>
    /// <exception cref="ArgumentException">There is no answer, or one is off the scale.</exception>
    public double ShareFrom(ReadOnlySpan<double> answers, double from)
    {
        Check(answers);
        var count = 0;
        foreach (var answer in answers)
        {
            count += answer >= from ? 1 : 0;
        }

        return (double)count / answers.Length;
    }

    /// <summary>Mean answer.</summary>
    /// <param name="answers">At least one, each on the scale.</param>
    /// <exception cref="ArgumentException">There is no answer, or one is off the scale.</exception>
    public double Mean(ReadOnlySpan<double> answers)
    {
        Check(answers);
        return SampleSummary.Of(answers).Mean;
    }

    /// <summary>A value of the scale as 0 (worst) to 100 (best).</summary>
    /// <param name="value">An answer or a mean of answers.</param>
    public double ToHundred(double value) => 100 * (value - Lowest) / (Highest - Lowest);

    internal void Check(ReadOnlySpan<double> answers)
    {
        if (!(Lowest < Highest))
        {
            throw new ArgumentException("The scale's highest answer must lie above its lowest.");
        }

        Guard.Sample(answers, 1);
        foreach (var answer in answers)
        {
            if (answer < Lowest || answer > Highest)
            {
                throw new ArgumentException($"Every answer must lie from {Lowest} to {Highest}.", nameof(answers));
            }
        }
    }
}
