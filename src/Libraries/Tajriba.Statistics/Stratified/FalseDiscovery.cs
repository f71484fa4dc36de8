namespace Tajriba.Statistics;

/// <summary>Control of false discoveries among many tests.</summary>
public static class FalseDiscovery
{
    /// <summary>Adjusted p-values (Benjamini and Hochberg 1995), in the order given: those at most q are discoveries of which at most a share q is false.</summary>
    /// <param name="pValues">Each 0 to 1.</param>
    /// <exception cref="ArgumentException">A p-value is outside 0 to 1.</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues)
    {
        var count = pValues.Length;
        var sorted = pValues.ToArray();
        var places = new int[count];
        for (var i = 0; i < count; i++)
        {
            if (!(sorted[i] >= 0 && sorted[i] <= 1))
            {
                throw new ArgumentException("Every p-value must lie between 0 and 1.", nameof(pValues));
            }

            places[i] = i;
        }

        Array.Sort(sorted, places);
        var adjusted = new double[count];
        var smallest = 1.0;
        for (var i = count - 1; i >= 0; i--)
        {
            smallest = Math.Min(smallest, sorted[i] * count / (i + 1));
            adjusted[places[i]] = smallest;
        }

        return adjusted;
    }
}
