namespace Tajriba.Statistics;

/// <summary>
/// Agreement of any number of coders, with missing values, beyond chance (Krippendorff 2011, Computing Krippendorff's
/// Alpha-Reliability): 1 − observed disagreement / disagreement by chance. 1 is perfect, 0 is chance.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>Alpha of numbers. Units with fewer than two values do not count.</summary>
    /// <param name="codersByUnits">A row for each coder, at least two; a value or null for each unit.</param>
    /// <param name="metric">How far apart two values are.</param>
    /// <returns>Not a number where no unit has two values, all values are the same, or the ratio metric meets a negative value.</returns>
    /// <exception cref="ArgumentException">There are fewer than two coders, rows differ in length, or a value is not finite.</exception>
    public static double Of(double?[][] codersByUnits, KrippendorffMetric metric)
    {
        Check(codersByUnits);
        if (codersByUnits.Any(row => row.Any(value => value is { } number && !double.IsFinite(number))))
        {
            throw new ArgumentException("Every value must be finite.", nameof(codersByUnits));
        }

        var units = Units(codersByUnits, value => value is null);
        double[] values = [.. units.SelectMany(unit => unit).Select(value => value!.Value).Distinct().Order()];
        if (metric == KrippendorffMetric.Ratio && values is [< 0, ..])
        {
            return double.NaN;
        }

        var counts = Counts(units, value => Array.BinarySearch(values, value!.Value), values.Length);
        return Alpha(counts, Distances(values, Totals(counts), metric));
    }

    /// <summary>Alpha of labels, which are the same or not. Units with fewer than two labels do not count.</summary>
    /// <param name="codersByUnits">A row for each coder, at least two; a label or null for each unit.</param>
    /// <returns>Not a number where no unit has two labels, or all are the same.</returns>
    /// <exception cref="ArgumentException">There are fewer than two coders, or rows differ in length.</exception>
    public static double OfLabels(string?[][] codersByUnits)
    {
        Check(codersByUnits);
        var units = Units(codersByUnits, label => label is null);
        string[] labels = [.. units.SelectMany(unit => unit).Select(label => label!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var counts = Counts(units, label => Array.BinarySearch(labels, label!, StringComparer.Ordinal), labels.Length);
        return Alpha(counts, (a, b) => a == b ? 0 : 1);
    }

    private static void Check<T>(T[][] codersByUnits)
    {
        ArgumentNullException.ThrowIfNull(codersByUnits);
        if (codersByUnits.Length < 2)
        {
            throw new ArgumentException("Needs at least two coders.", nameof(codersByUnits));
        }

        foreach (var row in codersByUnits)
        {
            Guard.AsMany(row.Length, codersByUnits[0].Length, nameof(codersByUnits));
        }
    }

    private static T[][] Units<T>(T[][] codersByUnits, Func<T, bool> missing)
        => [.. Enumerable.Range(0, codersByUnits[0].Length).Select(unit => codersByUnits.Select(row => row[unit]).Where(value => !missing(value)).ToArray()).Where(unit => unit.Length > 1)];

    private static double[][] Counts<T>(T[][] units, Func<T, int> place, int width)
    {
        double[][] counts = [.. units.Select(_ => new double[width])];
        for (var unit = 0; unit < units.Length; unit++)
        {
            foreach (var value in units[unit])
            {
                counts[unit][place(value)]++;
            }
        }

        return counts;
    }

    private static double[] Totals(double[][] counts) => counts.Length == 0 ? [] : [.. counts[0].Select((_, value) => counts.Sum(unit => unit[value]))];

    private static Func<int, int, double> Distances(double[] values, double[] totals, KrippendorffMetric metric)
    {
        var before = new double[totals.Length + 1];
        for (var i = 0; i < totals.Length; i++)
        {
            before[i + 1] = before[i] + totals[i];
        }

        return metric switch
        {
            KrippendorffMetric.Ordinal => (a, b) => Square(before[Math.Max(a, b) + 1] - before[Math.Min(a, b)] - ((totals[a] + totals[b]) / 2)),
            KrippendorffMetric.Interval => (a, b) => Square(values[a] - values[b]),
            KrippendorffMetric.Ratio => (a, b) => a == b ? 0 : Square((values[a] - values[b]) / (values[a] + values[b])),
            _ => (a, b) => a == b ? 0 : 1,
        };
    }

    private static double Alpha(double[][] counts, Func<int, int, double> distance)
    {
        var totals = Totals(counts);
        var all = totals.Sum();
        var observed = counts.Sum(unit => Disagreement(unit, distance) / (unit.Sum() - 1));
        var chance = Disagreement(totals, distance) / (all - 1);
        return chance > 0 ? 1 - (observed / chance) : double.NaN;
    }

    private static double Disagreement(double[] counts, Func<int, int, double> distance)
    {
        var sum = 0.0;
        for (var a = 0; a < counts.Length; a++)
        {
            for (var b = a + 1; b < counts.Length && counts[a] > 0; b++)
            {
                sum += counts[b] > 0 ? 2 * counts[a] * counts[b] * distance(a, b) : 0;
            }
        }

        return sum;
    }

    private static double Square(double value) => value * value;
}
