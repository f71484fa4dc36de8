namespace Tajriba.Experience.Feedback.Cases;

/// <summary>A page of a list of cases.</summary>
/// <param name="Rows">In the order of the list.</param>
/// <param name="Previous">Before which the page before ends; null on the first.</param>
/// <param name="Next">After which the next page begins; null on the last.</param>
internal sealed record CaseListPage(IReadOnlyList<CaseRow> Rows, CaseCursor? Previous, CaseCursor? Next);
