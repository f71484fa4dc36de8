namespace Tajriba.Statistics;

/// <summary>A point estimate with its interval, in the unit of the value.</summary>
/// <param name="Value">The point estimate.</param>
/// <param name="Lower">Lower end of the interval; may be <see cref="double.NegativeInfinity"/> where the data allow no limit.</param>
/// <param name="Upper">Upper end of the interval; may be <see cref="double.PositiveInfinity"/>.</param>
public readonly record struct Estimate(double Value, double Lower, double Upper)
{
    /// <summary>Upper end minus lower end.</summary>
    public double Width => Upper - Lower;

    /// <summary>True where <paramref name="value"/> lies inside the interval, its ends included.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
