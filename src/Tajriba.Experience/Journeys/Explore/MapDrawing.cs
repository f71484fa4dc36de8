using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Ui;
using Drawn = Tajriba.Ui.Drawings;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Makes a journey map into what the map element draws, each step and way a link that adds a filter.</summary>
internal sealed class MapDrawing(JourneyWords names, Show show, IStringLocalizer<ExplorePage> texts, ExploreRequest request)
{
    private const string StartId = "start";
    private const string EndId = "end";

    public Drawn.ProcessMapData Of(JourneyMap map)
    {
        var widest = map.Edges.Count == 0 ? 1 : map.Edges.Max(e => e.Count);
        var slowest = map.Edges.Max(e => e.Microseconds) ?? 0;
        return new Drawn.ProcessMapData(
            [
                new(StartId, texts["Start"], 0) { Kind = Drawn.MapNodeKind.Start },
                .. map.Nodes.Select(Node),
                new(EndId, texts["End"], 0) { Kind = Drawn.MapNodeKind.End },
            ],
            [.. map.Edges.Select(e => Edge(e, widest, slowest))]);
    }

    private Drawn.MapNode Node(MapStep node)
    {
        var name = Name(node.Activity);
        return new(Id(node.Activity), names.Event(name), node.Count, texts["NodeFigures", show.Count(node.Count), show.Count(node.Cases)], LinkTo(With(request.State.Contains, name, list => request.State with { Contains = list })))
        {
            Selected = request.State.Contains.Contains(name),
        };
    }

    private Drawn.MapEdge Edge(MapWay edge, long widest, double slowest)
    {
        var selected = edge is { From: >= 0, To: >= 0 } && request.State.Directly.Contains(new StepPair(Name(edge.From), Name(edge.To)));
        var label = edge.Microseconds is { } time ? show.Seconds(time / 1e6) : show.Count(edge.Count);
        return new(Id(edge.From), Id(edge.To), label, edge.Count, (double)edge.Count / widest, Target(edge))
        {
            Selected = selected,
            Tone = slowest > 0 && edge.Microseconds > slowest / 2 ? Tone.Bad : slowest > 0 && edge.Microseconds > slowest / 4 ? Tone.Warning : Tone.Accent,
        };
    }

    private string Target(MapWay edge) => LinkTo(edge switch
    {
        { From: JourneyMap.Start } => With(request.State.StartsWith, Name(edge.To), list => request.State with { StartsWith = list }),
        { To: JourneyMap.End } => With(request.State.EndsWith, Name(edge.From), list => request.State with { EndsWith = list }),
        _ => With(request.State.Directly, new StepPair(Name(edge.From), Name(edge.To)), list => request.State with { Directly = list }),
    });

    private static ExplorerState With<T>(IReadOnlyList<T> values, T value, Func<IReadOnlyList<T>, ExplorerState> state)
        => state(values.Contains(value) ? [.. values.Where(v => !EqualityComparer<T>.Default.Equals(v, value))] : [.. values, value]);

    private string LinkTo(ExplorerState state) => string.Create(CultureInfo.InvariantCulture, $"/journeys/{request.Definition.Id}{ExplorerQuery.Format(state)}");

    private string Name(int activity) => request.Selection.Log.Activities[activity];

    private static string Id(int node) => node switch
    {
        JourneyMap.Start => StartId,
        JourneyMap.End => EndId,
        _ => "a" + node.ToString(CultureInfo.InvariantCulture),
    };
}
