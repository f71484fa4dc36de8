using System.Runtime.InteropServices;

namespace Tajriba.Demo.Story;

/// <summary>Events as they are told, in no order yet; those after the moment asked for are not written down.</summary>
internal sealed class StoryInk(int untilSecond)
{
    private readonly List<StoryEvent> events = new(1 << 16);

    public int UntilSecond => untilSecond;

    /// <summary>Last day on which something that is still to be heard of may begin.</summary>
    public int LastDay => untilSecond / DemoCalendar.SecondsPerDay;

    public int Count => events.Count;

    public ReadOnlySpan<StoryEvent> Written => CollectionsMarshal.AsSpan(events);

    public void Write(in StoryEvent item)
    {
        if (item.Second >= 0 && item.Second <= untilSecond)
        {
            events.Add(item);
        }
    }
}
