using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Makes events of the log out of what clients send. The item's own text is kept whole as the event's attributes.</summary>
internal sealed class EventMaker(IEventCatalogue catalogue, CollectLimits limits)
{
    private const int LongestName = 200;

    /// <summary>Microseconds that a request may be under way: a minute, in which clients try again with the time of their first sending.</summary>
    private const long OnTheWay = 60_000_000;

    /// <summary>The names that calls other than <c>track</c> have.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Identified", "Page Viewed", "Screen Viewed", "Group Joined", "Identities Linked"];

    /// <summary>Makes an item's event, or notes its fault.</summary>
    /// <param name="item">What was sent.</param>
    /// <param name="source">Who sent it.</param>
    /// <param name="received">When it arrived.</param>
    public void Make(SentItem item, EventSource source, DateTimeOffset received)
    {
        item.Fault ??= Fault(item);
        if (item.Fault is null)
        {
            item.Event = new LiveEvent
            {
                Source = source.LogName,
                Id = item.Id is { } id ? MessageIds.Of(id) : Guid.CreateVersion7().ToString("D"),
                Name = NameOf(item),
                Time = TimeOf(item, received),
                Objects = ObjectsOf(item),
                Channel = source.Channel,
                Unit = source.Unit,
                Attributes = item.Raw,
            };
        }
    }

    private MessageFault? Fault(SentItem item) =>
        item.Raw.Length > limits.EventBytes ? MessageFault.TooLarge(limits.EventBytes)
        : item.Kind == CallKind.None ? new MessageFault(RefusalReason.UnknownType)
        : !item.IsSound ? new MessageFault(RefusalReason.BadContent)
        : item is { UserId: null, AnonymousId: null } && !(item.Kind == CallKind.Alias && item.PreviousId is not null) && !HasObjects(item)
            ? new MessageFault(RefusalReason.NoIdentity, EventName: item.Kind == CallKind.Track ? item.Name : NameOf(item))
        : item is { Kind: CallKind.Track, Name: null } ? new MessageFault(RefusalReason.NoEventName)
        : IsLong(item.Name, LongestName) || IsLong(item.UserId, CatalogueObjects.LongestId) || IsLong(item.AnonymousId, CatalogueObjects.LongestId)
            || IsLong(item.PreviousId, CatalogueObjects.LongestId) || IsLong(item.GroupId, CatalogueObjects.LongestId) ? new MessageFault(RefusalReason.TooLong)
        : null;

    /// <summary>Whether rules of the catalogue find something that the event concerns.</summary>
    private bool HasObjects(SentItem item)
    {
        var objects = new List<ObjectRef>();
        if (item is not { Kind: CallKind.Track, Name: null })
        {
            CatalogueObjects.Add(item.Properties.Span, NameOf(item), catalogue, objects);
        }

        return objects.Count > 0;
    }

    private static bool IsLong(string? text, int most) => text?.Length > most;

    /// <summary>Calls other than track have one name each: what was seen or who it was stays in the attributes, so that names remain few.</summary>
    private static string NameOf(SentItem item) => item.Kind switch
    {
        CallKind.Identify => Names[0],
        CallKind.Page => Names[1],
        CallKind.Screen => Names[2],
        CallKind.Group => Names[3],
        CallKind.Alias => Names[4],
        _ => item.Name!,
    };

    /// <summary>
    /// received − (sentAt − timestamp): the client's clock may be wrong, but the time between the event and its sending is
    /// right (Segment's specification of clock skew). Without sentAt the client's clock is believed, and with one that is
    /// right within the time that a request takes.
    /// </summary>
    private static long TimeOf(SentItem item, DateTimeOffset received)
    {
        long receipt = Microseconds.Of(received);
        if (MessageTimes.Of(item.Timestamp ?? item.OriginalTimestamp) is not { } told)
        {
            return receipt;
        }

        if (item.SentAt is not { } sent)
        {
            return told;
        }

        long corrected = Corrected(told, sent, receipt);
        return corrected is >= Microseconds.Min and <= Microseconds.Max ? corrected : receipt;
    }

    /// <summary>
    /// What lies between sending and receipt is a clock's error only where it is more than a request takes: correcting by
    /// the way's delay would shuffle the events of a person whose batches take longer and shorter.
    /// </summary>
    private static long Corrected(long told, long sent, long receipt) =>
        Math.Abs(receipt - sent) <= OnTheWay ? Math.Min(told, receipt) : receipt - (sent - told);

    private List<ObjectRef> ObjectsOf(SentItem item)
    {
        var objects = new List<ObjectRef>(2);
        if (item.UserId is not null)
        {
            objects.Add(new ObjectRef("customer", item.UserId));
        }

        if (item.PreviousId is not null && item.PreviousId != item.UserId)
        {
            objects.Add(new ObjectRef("customer", item.PreviousId, "previous"));
        }

        if (item.AnonymousId is not null)
        {
            objects.Add(new ObjectRef("visitor", item.AnonymousId));
        }

        // A previousId may be of either kind, and the event alone does not tell which.
        if (item.PreviousId is not null && item.PreviousId != item.AnonymousId)
        {
            objects.Add(new ObjectRef("visitor", item.PreviousId, "previous"));
        }

        if (item.GroupId is not null)
        {
            objects.Add(new ObjectRef("group", item.GroupId));
        }

        int told = objects.Count;
        CatalogueObjects.Add(item.Properties.Span, NameOf(item), catalogue, objects);
        return objects.Count == told ? objects : [.. objects.DistinctBy(o => (o.Type, o.Id))];
    }
}
