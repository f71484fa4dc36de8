using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Strategy.Links;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>A strategy map as one person may see it.</summary>
/// <param name="Perspectives">Its perspectives, the top one first.</param>
/// <param name="Objectives">Its objectives, those of the top perspective first.</param>
/// <param name="Links">Its links and what the figures say of them.</param>
/// <param name="Gauges">What the indicators of objectives say, where the person may see them.</param>
public sealed record StrategyMap(
    PerspectiveList Perspectives, IReadOnlyList<Kept<Objective>> Objectives, IReadOnlyList<LinkReading> Links, IReadOnlyDictionary<Gauge, GaugeReading> Gauges)
{
    /// <summary>One of which nothing has been read yet.</summary>
    public static StrategyMap Unread { get; } = new(PerspectiveList.Usual, [], [], new Dictionary<Gauge, GaugeReading>());

    /// <summary>What the indicator of an objective says, or null.</summary>
    public GaugeReading? Of(Objective objective) => objective.Gauge is { } gauge ? Gauges.GetValueOrDefault(gauge) : null;

    /// <summary>An objective by its code.</summary>
    public Kept<Objective> Find(string code) => Objectives.First(o => o.Code == code);
}
