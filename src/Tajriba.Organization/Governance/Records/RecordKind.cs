namespace Tajriba.Organization.Governance.Records;

/// <summary>What the room keeps; also the end of the audited action (<c>governance.body</c>).</summary>
public static class RecordKind
{
    public const string Body = "body";
    public const string Owner = "owner";
    public const string Stage = "stage";
    public const string Decision = "decision";
    public const string Charge = "charge";
    public const string Conflict = "conflict";
    public const string Policy = "policy";
    public const string Meeting = "meeting";
    public const string Action = "action";
    public const string Initiative = "initiative";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Body, Owner, Stage, Decision, Charge, Conflict, Policy, Meeting, Action, Initiative];
}
