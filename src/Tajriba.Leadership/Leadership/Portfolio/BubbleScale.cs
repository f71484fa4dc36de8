namespace Tajriba.Leadership.Leadership.Portfolio;

/// <summary>An axis from 0 with round marks.</summary>
/// <param name="Most">The largest that it holds, a whole number of steps.</param>
/// <param name="Step">From mark to mark.</param>
/// <param name="Length">How long it is drawn.</param>
public sealed record BubbleScale(double Most, double Step, double Length)
{
    private const int Marks = 5;
    private const double Air = 1.08;

    /// <summary>The marks, 0 among them.</summary>
    public IReadOnlyList<double> Ticks => [.. Enumerable.Range(0, (int)Math.Round(Most / Step) + 1).Select(i => i * Step)];

    /// <summary>An axis that holds values and has some five round marks.</summary>
    public static BubbleScale Of(IEnumerable<double> values, double length)
    {
        double most = values.Max() is > 0 and var largest ? largest * Air : 1;
        double raw = most / Marks, power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = power * ((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 });
        return new(Math.Ceiling(most / step) * step, step, length);
    }

    /// <summary>Where a value stands.</summary>
    public double At(double value) => Math.Clamp(value / Most, 0, 1) * Length;
}
