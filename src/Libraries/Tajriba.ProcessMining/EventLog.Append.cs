namespace Tajriba.ProcessMining;

public sealed partial class EventLog
{
    private const int SmallPart = 20;

    /// <summary>
    /// A log with the builder's events merged in, late ones in their place; among equal times the new ones come last (or by key).
    /// Cases, activities and columns are matched by name; new ones follow the known ones. The builder is emptied.
    /// The columns are put together when first asked for; <see cref="DirectlyFollowsGraph.Of(EventLog)"/> needs only the cases that changed.
    /// </summary>
    public EventLog Append(EventLogBuilder events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Append(events.Build());
    }

    /// <inheritdoc cref="Append(EventLogBuilder)"/>
    public EventLog Append(EventLog events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.EventCount == 0)
        {
            return this;
        }

        if (EventCount == 0)
        {
            return events;
        }

        // While little was added, what was added is merged alone, so that a chain of appends never copies the large log.
        if (Parts is { } parts && (long)parts.Added.EventCount + events.EventCount <= parts.Whole.EventCount / SmallPart)
        {
            return LogMerge.Later(parts.Whole, new EventLog(LogMerge.Merge(parts.Added, events)));
        }

        return LogMerge.Later(this, events);
    }
}
