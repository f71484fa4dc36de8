using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Maturity.Results;

/// <summary>Where the organization, or a part of it, stands.</summary>
/// <param name="Frame">By what it is judged.</param>
/// <param name="Count">Sheets that were handed in.</param>
/// <param name="Mean">Weighted mean of all categories; not a number where nobody answered.</param>
/// <param name="Interval">Mean of the sheets with its interval at 95%; null of fewer than two.</param>
/// <param name="Gate">The lowest gate of the components.</param>
/// <param name="Agreement">Krippendorff's alpha over sheets and practices, ordinal; null where it cannot be computed.</param>
/// <param name="Components">The components.</param>
public sealed record Standing(Frame Frame, int Count, double Mean, Estimate? Interval, int Gate, double? Agreement, IReadOnlyList<ComponentScore> Components)
{
    /// <summary>Below so many sheets a figure is called thin.</summary>
    public const int Thin = 5;

    /// <summary>All categories.</summary>
    public IEnumerable<CategoryScore> Categories => Components.SelectMany(c => c.Categories);

    /// <summary>Weighted mean of a layer's components; not a number where nobody answered.</summary>
    public double MeanOf(FrameLayer layer) => Scoring.Weighted(Components.Where(c => c.Component.Layer == layer.Key).SelectMany(c => c.Categories));

    /// <summary>The categories that stand highest.</summary>
    public IEnumerable<CategoryScore> Strengths(int take) => Answered.OrderByDescending(c => c.Sample.Mean).Take(take);

    /// <summary>The categories where weight and distance to a level are largest.</summary>
    public IEnumerable<CategoryScore> Gaps(double target, int take) => Answered.Where(c => c.Sample.Mean < target).OrderByDescending(c => c.Category.Weight * (target - c.Sample.Mean)).Take(take);

    /// <summary>The score of a mapped criterion; not a number where none of its categories was answered.</summary>
    public double MeanOf(MappedCriterion criterion)
    {
        (double Share, double Mean)[] parts = [.. Answered.SelectMany(c => criterion.From.Where(p => p.Category == c.Category.Key).Select(p => (p.Share, c.Sample.Mean)))];
        return parts.Length == 0 ? double.NaN : parts.Sum(p => p.Share * p.Mean) / parts.Sum(p => p.Share);
    }

    private IEnumerable<CategoryScore> Answered => Categories.Where(c => c.Sample.Count > 0);
}
