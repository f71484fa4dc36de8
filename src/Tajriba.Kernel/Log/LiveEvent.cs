using System.Text;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>An event that a system outside tells as it happens, read and checked, on its way into the log.</summary>
public sealed class LiveEvent
{
    /// <summary>Who tells it. A source of live events tells them by no other road.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own id of the event, at most 100 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Event name as the source wrote it, at most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>When it happened, in microseconds since 1970-01-01T00:00Z, years 1-9999.</summary>
    public required long Time { get; init; }

    /// <summary>What it concerns, the subject first. At least one.</summary>
    public required IReadOnlyList<ObjectRef> Objects { get; init; }

    public string? Channel { get; init; }

    /// <summary>Code of the organizational unit where it happened.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// A JSON object of everything else as UTF-8, or empty. The caller has asked <see cref="EventAttributes.Fault"/> and
    /// keeps the memory as it is until the append has ended; it is not looked at again.
    /// </summary>
    public ReadOnlyMemory<byte> Attributes { get; init; }

    /// <summary>The same event for the live road, checked whole.</summary>
    /// <exception cref="ArgumentException">It is none that the log takes.</exception>
    public static LiveEvent Of(NewEvent item)
    {
        EventRules.Check(item);
        return new LiveEvent
        {
            Source = item.Source,
            Id = item.Id,
            Name = item.Name,
            Time = Microseconds.Of(item.Time),
            Objects = item.Objects,
            Channel = item.Channel,
            Unit = item.Unit,
            Attributes = item.Attributes is null ? default : Encoding.UTF8.GetBytes(item.Attributes),
        };
    }
}
