using System.Text.Json.Serialization;
using Tajriba.Organization.Governance.Decisions;

namespace Tajriba.Leadership.Leadership.Commitments;

/// <summary>What a leader has promised for all to hear.</summary>
/// <param name="Leader">Code of the leader.</param>
/// <param name="Text">What was promised.</param>
/// <param name="MadeOn">When.</param>
/// <param name="DueOn">Until when.</param>
public sealed record Commitment(string Leader, string Text, DateOnly MadeOn, DateOnly DueOn)
{
    /// <summary>Most pages that can be named as evidence.</summary>
    public const int MostEvidence = 20;

    public CommitmentState State { get; init; }

    /// <summary>When it was kept, broken or withdrawn; null while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What was done, or why it was not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Pages of the product that show it.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    [JsonIgnore]
    public bool IsOpen => State == CommitmentState.Open;

    /// <summary>Whether its day is over and nothing was said.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Whether it was kept, but after its day.</summary>
    [JsonIgnore]
    public bool IsKeptLate => State == CommitmentState.Kept && ClosedOn > DueOn;
}
