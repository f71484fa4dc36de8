using Tajriba.Experience.Surveys.Links;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>How somebody came to answer: what the fact in the log tells besides the answers.</summary>
internal sealed record Occasion
{
    public required string SurveyKey { get; init; }

    public required LinkMode Mode { get; init; }

    /// <summary>The link by which one came; null by an address that everybody may have, or by telephone.</summary>
    public SurveyLink? Link { get; init; }

    public string? CustomerId { get; init; }

    public IReadOnlyList<ObjectRef> Objects { get; init; } = [];

    public string? Unit { get; init; }

    public required string Channel { get; init; }

    /// <summary>A JSON object, or null.</summary>
    public string? Context { get; init; }

    public string? Programme { get; init; }

    public string? Invitation { get; init; }

    public bool IsTest { get; init; }

    /// <summary>The event's id where somebody else gave one; else it is made of the draft's number.</summary>
    public string? EventId { get; init; }

    /// <summary>When it was answered; now where null.</summary>
    public DateTimeOffset? At { get; init; }

    public static Occasion Of(Door door, LinkMode mode) => new()
    {
        SurveyKey = door.Survey.Key,
        Mode = mode,
        Link = door.Link,
        CustomerId = door.Link?.CustomerId,
        Objects = door.Link?.Objects ?? [],
        Unit = door.Unit,
        Channel = door.Link?.Channel ?? (mode == LinkMode.Kiosk ? "kiosk" : "web"),
        Context = door.Link?.Context,
        Programme = door.Link?.Programme,
        Invitation = door.Link?.Invitation,
        IsTest = door.Link?.IsTest ?? false,
    };

    /// <summary>The event of something that happened, its subject first: the customer, or nobody known by the event's own id.</summary>
    public NewEvent Event(string id, string name, DateTimeOffset time) => new()
    {
        Source = Completion.Source,
        Id = id,
        Name = name,
        Time = time,
        Objects = [CustomerId is { } customer ? new ObjectRef("customer", customer) : new ObjectRef("respondent", id), new ObjectRef("survey", SurveyKey), .. Objects],
        Channel = Channel,
        Unit = Unit,
    };
}
