namespace Tajriba.Organization.Governance.Records;

/// <summary>The newest version of something that the room keeps.</summary>
/// <param name="Code">What it is called: <c>B-1</c>.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Value">What it says.</param>
/// <param name="At">Since when it says so.</param>
/// <param name="By">Id of the person who said so; null where the product did.</param>
public sealed record Kept<T>(string Code, int Version, T Value, DateTimeOffset At, long? By);
