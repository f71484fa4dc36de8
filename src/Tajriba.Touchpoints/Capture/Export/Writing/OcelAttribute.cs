namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>An attribute of an event type as OCEL 2.0 declares it.</summary>
/// <param name="Name">Its name in the log.</param>
/// <param name="Column">Its name in the file.</param>
/// <param name="OcelType"><c>string</c>, <c>integer</c>, <c>float</c> or <c>boolean</c>.</param>
/// <param name="IsJson">Values that are not all of one type; they stand as JSON text.</param>
internal sealed record OcelAttribute(string Name, string Column, string OcelType, bool IsJson);
