namespace Tajriba.ProcessMining;

public sealed partial class EventLog
{
    /// <summary>
    /// A log with the builder's events merged in, late ones in their place; among equal times the new ones come last (or by key).
    /// Cases, activities and columns are matched by name; new ones follow the known ones. The builder is emptied.
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
        return events.EventCount == 0 ? this : EventCount == 0 ? events : LogMerge.Merge(this, events);
    }
}
