using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Maturity.Weights;

/// <summary>How an assessment weighs the categories of its frame.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Steps">
/// Of comparisons, by <see cref="PairKey"/>: how much the first outweighs the second on Saaty's scale, 0 alike, 8 nine times, −8 a ninth. What is not there is alike.
/// </param>
public sealed record Weighting(WeightKind Kind, IReadOnlyDictionary<string, int> Steps)
{
    /// <summary>The furthest that a comparison goes.</summary>
    public const int MostSteps = 8;

    /// <summary>As the frame weighs.</summary>
    public static Weighting Usual { get; } = new(WeightKind.Frequencies, new Dictionary<string, int>());

    /// <summary>Under what a comparison is kept.</summary>
    public static string PairKey(ComparedGroup group, int first, int second)
    {
        ArgumentNullException.ThrowIfNull(group);
        return $"{group.Key}:{group.Members[first].Key}|{group.Members[second].Key}";
    }

    /// <summary>Whether a frame is small enough to be compared.</summary>
    public static bool CanCompare(Frame frame) => ComparedGroup.Of(frame) is { Count: > 0 } groups && groups.All(g => g.Members.Count <= Ahp.RandomIndices.Count);

    /// <summary>The weights of a group's members, and how consistent its comparisons are.</summary>
    public AhpResult Analyse(ComparedGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Ahp.Analyse(Matrix(group));
    }

    /// <summary>The comparison that fits the others least; null where all fit.</summary>
    public (int First, int Second)? Oddest(ComparedGroup group)
    {
        AhpResult result = Analyse(group);
        double[][] matrix = Matrix(group);
        return result.IsConsistent ? null : group.Pairs.MaxBy(p => Math.Abs(Math.Log(matrix[p.First][p.Second] * result.Weights[p.Second] / result.Weights[p.First])));
    }

    /// <summary>The frame with these weights; all of them together stay what they were.</summary>
    public Frame On(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        double total = frame.Categories.Sum(c => c.Weight);
        switch (Kind)
        {
            case WeightKind.Equal:
                double each = total / frame.Categories.Count();
                return With(frame, (_, _) => each);
            case WeightKind.Comparisons:
                Dictionary<string, double> weights = Components(frame);
                return With(frame, (component, category) => total * weights[component.Key] * category.Weight / component.Weight);
            default:
                return frame;
        }
    }

    private static Frame With(Frame frame, Func<FrameComponent, FrameCategory, double> weight)
        => frame with { Components = [.. frame.Components.Select(c => c with { Categories = [.. c.Categories.Select(g => g with { Weight = weight(c, g) })] })] };

    /// <summary>Weight of a layer times that of the component in it.</summary>
    private Dictionary<string, double> Components(Frame frame)
    {
        var weights = frame.Components.ToDictionary(c => c.Key, _ => 1.0, StringComparer.Ordinal);
        foreach (ComparedGroup group in ComparedGroup.Of(frame))
        {
            AhpResult result = Analyse(group);
            foreach ((int at, (string key, _)) in group.Members.Index())
            {
                foreach (FrameComponent component in group.Layer is null ? frame.Components.Where(c => c.Layer == key) : frame.Components.Where(c => c.Key == key))
                {
                    weights[component.Key] *= result.Weights[at];
                }
            }
        }

        return weights;
    }

    private double[][] Matrix(ComparedGroup group)
    {
        double[][] matrix = [.. group.Members.Select(_ => Enumerable.Repeat(1.0, group.Members.Count).ToArray())];
        foreach ((int first, int second) in group.Pairs)
        {
            int steps = Math.Clamp(Steps.GetValueOrDefault(PairKey(group, first, second)), -MostSteps, MostSteps);
            double ratio = Math.Abs(steps) + 1;
            matrix[first][second] = steps >= 0 ? ratio : 1 / ratio;
            matrix[second][first] = 1 / matrix[first][second];
        }

        return matrix;
    }
}
