using System.Globalization;

namespace Tajriba.Leadership.Maturity.Results;

/// <summary>Circles in drawings: angles in degrees clockwise from the top, the centre at 0 0.</summary>
internal static class Polar
{
    /// <summary>A number as SVG reads it.</summary>
    public static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A point on a circle.</summary>
    public static (double X, double Y) At(double radius, double angle) => (radius * Math.Sin(angle * Math.PI / 180), -radius * Math.Cos(angle * Math.PI / 180));

    /// <summary>A sector of a ring, from one angle to a larger one; of a disc where the inner radius is 0.</summary>
    public static string Sector(double inner, double outer, double from, double to)
    {
        int large = to - from > 180 ? 1 : 0;
        string start = inner > 0 ? $"M{P(outer, from)}" : $"M0 0L{P(outer, from)}";
        string back = inner > 0 ? $"L{P(inner, to)}A{N(inner)} {N(inner)} 0 {large} 0 {P(inner, from)}Z" : "Z";
        return $"{start}A{N(outer)} {N(outer)} 0 {large} 1 {P(outer, to)}{back}";
    }

    /// <summary>A line along a circle, either way round.</summary>
    public static string Arc(double radius, double from, double to)
        => $"M{P(radius, from)}A{N(radius)} {N(radius)} 0 {(Math.Abs(to - from) > 180 ? 1 : 0)} {(to > from ? 1 : 0)} {P(radius, to)}";

    private static string P(double radius, double angle)
    {
        (double x, double y) = At(radius, angle);
        return $"{N(x)} {N(y)}";
    }
}
