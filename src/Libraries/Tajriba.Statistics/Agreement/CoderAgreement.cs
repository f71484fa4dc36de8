namespace Tajriba.Statistics;

/// <summary>Agreement of several coders on labels, counted and beyond chance.</summary>
public static class CoderAgreement
{
    /// <summary>Mean over the pairs of coders of the share of units on which they agree, among those that both have labelled; 0 to 1.</summary>
    /// <param name="codersByUnits">A row for each coder, at least two; a label or null for each unit.</param>
    /// <returns>Pairs without a common unit are left out; not a number where there is no other.</returns>
    /// <exception cref="ArgumentException">There are fewer than two coders, or rows differ in length.</exception>
    public static double MeanPairwise(string?[][] codersByUnits)
    {
        double[] pairs = [.. Pairs(codersByUnits).Select(pair => Both(pair.First, pair.Second)).Where(both => both.Length > 0).Select(both => both.Average(labels => labels.First == labels.Second ? 1.0 : 0))];
        return pairs.Length == 0 ? double.NaN : pairs.Average();
    }

    /// <summary>Cohen's kappa of every pair of coders, over the units that both have labelled: first with second, first with third, … second with third, …</summary>
    /// <param name="codersByUnits">A row for each coder, at least two; a label or null for each unit.</param>
    /// <returns>Not a number for a pair without a common unit or with one label alone.</returns>
    /// <exception cref="ArgumentException">There are fewer than two coders, or rows differ in length.</exception>
    public static double[] CohenPairs(string?[][] codersByUnits)
    {
        var labels = Labels(codersByUnits);
        return [.. Pairs(codersByUnits).Select(pair => Cohen(Both(pair.First, pair.Second), labels))];
    }

    /// <summary>How many coders gave each label, for each unit.</summary>
    /// <param name="codersByUnits">A row for each coder, at least two; a label or null for each unit.</param>
    /// <exception cref="ArgumentException">There are fewer than two coders, or rows differ in length.</exception>
    public static double[][] Counts(string?[][] codersByUnits)
    {
        Check(codersByUnits);
        var labels = Labels(codersByUnits);
        return [.. Enumerable.Range(0, codersByUnits[0].Length).Select(unit => labels.Select(label => (double)codersByUnits.Count(row => row[unit] == label)).ToArray())];
    }

    /// <summary>
    /// Gwet's AC1 (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29-48): chance agreement from
    /// Σ π (1 − π) / (k − 1) over the k labels used, which does not collapse where one label is very common.
    /// </summary>
    /// <param name="codersByUnits">A row for each coder, at least two; a label or null for each unit.</param>
    /// <returns>Not a number where no unit has two labels, or a single label is used.</returns>
    /// <exception cref="ArgumentException">There are fewer than two coders, or rows differ in length.</exception>
    public static double GwetAc1(string?[][] codersByUnits)
    {
        double[][] counts = [.. Counts(codersByUnits).Where(unit => unit.Sum() > 0)];
        double[][] pairable = [.. counts.Where(unit => unit.Sum() > 1)];
        if (pairable.Length == 0 || counts[0].Length < 2)
        {
            return double.NaN;
        }

        var observed = pairable.Average(unit => unit.Sum(n => n * (n - 1)) / (unit.Sum() * (unit.Sum() - 1)));
        var chance = counts[0].Select((_, label) => counts.Average(unit => unit[label] / unit.Sum())).Sum(share => share * (1 - share)) / (counts[0].Length - 1);
        return (observed - chance) / (1 - chance);
    }

    private static void Check(string?[][] codersByUnits)
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

    private static string[] Labels(string?[][] codersByUnits)
        => [.. codersByUnits.SelectMany(row => row).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<(string?[] First, string?[] Second)> Pairs(string?[][] codersByUnits)
    {
        Check(codersByUnits);
        return codersByUnits.SelectMany((first, i) => codersByUnits.Skip(i + 1).Select(second => (first, second)));
    }

    private static (string First, string Second)[] Both(string?[] first, string?[] second)
        => [.. first.Zip(second).Where(labels => labels.First is not null && labels.Second is not null).Select(labels => (labels.First!, labels.Second!))];

    private static double Cohen((string First, string Second)[] both, string[] labels)
    {
        if (both.Length == 0 || labels.Length < 2)
        {
            return double.NaN;
        }

        double[][] table = [.. labels.Select(_ => new double[labels.Length])];
        foreach (var (first, second) in both)
        {
            table[Array.BinarySearch(labels, first, StringComparer.Ordinal)][Array.BinarySearch(labels, second, StringComparer.Ordinal)]++;
        }

        return CohenKappa.Of(table).Kappa;
    }
}
