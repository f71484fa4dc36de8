using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Links;

/// <summary>A link to be made.</summary>
/// <param name="SurveyKey">Which survey.</param>
/// <param name="Mode"><see cref="LinkMode.Personal"/> or <see cref="LinkMode.Email"/> where a customer is named.</param>
public sealed record NewSurveyLink(string SurveyKey, LinkMode Mode)
{
    /// <summary>Whom it is for; null where nobody shall be known by it.</summary>
    public string? CustomerId { get; init; }

    /// <summary>A JSON object that goes into the answer as its <c>context</c>, or null.</summary>
    public string? ContextJson { get; init; }

    /// <summary>What the answer is about besides: the visit, the order, the employee as <c>handler</c>.</summary>
    public IReadOnlyList<ObjectRef> ObjectRefs { get; init; } = [];

    /// <summary>Code of the unit that it is about.</summary>
    public string? Unit { get; init; }

    /// <summary>The medium by which the link travels: <c>email</c>, <c>sms</c>; the answer's channel. <c>web</c> where null.</summary>
    public string? Channel { get; init; }

    /// <summary>The invitation that it belongs to.</summary>
    public string? InvitationId { get; init; }

    /// <summary>The programme that asks.</summary>
    public string? Programme { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>One answer and no more.</summary>
    public bool SingleUse { get; init; } = true;

    /// <summary>For trying the survey out: the answer is told as a test and counted nowhere.</summary>
    public bool IsTest { get; init; }

    /// <summary>Language in which it opens: <c>en</c>, <c>fa</c>, <c>ar</c>; else the reader's own.</summary>
    public string? Language { get; init; }
}
