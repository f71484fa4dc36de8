using Tajriba.Statistics;

namespace Tajriba.Leadership.Leadership.Portfolio;

/// <summary>What the house can spend, and how it weighs what initiatives bring.</summary>
/// <param name="Budget">What can be spent; null where nobody has said.</param>
/// <param name="Comparisons">
/// For each pair of <see cref="Criteria"/>, in order, how much the first outweighs the second: 0 alike, 8 nine times, −8 a ninth.
/// </param>
public sealed record Judgement(decimal? Budget, IReadOnlyList<int> Comparisons)
{
    /// <summary>The one record of its kind.</summary>
    public const string Code = "house";

    /// <summary>The furthest that a comparison goes on Saaty's scale.</summary>
    public const int MostSteps = 8;

    /// <summary>By what initiatives are weighed.</summary>
    public static IReadOnlyList<string> Criteria { get; } = ["customers", "gain", "speed", "sureness"];

    /// <summary>The pairs that are compared.</summary>
    public static IReadOnlyList<(int First, int Second)> Pairs { get; } = [.. Enumerable.Range(0, Criteria.Count).SelectMany(i => Enumerable.Range(i + 1, Criteria.Count - i - 1).Select(j => (i, j)))];

    /// <summary>Where nobody has said anything: all alike.</summary>
    public static Judgement None { get; } = new(null, [.. Pairs.Select(_ => 0)]);

    /// <summary>The weights that follow from the comparisons, and how consistent these are.</summary>
    public AhpResult Weights()
    {
        double[][] matrix = [.. Criteria.Select(_ => Enumerable.Repeat(1.0, Criteria.Count).ToArray())];
        foreach (var ((first, second), steps) in Pairs.Zip(Comparisons))
        {
            double ratio = Math.Abs(steps) + 1;
            matrix[first][second] = steps >= 0 ? ratio : 1 / ratio;
            matrix[second][first] = 1 / matrix[first][second];
        }

        return Ahp.Analyse(matrix);
    }
}
