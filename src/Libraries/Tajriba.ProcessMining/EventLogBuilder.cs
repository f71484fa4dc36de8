using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>
/// Collects events in any order and builds an <see cref="EventLog"/>. Cases, activities and attribute values are coded by first
/// appearance. Not safe for concurrent use; after <see cref="Build"/> the builder is empty and can be used anew.
/// </summary>
public sealed partial class EventLogBuilder
{
    /// <summary>The prefix of the names of case-level columns.</summary>
    public const string CasePrefix = "case:";

    private readonly ChunkedList<int> _runCases = new();
    private readonly ChunkedList<byte> _runLengths = new();
    private int _lastCase = -1;
    private int _runLength;
    private int _expected;
    private readonly ChunkedList<int> _activities = new();
    private readonly ChunkedList<long> _times = new();
    private readonly ChunkedList<long> _keys = new();
    private List<ColumnBuilder> _columns = [];
    private Dictionary<string, int> _columnIndex = new(StringComparer.Ordinal);
    private Utf8Interner _caseNames = new();
    private Utf8Interner _activityNames = new();
    private List<string>? _sourceColumns;

    /// <summary>Events added so far.</summary>
    public int EventCount => _times.Count;

    /// <summary>How often an event was of another case than the one before it.</summary>
    internal int RunCount => _runCases.Count;

    /// <summary>Cases named so far.</summary>
    public int CaseCount => _caseNames.Count;

    /// <summary>Foretells about how many events there will be, so that room for them is taken at one go. Memory that is not needed is not touched.</summary>
    public void Expect(int events)
    {
        _expected = events;
        _activities.Expect(events);
        _times.Expect(events);
        foreach (ColumnBuilder column in _columns)
        {
            Expect(column);
        }
    }

    /// <summary>Starts from the activities of another log, so that codes agree with it.</summary>
    public static EventLogBuilder Like(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var builder = new EventLogBuilder { _activityNames = new Utf8Interner(log.Activities) };
        foreach (AttributeColumn column in log.Columns)
        {
            builder.Column(column.Name, column.Level, column.Type);
        }

        return builder;
    }

    /// <summary>The code of a case, made when new.</summary>
    public int Case(string id) => _caseNames.Intern(id);

    /// <inheritdoc cref="Case(string)"/>
    public int Case(ReadOnlySpan<byte> id) => _caseNames.Intern(id);

    internal void PrefetchCase(ReadOnlySpan<byte> id) => _caseNames.Prefetch(id);

    /// <summary>The code of an activity, made when new.</summary>
    public int Activity(string name) => _activityNames.Intern(name);

    /// <inheritdoc cref="Activity(string)"/>
    public int Activity(ReadOnlySpan<byte> name) => _activityNames.Intern(name);

    /// <summary>The index of a column, declared when new.</summary>
    /// <param name="name">Its name; case-level names get the prefix <c>case:</c> when they lack it.</param>
    /// <param name="level">Event or case.</param>
    /// <param name="type">The declared type; a column that is declared with two types becomes text.</param>
    public int Column(string name, AttributeLevel level = AttributeLevel.Event, AttributeType type = AttributeType.Text)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (level == AttributeLevel.Case && !name.StartsWith(CasePrefix, StringComparison.Ordinal))
        {
            name = CasePrefix + name;
        }

        if (_columnIndex.TryGetValue(name, out int index))
        {
            ColumnBuilder known = _columns[index];
            if (known.Level != level)
            {
                throw new ArgumentException($"The column '{name}' is declared for events and for cases.", nameof(level));
            }

            if (known.Type != type)
            {
                known.Type = AttributeType.Text;
            }

            return index;
        }

