namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Names the texts of <see cref="RefusalReason"/>, one for each.</summary>
public sealed class RefusalWords;
