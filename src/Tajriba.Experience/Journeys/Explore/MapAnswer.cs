using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>A map for programs.</summary>
/// <param name="Journeys">Journeys that pass the filters.</param>
/// <param name="Events">Their events.</param>
/// <param name="AllSteps">Steps there are, drawn or not.</param>
/// <param name="AllWays">Ways there are, drawn or not.</param>
/// <param name="Steps">Steps drawn.</param>
/// <param name="Ways">Ways drawn; <c>from</c> is null at the start, <c>to</c> at the end.</param>
public sealed record MapAnswer(int Journeys, int Events, int AllSteps, int AllWays, IReadOnlyList<MapAnswer.Step> Steps, IReadOnlyList<MapAnswer.Way> Ways)
{
    public static MapAnswer Of(Selection selection, ExplorerState state)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(state);
        var map = MapSimplification.Simplify(MapView.Whole(selection, state.Metric), state.Detail);
        var names = selection.Log.Activities;
        return new MapAnswer(
            selection.Count,
            selection.View.EventCount,
            map.AllNodes,
            map.AllEdges,
            [.. map.Nodes.Select(n => new Step(names[n.Activity], n.Count, n.Cases))],
            [.. map.Edges.Select(e => new Way(e.From < 0 ? null : names[e.From], e.To < 0 ? null : names[e.To], e.Count, e.Microseconds / 1e6))]);
    }

    /// <param name="Name">Event name.</param>
    /// <param name="Count">How often.</param>
    /// <param name="Journeys">In how many journeys.</param>
    public sealed record Step(string Name, long Count, long Journeys);

    /// <param name="From">The earlier event, or null.</param>
    /// <param name="To">The later event, or null.</param>
    /// <param name="Count">How often.</param>
    /// <param name="Seconds">How long by the metric asked for, or null.</param>
    public sealed record Way(string? From, string? To, long Count, double? Seconds);
}
