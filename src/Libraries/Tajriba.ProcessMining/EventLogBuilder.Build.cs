namespace Tajriba.ProcessMining;

public sealed partial class EventLogBuilder
{
    /// <summary>Orders the events by case and time (stably) and gives the log. Cases without events are left out.</summary>
    public EventLog Build()
    {
        int n = _times.Count;
        int[] offsets = CountCases(out bool grouped);
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
                ActivityCodes = _activities.ToArrayAndRelease(),
                Times = _times.ToArrayAndRelease(),
                EventKeys = _keys.ToArrayAndRelease(),
                Columns = [.. _columns.Select(c => Finish(c, n, offsets.Length - 1, null))],
                SourceColumns = _sourceColumns,
                SourceInTimeOrder = true,
            };
        }
        else
        {
            data = Sorted(offsets);
        }

        _cases.ToArrayAndRelease();
        Reset();
        return new EventLog(DropEmptyCases(data));
    }

    private void Reset()
    {
        _columns = [];
        _columnIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        _caseNames = new Utf8Interner();
        _activityNames = new Utf8Interner();
        _sourceColumns = null;
    }

    private int[] CountCases(out bool grouped)
    {
        int[] offsets = new int[_caseNames.Count + 1];
        Span<int> counts = offsets.AsSpan(1);
        int last = -1;
        grouped = true;
        for (int c = 0; c < _cases.ChunkCount; c++)
        {
            foreach (int code in _cases.Chunk(c))
            {
                counts[code]++;
                grouped &= code >= last;
                last = code;
            }
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

    private EventLogData Sorted(int[] offsets)
    {
        int n = _times.Count;
        bool plain = _keys.Count == 0 && _columns.TrueForAll(c => c.Level == AttributeLevel.Case || c.Codes.Count == 0);
        int[] activities = GC.AllocateUninitializedArray<int>(n);
        long[] times = GC.AllocateUninitializedArray<long>(n);
        int[]? source = plain ? null : GC.AllocateUninitializedArray<int>(n);
        int[] cursor = offsets.AsSpan(0, Math.Max(0, offsets.Length - 1)).ToArray();
        int at = 0;
        for (int c = 0; c < _cases.ChunkCount; c++)
        {
            ReadOnlySpan<int> caseChunk = _cases.Chunk(c);
            ReadOnlySpan<int> activityChunk = _activities.Chunk(c);
            ReadOnlySpan<long> timeChunk = _times.Chunk(c);
            for (int i = 0; i < caseChunk.Length; i++)
            {
                int to = cursor[caseChunk[i]]++;
                activities[to] = activityChunk[i];
                times[to] = timeChunk[i];
                if (source is not null)
                {
                    source[to] = at + i;
                }
            }

            at += caseChunk.Length;
        }

        _activities.ToArrayAndRelease();
        _times.ToArrayAndRelease();
        long[] keys = _keys.ToArrayAndRelease();
        bool ordered = CaseOrder.Sort(offsets, times, activities, source, keys);
        return new EventLogData
        {
            Activities = _activityNames.ToTable(),
            CaseIds = _caseNames.ToTable(),
            CaseOffsets = offsets,
            ActivityCodes = activities,
            Times = times,
            EventKeys = source is null || keys.Length == 0 ? keys : Gather(keys, source),
            Columns = [.. _columns.Select(c => Finish(c, n, offsets.Length - 1, source))],
            SourceColumns = _sourceColumns,
            SourceInTimeOrder = ordered,
        };
    }

    private static AttributeColumn Finish(ColumnBuilder column, int events, int cases, int[]? source)
    {
        column.Codes.PadTo(column.Level == AttributeLevel.Event ? events : cases, -1);
        int[] codes = column.Codes.ToArrayAndRelease();
        if (source is not null && column.Level == AttributeLevel.Event)
        {
            codes = Gather(codes, source);
        }

        return new AttributeColumn(column.Name, column.Level, column.Type, column.Values.ToTable(), codes);
    }

    private static T[] Gather<T>(T[] values, int[] source)
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
}
