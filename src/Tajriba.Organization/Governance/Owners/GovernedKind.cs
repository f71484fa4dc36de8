namespace Tajriba.Organization.Governance.Owners;

/// <summary>Kinds of what somebody should answer for.</summary>
public static class GovernedKind
{
    public const string Whole = "cxm";
    public const string Journey = "journey";
    public const string Indicator = "indicator";
    public const string Channel = "channel";
    public const string Process = "process";

    /// <summary>All of them, in the order of the pages.</summary>
    public static IReadOnlyList<string> All { get; } = [Whole, Journey, Indicator, Process, Channel];
}
