namespace Tajriba.Bench.Text;

/// <summary>Measures of labels: macro-averaged F1 and expected calibration error.</summary>
internal static class Macro
{
    private const int Bins = 10;

    public static double F1(IReadOnlyList<(string Truth, string Told)> pairs) =>
        pairs.Select(p => p.Truth).Distinct().Average(label =>
        {
            int right = pairs.Count(p => p.Truth == label && p.Told == label);
            int wrong = pairs.Count(p => p.Truth == label != (p.Told == label));
            return right == 0 ? 0 : 2.0 * right / ((2 * right) + wrong);
        });

    /// <summary>The mean gap between confidence and share right, in ten bins of equal width.</summary>
    public static double CalibrationError(IReadOnlyList<(double Confidence, bool Right)> told) =>
        told.GroupBy(t => Math.Min(Bins - 1, (int)(t.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Average(t => t.Confidence) - bin.Average(t => t.Right ? 1 : 0)) * bin.Count() / told.Count);
}
