namespace Tajriba.ProcessMining.ObjectCentric;

/// <summary>What the objects of one type go through. Lists are by events descending, then by name.</summary>
/// <param name="ObjectType">The object type.</param>
/// <param name="Objects">Objects of the type that any event concerns.</param>
/// <param name="Activities">The activities that concern such objects.</param>
/// <param name="Edges">Which activity follows which.</param>
/// <param name="Starts">Activities that come first in an object's life.</param>
/// <param name="Ends">Activities that come last.</param>
public sealed record ObjectTypeGraph(
    string ObjectType,
    long Objects,
    IReadOnlyList<ObjectCentricCount> Activities,
    IReadOnlyList<ObjectCentricEdge> Edges,
    IReadOnlyList<ObjectCentricCount> Starts,
    IReadOnlyList<ObjectCentricCount> Ends);
