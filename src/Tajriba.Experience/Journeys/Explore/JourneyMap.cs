namespace Tajriba.Experience.Journeys.Explore;

/// <summary>What is drawn: steps and ways, start and end included.</summary>
/// <param name="Nodes">Steps, most frequent first.</param>
/// <param name="Edges">Ways, most frequent first.</param>
/// <param name="AllNodes">Steps there are, drawn or not.</param>
/// <param name="AllEdges">Ways there are, drawn or not.</param>
public sealed record JourneyMap(IReadOnlyList<MapStep> Nodes, IReadOnlyList<MapWay> Edges, int AllNodes, int AllEdges)
{
    /// <summary>Where every journey comes from.</summary>
    public const int Start = -1;

    /// <summary>Where every journey goes to.</summary>
    public const int End = -2;
}
