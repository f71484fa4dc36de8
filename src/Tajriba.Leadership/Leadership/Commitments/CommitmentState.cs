namespace Tajriba.Leadership.Leadership.Commitments;

/// <summary>What became of a commitment.</summary>
public enum CommitmentState
{
    Open,
    Kept,
    Broken,

    /// <summary>Taken back before it could be kept or broken, for a reason that was told.</summary>
    Withdrawn,
}
