using Tajriba.Experience.Feedback.Understand;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>One text of a customer, from wherever it came, as it was understood.</summary>
public sealed record FeedbackItem
{
    /// <summary>How many texts one event can hold.</summary>
    public const int MostOfOneEvent = 32;

    /// <summary>32 × the position of its event in the log + the place of the text in it.</summary>
    public required long Id { get; init; }

    /// <summary>What it is called to its sender: the event's <c>feedback</c>, or its id.</summary>
    public required string Code { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required FeedbackKind Kind { get; init; }

    /// <summary>As written; mask it (<see cref="Redaction"/>) for those who may not see personal data.</summary>
    public required string Text { get; init; }

    /// <summary>ISO 639 code.</summary>
    public required string Language { get; init; }

    public required SentimentScore Sentiment { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required Urgency Urgency { get; init; }

    public required UrgencyReason Reason { get; init; }

    /// <summary><c>customer</c> or what else the event is about first.</summary>
    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>Code of the unit that it is about; null for none.</summary>
    public string? Unit { get; init; }

    public string? Channel { get; init; }

    /// <summary>The step of the journey that it is about, where its sender named one.</summary>
    public string? Step { get; init; }

    /// <summary>1 to 5.</summary>
    public int? Rating { get; init; }

    /// <summary>Key of the survey whose answer it stood in.</summary>
    public string? Survey { get; init; }

    public TriageState State { get; init; }

    /// <summary>Code of the case that it is in.</summary>
    public string? CaseCode { get; init; }

    /// <summary>Place of its event in the log.</summary>
    public long Position => Id / MostOfOneEvent;
}
