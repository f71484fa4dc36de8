namespace Tajriba.ProcessMining;

/// <summary>How often each activity occurs, opens a case and closes one; each list by count descending, then by name.</summary>
/// <param name="Activities">Events per activity.</param>
/// <param name="Starts">Cases that begin with the activity.</param>
/// <param name="Ends">Cases that end with the activity.</param>
public sealed record StartEnd(IReadOnlyList<ActivityCount> Activities, IReadOnlyList<ActivityCount> Starts, IReadOnlyList<ActivityCount> Ends)
{
    /// <summary>The counts of a log.</summary>
    public static StartEnd Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Of(log.All());
    }

    /// <summary>The counts of a view.</summary>
    public static StartEnd Of(LogView view) => Of(DirectlyFollowsGraph.Of(view));

    /// <summary>The counts already contained in a graph.</summary>
    public static StartEnd Of(DirectlyFollowsGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new StartEnd(
            Ranking.Of(graph.ActivityCounts, graph.Activities),
            Ranking.Of(graph.StartCounts, graph.Activities),
            Ranking.Of(graph.EndCounts, graph.Activities));
    }
}
