namespace Tajriba.Experience.Surveys.Edit;

/// <summary>What is said of a definition.</summary>
/// <param name="Faults">What keeps it from being asked.</param>
/// <param name="Warnings">What is bad practice, yet may be meant so; none where there are faults.</param>
/// <param name="IsKept">Whether it can at least be kept as a draft: it is an object of JSON, not too large.</param>
internal sealed record Remarks(IReadOnlyList<Remark> Faults, IReadOnlyList<Remark> Warnings, bool IsKept);
