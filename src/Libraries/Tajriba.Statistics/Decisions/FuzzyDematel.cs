namespace Tajriba.Statistics;

/// <summary>
/// Several experts' judgements in words made crisp by CFCS, converting fuzzy data into crisp scores (Opricovic and Tzeng,
/// International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 2003, 11:635), to be analysed by
/// <see cref="Dematel.Analyse"/>.
/// </summary>
public static class FuzzyDematel
{
    /// <summary>The usual scale of five words, 0 (no influence) to 4 (very high), on 0 to 1.</summary>
    public static IReadOnlyDictionary<int, TriangularNumber> FiveLevels { get; } = new Dictionary<int, TriangularNumber>
    {
        [0] = new(0, 0, 0.25),
        [1] = new(0, 0.25, 0.5),
        [2] = new(0.25, 0.5, 0.75),
        [3] = new(0.5, 0.75, 1),
        [4] = new(0.75, 1, 1),
    };

    /// <summary>One crisp matrix from all experts.</summary>
    /// <param name="experts">At least one; square matrices of one size holding levels of the scale.</param>
    /// <param name="scale">The fuzzy number of each level; <see cref="FiveLevels"/> where null.</param>
    /// <param name="diagonal">What stands in the diagonal; where null, the diagonal is made crisp like the other cells.</param>
    /// <returns>
    /// For each cell: the experts' numbers are brought to 0 to 1 between the least lower and the greatest upper end over the
    /// experts, each is defuzzified by its left and right score, brought back, and averaged.
    /// </returns>
    /// <exception cref="ArgumentException">The matrices do not fit each other, a level is not of the scale, or the scale is not in order.</exception>
    public static IReadOnlyList<IReadOnlyList<double>> Crisp(
        IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> experts,
        IReadOnlyDictionary<int, TriangularNumber>? scale = null,
        double? diagonal = 0)
    {
        scale ??= FiveLevels;
        foreach (var (level, number) in scale)
        {
            if (!(number.Lower <= number.Middle && number.Middle <= number.Upper && double.IsFinite(number.Lower) && double.IsFinite(number.Upper)))
            {
                throw new ArgumentException($"Level {level} is not in order.", nameof(scale));
            }
        }

        var matrices = Dematel.Judgements(experts);
        var n = matrices[0].Length;
        var crisp = LinearAlgebra.Zero(n, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                crisp[i][j] = i == j && diagonal is { } fixedValue
                    ? fixedValue
                    : Cell([.. matrices.Select(matrix => Level(scale, matrix[i][j]))]);
            }
        }

        return crisp;
    }

    private static TriangularNumber Level(IReadOnlyDictionary<int, TriangularNumber> scale, double value)
        => value == Math.Floor(value) && Math.Abs(value) < int.MaxValue && scale.TryGetValue((int)value, out var number)
            ? number
            : throw new ArgumentException($"{value} is no level of the scale.", "experts");

    private static double Cell(TriangularNumber[] numbers)
    {
        var least = numbers.Min(number => number.Lower);
        var span = numbers.Max(number => number.Upper) - least;
        return span > 0 ? numbers.Average(number => least + (span * Score(number, least, span))) : least;
    }

    private static double Score(TriangularNumber number, double least, double span)
    {
        var lower = (number.Lower - least) / span;
        var middle = (number.Middle - least) / span;
        var upper = (number.Upper - least) / span;
        var left = middle / (1 + middle - lower);
        var right = upper / (1 + upper - middle);
        return ((left * (1 - left)) + (right * right)) / (1 - left + right);
    }
}
