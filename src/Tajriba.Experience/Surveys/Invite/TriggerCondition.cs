namespace Tajriba.Experience.Surveys.Invite;

/// <summary>An attribute of the trigger event that must have one of these values, as text.</summary>
/// <param name="Path">Names parted by dots: <c>properties.kind</c>.</param>
/// <param name="Values">At least one.</param>
public sealed record TriggerCondition(string Path, IReadOnlyList<string> Values);
