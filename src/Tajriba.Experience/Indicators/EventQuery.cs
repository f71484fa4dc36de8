namespace Tajriba.Experience.Indicators;

/// <summary>Which events of the log belong.</summary>
/// <param name="Events">Their names, at least one.</param>
/// <param name="Where">Conditions, all of which hold.</param>
public sealed record EventQuery(IReadOnlyList<string> Events, IReadOnlyList<EventCondition> Where);
