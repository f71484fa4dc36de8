namespace Tajriba.ProcessMining.Tests.Differential;

/// <summary>An event as it stands in a source; what is null is missing there.</summary>
internal sealed record Row(string? Case, string? Activity, long? Time, string? Note, string? Segment);
