namespace Tajriba.Experience.Feedback.Cases;

/// <summary>What a case begins with.</summary>
/// <param name="Said">What the customer wrote or said.</param>
/// <param name="Unit">Code of the unit that has to answer; null for the organization.</param>
/// <param name="Priority">How soon.</param>
public sealed record NewCase(string Said, string? Unit, CasePriority Priority)
{
    /// <summary>Number of the feedback; null where it was told by mouth. A piece of feedback opens one case, however often it is asked for.</summary>
    public long? Item { get; init; }

    /// <summary>What the feedback is called to its sender; null where it was told by mouth.</summary>
    public string? Feedback { get; init; }

    /// <summary>Code of the same customer's case that was resolved shortly before.</summary>
    public string? Earlier { get; init; }

    /// <summary><c>customer</c> or what else it is about first, with its id; null where nobody knows.</summary>
    public string? SubjectType { get; init; }

    public string? SubjectId { get; init; }

    public string? Channel { get; init; }

    /// <summary>The customer's language, an ISO 639 code.</summary>
    public string? Language { get; init; }

    /// <summary>Key of the rule that opens it; null where a person does.</summary>
    public string? Rule { get; init; }

    /// <summary>Id of the person who opens it; null where the product does.</summary>
    public long? By { get; init; }
}
