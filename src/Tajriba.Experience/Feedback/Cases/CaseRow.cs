namespace Tajriba.Experience.Feedback.Cases;

/// <summary>A case in a list.</summary>
/// <param name="Due">When the next running promise is or was due; null where none runs.</param>
/// <param name="Version">How many moments it has.</param>
public sealed record CaseRow(
    long Id, string Code, string Said, string? Unit, CaseState State, CasePriority Priority, long? Handler, DateTimeOffset OpenedAt, DateTimeOffset? Due, int Version)
{
    /// <summary>Where a page ends: the next one begins after it.</summary>
    public CaseCursor Cursor => new(Due, Id);
}
