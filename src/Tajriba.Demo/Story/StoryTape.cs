using System.Globalization;
using System.Text;
using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Group;
using Tajriba.Kernel.Log;

namespace Tajriba.Demo.Story;

/// <summary>Events of the story in order of time. An event's place is its number for ever, however long the story gets.</summary>
public sealed class StoryTape
{
    private const int IndexBits = 26;

    private readonly StoryEvent[] events;
    private readonly AttributeText text;

    internal StoryTape(long seed, DateTimeOffset start, StoryInk ink)
    {
        Start = start;
        Before = ink.Earlier;
        text = new AttributeText(seed);
        var written = ink.Written;
        var order = new long[written.Length];
        for (var i = 0; i < order.Length; i++)
        {
            // Within a second a customer is registered first; otherwise the order of telling holds.
            var rank = written[i].Kind is EventKind.CustomerRegistered or EventKind.VehicleRegistered ? 0 : 1;
            order[i] = (((long)written[i].Second * 2) + rank) << IndexBits | (uint)i;
        }

        Array.Sort(order);
        events = new StoryEvent[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            events[i] = written[(int)(order[i] & ((1L << IndexBits) - 1))];
        }
    }

    public DateTimeOffset Start { get; }

    /// <summary>Events of the story before the first of this tape.</summary>
    public int Before { get; }

    public int Count => events.Length;

    public ReadOnlySpan<StoryEvent> Events => events;

    /// <summary>Number of an event in the whole story, counted from 1.</summary>
    public long NumberOf(int place) => Before + place + 1L;

    public DateTimeOffset TimeOf(int place) => Start.AddSeconds(events[place].Second);

    /// <summary>Writes the attributes of an event as UTF-8 JSON; empty where it has none.</summary>
    public ReadOnlySpan<byte> Attributes(int place) => text.Of(events[place].Attributes);

    /// <summary>The event in the words of the log; its id is its number in the whole story.</summary>
    public NewEvent Describe(int place, string source)
    {
        ref readonly var item = ref events[place];
        var attributes = Attributes(place);
        return new NewEvent
        {
            Source = source,
            Id = NumberOf(place).ToString(CultureInfo.InvariantCulture),
            Name = DemoCatalogue.NameOf(item.Kind),
            Time = TimeOf(place),
            Objects = Objects(item),
            Channel = DemoCatalogue.NameOf(item.Channel),
            Unit = item.Unit < 0 ? null : DemoGroup.Codes[item.Unit],
            Attributes = attributes.IsEmpty ? null : Encoding.UTF8.GetString(attributes),
        };
    }

    private static List<ObjectRef> Objects(in StoryEvent item)
    {
        Span<StoryObject> concerned = stackalloc StoryObject[StoryEvent.MostObjects];
        var objects = new List<ObjectRef>(StoryEvent.MostObjects);
        foreach (var one in concerned[..item.CopyObjects(concerned)])
        {
            objects.Add(new ObjectRef(DemoCatalogue.NameOf(one.Kind), one.Id, DemoCatalogue.PartOf(one, item)));
        }

        return objects;
    }
}
