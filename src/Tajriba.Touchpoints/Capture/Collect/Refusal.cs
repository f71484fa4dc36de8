namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Something to be kept as refused.</summary>
internal readonly record struct Refusal(long SourceId, string Call, RefusalReason Reason, byte[] Raw);
