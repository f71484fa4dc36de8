using System.Text.Json.Serialization;

namespace Tajriba.Touchpoints.Insights;

/// <summary>Something that was done about an insight. An insight is what its moments make of it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Id of the person who did it.</param>
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(Changed), "changed")]
[JsonDerivedType(typeof(Reviewed), "reviewed")]
[JsonDerivedType(typeof(Refuted), "refuted")]
[JsonDerivedType(typeof(Retired), "retired")]
[JsonDerivedType(typeof(Restored), "restored")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Seen), "seen")]
public abstract record InsightMoment(DateTimeOffset At, long By)
{
    public sealed record Told(DateTimeOffset At, long By, InsightContent Content) : InsightMoment(At, By);

    public sealed record Changed(DateTimeOffset At, long By, InsightContent Content) : InsightMoment(At, By);

    /// <summary>Somebody looked again, and it holds.</summary>
    /// <param name="Next">When to look next.</param>
    public sealed record Reviewed(DateTimeOffset At, long By, DateOnly Next, Confidence Confidence, string Text) : InsightMoment(At, By);

    public sealed record Refuted(DateTimeOffset At, long By, string Text) : InsightMoment(At, By);

    public sealed record Retired(DateTimeOffset At, long By, string Text) : InsightMoment(At, By);

    public sealed record Restored(DateTimeOffset At, long By) : InsightMoment(At, By);

    /// <summary>Something was decided because of it.</summary>
    /// <param name="Path">Where the decision is worked on, or null.</param>
    public sealed record Decided(DateTimeOffset At, long By, string Text, string? Path) : InsightMoment(At, By);

    /// <summary>What came of a decision.</summary>
    /// <param name="Decision">Number of the decision, from 1.</param>
    /// <param name="Path">Where it is seen, or null.</param>
    public sealed record Seen(DateTimeOffset At, long By, int Decision, InsightEffect Effect, string Text, string? Path) : InsightMoment(At, By);
}
