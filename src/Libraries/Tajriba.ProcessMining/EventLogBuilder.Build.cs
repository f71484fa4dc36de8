using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

public sealed partial class EventLogBuilder
{
    /// <summary>Orders the events by case and time (stably) and gives the log. Cases without events are left out.</summary>
    public EventLog Build()
    {
        int n = _times.Count;
        NewRun(-1);
        var runs = new CaseRuns(_runCases.Release().Span, _runLengths.Release().Span);
        int[] offsets = CountCases(runs, out bool grouped);
        EventLogData data;
        if (_keys.Count > 0)
        {
            _keys.PadTo(n, 0);
        }

        if (grouped && InOrder(offsets))
        {
            data = new EventLogData
            {
                Activities = _activityNames.ToTable(),
                CaseIds = _caseNames.ToTable(),
                CaseOffsets = offsets,
                ActivityCodes = _activities.Release(),
                Times = _times.Release(),
                Columns = [.. _columns.Select(c => Finish(c, n, offsets.Length - 1, null))],
                SourceColumns = _sourceColumns,
                SourceInTimeOrder = true,
            };
        }
        else
        {
            data = Sorted(offsets, runs);
        }

        Reset();
        return new EventLog(DropEmptyCases(data));
    }

    private void Reset()
    {
        _lastCase = -1;
        _runLength = 0;
        _expected = 0;
        _columns = [];
        _columnIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        _caseNames = new Utf8Interner();
        _activityNames = new Utf8Interner();
        _sourceColumns = null;
    }

    [MethodImpl(Compile.AtOnce)]
    private int[] CountCases(in CaseRuns runs, out bool grouped)
    {
        int[] offsets = new int[_caseNames.Count + 1];
        Span<int> counts = offsets.AsSpan(1);
        int last = -1;
        grouped = true;
        for (int r = 0; r < runs.Count; r++)
        {
            int code = runs.Cases[r];
            counts[code] += runs.Lengths[r];
            grouped &= code >= last;
            last = code;
        }

        for (int i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        return offsets;
    }

    [MethodImpl(Compile.AtOnce)]
    private bool InOrder(int[] offsets)
    {
        if (_keys.Count > 0)
        {
            return false;
        }

        int caseIndex = 0;
        int end = offsets.Length > 1 ? offsets[1] : 0;
        long last = long.MinValue;
        int at = 0;
        for (int c = 0; c < _times.ChunkCount; c++)
        {
            foreach (long time in _times.Chunk(c))
            {
                if (at == end)
                {
                    while (at == end)
                    {
                        end = offsets[++caseIndex + 1];
                    }
                }
                else if (time < last)
                {
                    return false;
                }

                last = time;
                at++;
            }
        }

        return true;
    }

    private EventLogData Sorted(int[] offsets, in CaseRuns runs)
    {
        bool plain = _keys.Count == 0 && _columns.TrueForAll(c => c.Level == AttributeLevel.Case || c.Codes.Count == 0);
        int n = _times.Count;
        var rows = new EventRows(n, withSource: !plain);
        ReadOnlySpan<long> keys = _keys.Release().Span;
        bool ordered = CaseGrouping.Group(runs, offsets, _activities.Release().Span, _times.Release().Span, keys, rows);
        return new EventLogData
        {
            Activities = _activityNames.ToTable(),
            CaseIds = _caseNames.ToTable(),
            CaseOffsets = offsets,
            ActivityCodes = rows.Activities,
            Times = rows.Times,
            EventKeys = rows.Source is null || keys.Length == 0 ? LateColumn<long>.None : Gather(keys, rows.Source),
            Columns = [.. _columns.Select(c => Finish(c, n, offsets.Length - 1, rows.Source))],
            SourceColumns = _sourceColumns,
            SourceInTimeOrder = ordered,
        };
    }

    private static AttributeColumn Finish(ColumnBuilder column, int events, int cases, int[]? source)
    {
        column.Codes.PadTo(column.Level == AttributeLevel.Event ? events : cases, -1);
        Column<int> codes = column.Codes.Release();
        if (source is not null && column.Level == AttributeLevel.Event)
        {
            codes = Gather(codes.Span, source);
        }

        return new AttributeColumn(column.Name, column.Level, column.Type, column.Values.ToTable(), codes);
    }

    [MethodImpl(Compile.AtOnce)]
    private static T[] Gather<T>(ReadOnlySpan<T> values, int[] source) where T : unmanaged
    {
        T[] to = Column<T>.Room(source.Length);
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = values[source[i]];
        }

        return to;
    }

    private static EventLogData DropEmptyCases(EventLogData data)
    {
        ReadOnlySpan<int> offsets = data.CaseOffsets.Span;
        var kept = new List<int>();
        bool any = false;
        for (int i = 0; i + 1 < offsets.Length; i++)
        {
            if (offsets[i] == offsets[i + 1])
            {
                any = true;
                break;
            }
        }

        if (!any)
        {
            return data;
        }

        var newOffsets = new List<int> { 0 };
        for (int i = 0; i + 1 < offsets.Length; i++)
        {
            if (offsets[i] < offsets[i + 1])
            {
                kept.Add(i);
                newOffsets.Add(offsets[i + 1]);
            }
        }

        return data with
        {
            CaseOffsets = newOffsets.ToArray(),
            CaseIds = StringTable.Pick(data.CaseIds, kept),
            Columns = [.. data.Columns.Select(c => c.Level == AttributeLevel.Event
                ? c
                : new AttributeColumn(c.Name, c.Level, c.Type, c.Values, kept.Select(i => c.Codes[i]).ToArray()))],
        };
    }
}