        _columns.Add(new ColumnBuilder(name, level, type));
        Expect(_columns[^1]);
        _columnIndex.Add(name, _columns.Count - 1);
        return _columns.Count - 1;
    }

    /// <summary>The level a column was declared with.</summary>
    public AttributeLevel LevelOf(int column) => _columns[column].Level;

    /// <summary>The code of a value in a column, made when new.</summary>
    public int Value(int column, string value) => _columns[column].Values.Intern(value);

    /// <inheritdoc cref="Value(int, string)"/>
    public int Value(int column, ReadOnlySpan<byte> value) => _columns[column].Values.Intern(value);

    /// <summary>Adds an event.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="time">Microseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="attributes">Event attributes; those with a null value are left out.</param>
    public void Add(string caseId, string activity, long time, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        AddCoded(Case(caseId), Activity(activity), time);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                int column = Column(name);
                SetEvent(column, Value(column, value));
            }
        }
    }

    /// <summary>Adds an event whose names are UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> caseId, ReadOnlySpan<byte> activity, long time) => AddCoded(Case(caseId), Activity(activity), time);

    /// <summary>Adds an event by codes.</summary>
    /// <param name="caseCode">From <see cref="Case(string)"/>.</param>
    /// <param name="activityCode">From <see cref="Activity(string)"/>.</param>
    /// <param name="time">Microseconds since 1970-01-01T00:00:00Z.</param>
    [MethodImpl(Compile.AtOnce)]
    public void AddCoded(int caseCode, int activityCode, long time)
    {
        if (caseCode != _lastCase || _runLength == byte.MaxValue)
        {
            NewRun(caseCode);
        }

        _runLength++;
        _activities.Add(activityCode);
        _times.Add(time);
    }

    /// <summary>Adds an event by codes, with attributes and a key.</summary>
    /// <param name="caseCode">From <see cref="Case(string)"/>.</param>
    /// <param name="activityCode">From <see cref="Activity(string)"/>.</param>
    /// <param name="time">Microseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="attributeCodes">A code from <see cref="Value(int, string)"/> or -1 per column in order of declaration (case-level columns count, and are set on the case when not -1).</param>
    /// <param name="key">A number of the caller's; among events of equal time of one case it decides the order.</param>
    public void AddCoded(int caseCode, int activityCode, long time, ReadOnlySpan<int> attributeCodes, long key)
    {
        _keys.PadTo(_times.Count, 0);
        _keys.Add(key);
        AddCoded(caseCode, activityCode, time);
        for (int i = 0; i < attributeCodes.Length; i++)
        {
            if (attributeCodes[i] < 0)
            {
                continue;
            }

            if (_columns[i].Level == AttributeLevel.Case)
            {
                SetCase(caseCode, i, attributeCodes[i]);
            }
            else
            {
                SetEvent(i, attributeCodes[i]);
            }
        }
    }

    /// <summary>Sets an event-level attribute of the event added last.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void SetEvent(int column, int value)
    {
        ChunkedList<int> codes = _columns[column].Codes;
        int at = _times.Count - 1;
        if (codes.Count > at)
        {
            codes[at] = value;
            return;
        }

        codes.PadTo(at, -1);
        codes.Add(value);
    }

    /// <summary>Sets an attribute of a case; the first value given to a case stays.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void SetCase(int caseCode, int column, int value)
    {
        ChunkedList<int> codes = _columns[column].Codes;
        codes.PadTo(caseCode + 1, -1);
        if (codes[caseCode] < 0)
        {
            codes[caseCode] = value;
        }
    }

    /// <summary>Sets an attribute of a case by names.</summary>
    public void SetCase(string caseId, string name, string value)
    {
        int column = Column(name, AttributeLevel.Case);
        SetCase(Case(caseId), column, Value(column, value));
    }

    [MethodImpl(Compile.AtOnce)]
    private void NewRun(int caseCode)
    {
        if (_runLength > 0)
        {
            _runLengths.Add((byte)_runLength);
        }

        _runCases.Add(caseCode);
        _lastCase = caseCode;
        _runLength = 0;
    }

    private void Expect(ColumnBuilder column)
    {
        if (column.Level == AttributeLevel.Event)
        {
            column.Codes.Expect(_expected);
        }
    }

    /// <summary>Names the source's columns in their order, with those of case, activity and time, for <see cref="EventLog.SourceColumns"/>.</summary>
    public void NameSourceColumns(IEnumerable<string> names) => _sourceColumns = [.. names];

    private sealed class ColumnBuilder(string name, AttributeLevel level, AttributeType type)
    {
        public string Name { get; } = name;

        public AttributeLevel Level { get; } = level;

        public AttributeType Type { get; set; } = type;

        public Utf8Interner Values { get; } = new();

        public ChunkedList<int> Codes { get; } = new();
    }
}
