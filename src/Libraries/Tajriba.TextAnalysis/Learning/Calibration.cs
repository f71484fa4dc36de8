namespace Tajriba.TextAnalysis;

/// <summary>Fits probability = logistic(slope × score + offset) to scores of examples that were not learned from (Platt 1999; Guo et al. 2017).</summary>
internal static class Calibration
{
    private const int Steps = 50;
    private const double Penalty = 1e-3;

    /// <summary>The slope alone, so that the border between the classes stays where learning put it (temperature scaling).</summary>
    public static float Temper(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive, ReadOnlySpan<double> weights)
    {
        double slope = 1;
        for (int step = 0; step < Steps; step++)
        {
            double gradient = Penalty * (slope - 1);
            double bend = Penalty;
            for (int i = 0; i < scores.Length; i++)
            {
                double p = 1 / (1 + Math.Exp(-(slope * scores[i])));
                gradient += weights[i] * (p - (positive[i] ? 1 : 0)) * scores[i];
                bend += weights[i] * Math.Max(p * (1 - p), 1e-9) * scores[i] * scores[i];
            }

            slope = Math.Clamp(slope - (gradient / bend), 0.1, 10);
        }

        return (float)slope;
    }

    /// <summary>Slope and offset.</summary>
    public static (float Slope, float Offset) Fit(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive, ReadOnlySpan<double> weights)
    {
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < Steps; step++)
        {
            double gs = Penalty * (slope - 1), go = Penalty * offset, ss = Penalty, so = 0, oo = Penalty;
            for (int i = 0; i < scores.Length; i++)
            {
                double p = 1 / (1 + Math.Exp(-((slope * scores[i]) + offset)));
                double error = weights[i] * (p - (positive[i] ? 1 : 0));
                double bend = weights[i] * Math.Max(p * (1 - p), 1e-9);
                gs += error * scores[i];
                go += error;
                ss += bend * scores[i] * scores[i];
                so += bend * scores[i];
                oo += bend;
            }

            double det = (ss * oo) - (so * so);
            double ds = ((oo * gs) - (so * go)) / det;
            double d0 = ((ss * go) - (so * gs)) / det;
            double shrink = Math.Min(1, 2 / Math.Max(1e-9, Math.Max(Math.Abs(ds), Math.Abs(d0))));
            slope -= shrink * ds;
            offset -= shrink * d0;
            if (Math.Abs(ds) + Math.Abs(d0) < 1e-9)
            {
                break;
            }
        }

        return slope > 0.05 ? ((float)slope, (float)offset) : (1, 0);
    }
}
