namespace Tajriba.Leadership.Leadership.Records;

/// <summary>What the room keeps; also the end of the audited action (<c>leadership.commitment</c>).</summary>
public static class LeadershipKind
{
    public const string Leader = "leader";
    public const string Commitment = "commitment";
    public const string Time = "time";
    public const string Candidate = "candidate";
    public const string Judgement = "judgement";
    public const string Win = "win";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Leader, Commitment, Time, Candidate, Judgement, Win];
}
