using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tajriba.Experience.Surveys.Call;

/// <summary>A telephone call in which a machine asked, as it tells it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CallBody
{
    /// <summary>The call's own id; the same call told twice counts once. 1-100 characters.</summary>
    public string CallId { get; init; } = "";

    /// <summary>What was pressed, by the name of the question: <c>{"nps":"9","again":"1"}</c>.</summary>
    public JsonElement Answers { get; init; }

    /// <summary>One answer in the form in which call centres tell scores: the question's name.</summary>
    public string? Label { get; init; }

    /// <summary>That answer.</summary>
    public JsonElement Score { get; init; }

    /// <summary>Least score that could be given; must be the question's own.</summary>
    public double? Min { get; init; }

    /// <summary>Greatest likewise.</summary>
    public double? Max { get; init; }

    /// <summary>The customer who was called; nobody known where null.</summary>
    public string? Customer { get; init; }

    /// <summary>Code of the unit that it is about.</summary>
    public string? Unit { get; init; }

    public string? Language { get; init; }

    /// <summary>When the call ended; now where null.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long the questions took.</summary>
    public double? Seconds { get; init; }

    /// <summary>The employee whose service it is about.</summary>
    public string? Agent { get; init; }

    /// <summary>The queue in which the call stood; goes into the context.</summary>
    public string? Queue { get; init; }

    /// <summary>What the answer is about besides.</summary>
    public IReadOnlyList<CallObject> Objects { get; init; } = [];

    /// <summary>A JSON object that goes into the answer.</summary>
    public JsonElement Context { get; init; }

    public string? Programme { get; init; }

    public string? Invitation { get; init; }

    public bool Test { get; init; }
}
