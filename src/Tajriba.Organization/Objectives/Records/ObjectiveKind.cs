namespace Tajriba.Organization.Objectives.Records;

/// <summary>What the room keeps; also the end of the audited action (<c>objectives.cycle</c>).</summary>
public static class ObjectiveKind
{
    public const string Cycle = "cycle";
    public const string Objective = "objective";

    /// <summary>What was said of an objective; under its code, each version a check-in.</summary>
    public const string Checkin = "checkin";
    public const string Review = "review";
    public const string Action = "action";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Cycle, Objective, Checkin, Review, Action];
}
