namespace Tajriba.ProcessMining.Conformance;

/// <summary>A step of an alignment. Silent steps of the model are free and not shown.</summary>
/// <param name="Kind">Who makes it.</param>
/// <param name="Activity">The activity's name.</param>
public readonly record struct AlignmentMove(AlignmentMoveKind Kind, string Activity);
