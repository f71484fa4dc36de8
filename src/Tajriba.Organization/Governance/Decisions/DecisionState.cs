namespace Tajriba.Organization.Governance.Decisions;

/// <summary>How far a decision is.</summary>
public enum DecisionState
{
    /// <summary>The question waits for an answer.</summary>
    Open,

    /// <summary>Decided; its effect is followed.</summary>
    Decided,

    /// <summary>Looked at again: it was right, or it was not.</summary>
    Reviewed,

    /// <summary>The question is not asked any more.</summary>
    Dropped,
}
