namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>Names the texts of well-known channels, object types and attributes.</summary>
public sealed class CodeNames;
