using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Tree;

namespace Tajriba.Organization.Objectives.Reviews;

/// <summary>Makes the agenda of a review out of how things stand now.</summary>
public sealed class ReviewReader(ObjectiveReader reader, IUnits units)
{
    /// <summary>By so much of the way an objective has moved.</summary>
    private const double Moved = 0.1;

    /// <summary>The objectives that a review looks at and the reader may see.</summary>
    public async Task<IReadOnlyList<ObjectiveNode>> ScopeAsync(Review review, CancellationToken cancellationToken = default)
    {
        HashSet<string>? within = review.Unit is null ? null : units.Tree.Find(review.Unit) is { } unit ? [.. units.Tree.Within(unit).Select(u => u.Code)] : [];
        return [.. (await reader.TreeAsync(cancellationToken)).All.Where(n => n.Value.Cycle == review.Cycle && reader.Sees(n) && (within is null || (n.Value.Unit is { } code && within.Contains(code))))];
    }

    /// <summary>The held review of the same cycle and unit before this one, or null.</summary>
    public Kept<Review>? Before(Kept<Review> review)
        => reader.Reviews.Where(r => r.Code != review.Code && r.Value.IsHeld && r.Value.Cycle == review.Value.Cycle && r.Value.Unit == review.Value.Unit && r.Value.On <= review.Value.On).MaxBy(r => r.Value.On);

    /// <summary>The agenda as it would be now; each objective once, where it matters most.</summary>
    public IReadOnlyList<ReviewedItem> Agenda(IReadOnlyList<ObjectiveNode> scope, Review? before)
    {
        var items = new List<ReviewedItem>();
        foreach (ObjectiveNode node in scope)
        {
            double? was = before is not null && before.Progress.TryGetValue(node.Code, out double share) ? share : null;
            if (PartOf(node, was) is { } part)
            {
                items.Add(new(part, node.Code, node.Standing, node.Progress, was));
            }
        }

        return [.. items.OrderBy(i => i.Part).ThenBy(i => i.Standing).ThenBy(i => i.Progress)];
    }

    /// <summary>Share of the way of each objective of which it is known.</summary>
    public static IReadOnlyDictionary<string, double> Progress(IReadOnlyList<ObjectiveNode> scope)
        => scope.Where(n => n.Progress is not null).ToDictionary(n => n.Code, n => n.Progress!.Value, StringComparer.Ordinal);

    private ReviewPart? PartOf(ObjectiveNode node, double? was)
        => node.Standing == Standing.Reached ? ReviewPart.Reached
            : node.Standing is Standing.OffTrack or Standing.AtRisk ? ReviewPart.Trouble
            : node.Progress is { } now && was is { } then && Math.Abs(now - then) >= Moved ? ReviewPart.Moved
            : node.Standing == Standing.Unknown || node.IsSilent(reader.Today) ? ReviewPart.Silent
            : null;
}
