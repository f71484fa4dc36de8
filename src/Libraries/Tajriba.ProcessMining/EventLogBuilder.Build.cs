using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tajriba.ProcessMining;

public sealed partial class EventLogBuilder
{
    /// <summary>Orders the events by case and time (stably) and gives the log. Cases without events are left out.</summary>
    public EventLog Build()
    {
        int n = _times.Count;
        var runs = new Runs(_runCases.Release(), _runStarts.Release(), n);
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
                EventKeys = default,
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
        _runCases.Release();
        _runStarts.Release();
        _lastCase = -1;
        _columns = [];
        _columnIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        _caseNames = new Utf8Interner();
        _activityNames = new Utf8Interner();
        _sourceColumns = null;
    }

    private int[] CountCases(in Runs runs, out bool grouped)
    {
        int[] offsets = new int[_caseNames.Count + 1];
        Span<int> counts = offsets.AsSpan(1);
        int last = -1;
        grouped = true;
        for (int r = 0; r < runs.Cases.Length; r++)
        {
            int code = runs.Cases[r];
            counts[code] += runs.End(r) - runs.Starts[r];
            grouped &= code > last;
            last = code;
        }

        for (int i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        return offsets;
    }

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

    private EventLogData Sorted(int[] offsets, in Runs runs)
    {
        int n = _times.Count;
        bool plain = _keys.Count == 0 && _columns.TrueForAll(c => c.Level == AttributeLevel.Case || c.Codes.Count == 0);
        int[] activities = GC.AllocateUninitializedArray<int>(n);
        long[] times = GC.AllocateUninitializedArray<long>(n);
        int[]? source = plain ? null : GC.AllocateUninitializedArray<int>(n);
        int[] cursor = offsets.AsSpan(0, Math.Max(0, offsets.Length - 1)).ToArray();
        ReadOnlySpan<int> oldActivities = _activities.Release().Span;
        ReadOnlySpan<long> oldTimes = _times.Release().Span;
        const int ahead = 16;
        for (int r = 0; r < runs.Cases.Length; r++)
        {
            if (r + ahead < runs.Cases.Length)
            {
                Prefetch(activities, times, cursor[runs.Cases[r + ahead]]);
            }

            ref int to = ref cursor[runs.Cases[r]];
            int end = runs.End(r);
            for (int i = runs.Starts[r]; i < end; i++)
            {
                activities[to] = oldActivities[i];
                times[to] = oldTimes[i];
                if (source is not null)
                {
                    source[to] = i;
                }

                to++;
            }
        }

        ReadOnlySpan<long> keys = _keys.Release().Span;
        bool ordered = CaseOrder.Sort(offsets, times, activities, source, keys);
        return new EventLogData
        {
            Activities = _activityNames.ToTable(),
            CaseIds = _caseNames.ToTable(),
            CaseOffsets = offsets,
            ActivityCodes = activities,
            Times = times,
            EventKeys = source is null || keys.Length == 0 ? [] : Gather(keys, source),
            Columns = [.. _columns.Select(c => Finish(c, n, offsets.Length - 1, source))],
            SourceColumns = _sourceColumns,
            SourceInTimeOrder = ordered,
        };
    }

    private static unsafe void Prefetch(int[] activities, long[] times, int at)
    {
        if (Sse.IsSupported && (uint)at < (uint)times.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref activities[at]));
            Sse.Prefetch0(Unsafe.AsPointer(ref times[at]));
        }
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

    private static T[] Gather<T>(ReadOnlySpan<T> values, int[] source)
    {
        T[] to = GC.AllocateUninitializedArray<T>(source.Length);
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

    /// <summary>Neighbouring events of one case as runs.</summary>
    private readonly ref struct Runs(Column<int> cases, Column<int> starts, int events)
    {
        public ReadOnlySpan<int> Cases { get; } = cases.Span;

        public ReadOnlySpan<int> Starts { get; } = starts.Span;

        public int End(int run) => run + 1 < Starts.Length ? Starts[run + 1] : events;
    }
}
