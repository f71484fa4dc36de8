namespace Tajriba.TextAnalysis;

/// <summary>Rounds weights to one byte each, with one unit a class.</summary>
internal static class Rounding
{
    private const double Spread = 18;

    /// <summary>The unit: the largest weight at 127, but no more than eighteen standard deviations of those that are not 0 (the rest is cut).</summary>
    public static float UnitOf(ReadOnlySpan<float> weights)
    {
        double sum = 0;
        double most = 0;
        int used = 0;
        foreach (float w in weights[..^1])
        {
            most = Math.Max(most, Math.Abs(w));
            sum += (double)w * w;
            used += w == 0 ? 0 : 1;
        }

        return used == 0 ? 1 : (float)(Math.Min(most, Spread * Math.Sqrt(sum / used)) / sbyte.MaxValue);
    }

    public static void Put(ReadOnlySpan<float> weights, float unit, Span<sbyte> into, int place, int stride)
    {
        for (int i = 0; i < weights.Length - 1; i++)
        {
            into[(i * stride) + place] = (sbyte)Math.Clamp(MathF.Round(weights[i] / unit), -sbyte.MaxValue, sbyte.MaxValue);
        }
    }
}
