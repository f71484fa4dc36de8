using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Experience.Surveys.Call;

namespace Tajriba.Experience.Surveys.Api;

/// <summary>A link that somebody wants.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LinkBody
{
    /// <summary>Whom it is for; nobody shall be known by it where null.</summary>
    public string? Customer { get; init; }

    /// <summary>The medium by which it travels: <c>email</c>, <c>sms</c>, <c>web</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Code of the unit that it is about.</summary>
    public string? Unit { get; init; }

    /// <summary>Language in which it opens.</summary>
    public string? Language { get; init; }

    /// <summary>What the answer is about besides.</summary>
    public IReadOnlyList<CallObject> Objects { get; init; } = [];

    /// <summary>A JSON object that goes into the answer.</summary>
    public JsonElement Context { get; init; }

    public string? Programme { get; init; }

    public string? Invitation { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>One answer and no more.</summary>
    public bool SingleUse { get; init; } = true;

    /// <summary>For trying out: the answer is counted nowhere.</summary>
    public bool Test { get; init; }
}
