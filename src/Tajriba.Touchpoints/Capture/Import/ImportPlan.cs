namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>What became of a request to import a file.</summary>
/// <param name="Kind">What it would do.</param>
/// <param name="Import">The import on record.</param>
public sealed record ImportPlan(ImportPlanKind Kind, ImportRecord Import);
