namespace Tajriba.Experience.Indicators;

/// <summary>A condition that an event meets or not.</summary>
/// <param name="Path">Attribute, with dots into objects (<c>context.segment</c>), or one of <see cref="EventPaths"/>.</param>
/// <param name="Test">What is asked.</param>
/// <param name="Values">Any of these for <see cref="ConditionTest.Is"/>, none of them for <see cref="ConditionTest.IsNot"/>, one number for a comparison, nothing for <see cref="ConditionTest.Exists"/>.</param>
public sealed record EventCondition(string Path, ConditionTest Test, IReadOnlyList<string> Values);
