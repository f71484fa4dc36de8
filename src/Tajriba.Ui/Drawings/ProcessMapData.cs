namespace Tajriba.Ui.Drawings;

/// <summary>What a <see cref="ProcessMap"/> draws.</summary>
public sealed record ProcessMapData(IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapEdge> Edges);
