namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>A row that was not taken.</summary>
/// <param name="Row">Its number in the file, from 1, the header not counted.</param>
/// <param name="Reason">Why.</param>
/// <param name="Raw">Its text, cut after 2,000 characters. May hold personal data.</param>
public sealed record RejectedRow(long Row, RejectReason Reason, string Raw);
