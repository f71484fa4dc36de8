namespace Tajriba.ProcessMining;

/// <summary>
/// An immutable event log in columns. Events stand case by case (cases by first appearance in the source), within a case by
/// time; events of equal time keep their order of arrival, or the order of their keys where the log has keys.
/// Safe for concurrent readers.
/// </summary>
public sealed partial class EventLog
{
    private readonly Lazy<EventLogData> _data;
    private readonly Lazy<IReadOnlyList<string>> _sourceColumns;
    private readonly Lazy<DirectlyFollowsGraph> _graph;
    private readonly (EventLog Whole, EventLog Added)? _parts;

    internal EventLog(EventLogData data)
    {
        _data = new Lazy<EventLogData>(data);
        EventCount = data.ActivityCodes.Length;
        CaseCount = data.CaseOffsets.Length - 1;
        Activities = data.Activities;
        _sourceColumns = new Lazy<IReadOnlyList<string>>(() => data.SourceColumns ?? DefaultColumns(data));
        SourceInTimeOrder = data.SourceInTimeOrder;
        _graph = new Lazy<DirectlyFollowsGraph>(() => data.Graph?.Invoke() ?? DirectlyFollowsGraph.Of(All()));
    }

    /// <summary>A large log with a small one merged in, put together only when its columns are asked for.</summary>
    internal EventLog(EventLog whole, EventLog added, StringTable activities, int newCases)
    {
        _data = new Lazy<EventLogData>(() => LogMerge.Merge(whole, added));
        _graph = new Lazy<DirectlyFollowsGraph>(() => DirectlyFollowsGraph.Patched(whole, added, activities));
        _sourceColumns = new Lazy<IReadOnlyList<string>>(() => [.. whole.SourceColumns.Union(added.SourceColumns, StringComparer.Ordinal)]);
        EventCount = whole.EventCount + added.EventCount;
        CaseCount = whole.CaseCount + newCases;
        Activities = activities;
        SourceInTimeOrder = whole.SourceInTimeOrder && added.SourceInTimeOrder;
        _parts = (whole, added);
    }

    /// <summary>The log without events.</summary>
    public static EventLog Empty { get; } = new EventLogBuilder().Build();

    /// <summary>Number of events.</summary>
    public int EventCount { get; }

    /// <summary>Number of cases; every case has at least one event.</summary>
    public int CaseCount { get; }

    /// <summary>The names of the activities; a position is the code used in <see cref="ActivityCodes"/>.</summary>
    public StringTable Activities { get; }

    /// <summary>The name of each case.</summary>
    public StringTable CaseIds => _data.Value.CaseIds;

    /// <summary>Where each case begins in the event columns; one entry more than there are cases.</summary>
    public ReadOnlySpan<int> CaseOffsets => _data.Value.CaseOffsets.Span;

    /// <summary>The activity of each event.</summary>
    public ReadOnlySpan<int> ActivityCodes => _data.Value.ActivityCodes.Span;

    /// <summary>The time of each event: microseconds since 1970-01-01T00:00:00Z.</summary>
    public ReadOnlySpan<long> Times => _data.Value.Times.Span;

    /// <summary>Whether the events carry keys.</summary>
    public bool HasEventKeys => _data.Value.EventKeys.Length > 0;

    /// <summary>A number per event given by the source (a position in another log, for instance); empty when the log has none.</summary>
    public ReadOnlySpan<long> EventKeys => _data.Value.EventKeys.Span;

    /// <summary>The attribute columns besides case, activity and time, in order of first appearance.</summary>
    public IReadOnlyList<AttributeColumn> Columns => _data.Value.Columns;

    /// <summary>Every column of the source by name, with those of case, activity and time, in order of first appearance.</summary>
    public IReadOnlyList<string> SourceColumns => _sourceColumns.Value;

    /// <summary>Whether each case's events already stood in time order in the source.</summary>
    public bool SourceInTimeOrder { get; }

    internal EventLogData Data => _data.Value;

    /// <summary>The directly-follows graph of the whole log, counted once.</summary>
    internal DirectlyFollowsGraph Graph => _graph.Value;

    /// <summary>The two logs that this one is to be put together from, while it has not been.</summary>
    internal (EventLog Whole, EventLog Added)? Parts => _data.IsValueCreated ? null : _parts;

    /// <summary>The column of a name, or null.</summary>
    public AttributeColumn? Column(string name)
    {
        foreach (AttributeColumn column in Columns)
        {
            if (column.Name == name)
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>The whole log as a view.</summary>
    public LogView All() => LogView.Of(this);

    /// <summary>The part of the log that passes every filter, applied in the order given.</summary>
    public LogView Where(params ReadOnlySpan<LogFilter> filters) => All().Where(filters);

    private static IReadOnlyList<string> DefaultColumns(EventLogData data) =>
        ["case:concept:name", "concept:name", "time:timestamp", .. data.Columns.Select(c => c.Name)];
}
