using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>Which feedback is wanted.</summary>
public sealed record FeedbackFilter
{
    /// <summary>Of these units only; what belongs to no unit is seen by those who see everything.</summary>
    public required UnitScope Units { get; init; }

    public TriageState? State { get; init; }

    public FeedbackKind? Kind { get; init; }

    /// <summary><c>neg</c>, <c>neu</c> or <c>pos</c>.</summary>
    public string? Sentiment { get; init; }

    public string? Topic { get; init; }

    public Urgency? Urgency { get; init; }

    public string? Language { get; init; }

    public string? Channel { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Words that it has, in any spelling; the last may be the beginning of one.</summary>
    public string? Search { get; init; }

    /// <summary>Type and id of who said it.</summary>
    public (string Type, string Id)? Subject { get; init; }
}
