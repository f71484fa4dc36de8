namespace Tajriba.ProcessMining.Conformance;

/// <summary>Who makes a move of an alignment.</summary>
public enum AlignmentMoveKind
{
    /// <summary>Log and model agree on the activity; costs nothing.</summary>
    Both,

    /// <summary>The log shows an activity that the model does not allow here; costs 1.</summary>
    LogOnly,

    /// <summary>The model demands an activity that the log does not show; costs 1.</summary>
    ModelOnly,
}
