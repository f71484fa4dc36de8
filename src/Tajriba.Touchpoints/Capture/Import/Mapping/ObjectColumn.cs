namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>A column whose values name objects that the events concern.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Type">Object type (<c>customer</c>, <c>case</c>, <c>order</c>, <c>employee</c>, ...).</param>
public sealed record ObjectColumn(string Column, string Type);
