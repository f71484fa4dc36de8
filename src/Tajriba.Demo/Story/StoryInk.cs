using System.Runtime.InteropServices;

namespace Tajriba.Demo.Story;

/// <summary>
/// Events as they are told, in no order yet. Those after the last second asked for are not written down, and those before
/// the first are only counted.
/// </summary>
internal sealed class StoryInk(int fromSecond, int untilSecond)
{
    private readonly List<StoryEvent> events = new(1 << 16);

    /// <summary>Last day on which something that is still to be heard of may begin.</summary>
    public int LastDay => untilSecond / DemoCalendar.SecondsPerDay;

    /// <summary>Events before the first second asked for.</summary>
    public int Earlier { get; private set; }

    /// <summary>Second of the first event since <see cref="Begin"/>, or the largest number there is.</summary>
    public int Earliest { get; private set; } = int.MaxValue;

    public ReadOnlySpan<StoryEvent> Written => CollectionsMarshal.AsSpan(events);

    /// <summary>Begins the life of another customer.</summary>
    public void Begin() => Earliest = int.MaxValue;

    public void Write(in StoryEvent item)
    {
        if (item.Second < 0 || item.Second > untilSecond)
        {
            return;
        }

        Earliest = Math.Min(Earliest, item.Second);
        if (item.Second < fromSecond)
        {
            Earlier++;
        }
        else
        {
            events.Add(item);
        }
    }
}
