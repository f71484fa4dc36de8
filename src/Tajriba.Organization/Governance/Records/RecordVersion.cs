namespace Tajriba.Organization.Governance.Records;

/// <summary>One version of something that the room keeps.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Body">JSON; null where it was taken away.</param>
/// <param name="At">Since when it holds.</param>
/// <param name="By">Id of the person who wrote it; null where the product did.</param>
public sealed record RecordVersion(int Version, string? Body, DateTimeOffset At, long? By);
