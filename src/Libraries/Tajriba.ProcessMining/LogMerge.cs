namespace Tajriba.ProcessMining;

/// <summary>Merges a small log into a large one by copying runs of cases that are not touched.</summary>
internal static class LogMerge
{
    public static EventLog Later(EventLog log, EventLog added)
    {
        (StringTable activities, _) = Extend(log.Activities, added.Activities);
        int fresh = 0;
        for (int c = 0; c < added.CaseCount; c++)
        {
            fresh += log.CaseIds.IndexOf(added.CaseIds.Utf8(c)) < 0 ? 1 : 0;
        }

        return new EventLog(log, added, activities, fresh);
    }

    public static EventLogData Merge(EventLog log, EventLog added)
    {
        (StringTable activities, int[] activityMap) = Extend(log.Activities, added.Activities);
        (StringTable caseIds, int[] caseMap) = Extend(log.CaseIds, added.CaseIds);
        int[] addedOf = new int[caseIds.Count];
        Array.Fill(addedOf, -1);
        for (int c = 0; c < caseMap.Length; c++)
        {
            addedOf[caseMap[c]] = c;
        }

        int n = log.EventCount + added.EventCount;
        int[] offsets = new int[caseIds.Count + 1];

        // Per new event: its index in the old log, or the complement of its index in the added one.
        var plan = new Plan(log, added, addedOf, offsets);
        int[] codes = new int[n];
        long[] times = new long[n];
        plan.Copy(log.ActivityCodes, added.ActivityCodes, codes, activityMap);
        plan.Copy(log.Times, added.Times, times);
        return new EventLogData
        {
            Activities = activities,
            CaseIds = caseIds,
            CaseOffsets = offsets,
            ActivityCodes = codes,
            Times = times,
            EventKeys = log.HasEventKeys || added.HasEventKeys ? new LateColumn<long>(n, () => Keys(log, added, plan, n)) : LateColumn<long>.None,
            Columns = Columns(log, added, plan, caseMap, caseIds.Count, n),
            SourceColumns = [.. log.SourceColumns.Union(added.SourceColumns, StringComparer.Ordinal)],
            SourceInTimeOrder = log.SourceInTimeOrder && added.SourceInTimeOrder,
        };
    }

    /// <summary>Keys and attributes are copied when first read: whoever redraws a map after an append needs neither.</summary>
    private static Column<long> Keys(EventLog log, EventLog added, Plan plan, int n)
    {
        long[] keys = new long[n];
        plan.Copy(log.HasEventKeys ? log.EventKeys : new long[log.EventCount], added.HasEventKeys ? added.EventKeys : new long[added.EventCount], keys);
        return keys;
    }

    internal static (StringTable Table, int[] Map) Extend(StringTable known, StringTable more)
    {
        int[] map = new int[more.Count];
        var fresh = new List<int>();
        for (int i = 0; i < map.Length; i++)
        {
            map[i] = known.IndexOf(more.Utf8(i));
            if (map[i] < 0)
            {
                map[i] = known.Count + fresh.Count;
                fresh.Add(i);
            }
        }

        if (fresh.Count == 0)
        {
            return (known, map);
        }

        StringTable picked = StringTable.Pick(more, fresh);
        byte[] bytes = [.. known.Bytes, .. picked.Bytes];
        int[] offsets = new int[known.Count + fresh.Count + 1];
        known.Offsets.CopyTo(offsets);
        for (int i = 0; i < fresh.Count; i++)
        {
            offsets[known.Count + i + 1] = known.Bytes.Length + picked.Offsets[i + 1];
        }

        return (new StringTable(bytes, offsets, default), map);
    }

    private static List<AttributeColumn> Columns(EventLog log, EventLog added, Plan plan, int[] caseMap, int cases, int events)
    {
        var columns = new List<AttributeColumn>();
        foreach (AttributeColumn old in log.Columns)
        {
            AttributeColumn? more = added.Column(old.Name);
            columns.Add(more is null
                ? Join(old, Missing(old, added), plan, caseMap, cases, events)
                : Join(old, more, plan, caseMap, cases, events));
        }

        foreach (AttributeColumn more in added.Columns.Where(c => log.Column(c.Name) is null))
        {
            columns.Add(Join(Missing(more, log), more, plan, caseMap, cases, events));
        }

        return columns;
    }

    private static AttributeColumn Missing(AttributeColumn like, EventLog log)
    {
        int length = like.Level == AttributeLevel.Event ? log.EventCount : log.CaseCount;
        return new AttributeColumn(like.Name, like.Level, like.Type, StringTable.Empty, new LateColumn<int>(length, () =>
        {
            int[] none = new int[length];
            Array.Fill(none, -1);
            return none;
        }));
    }

    private static AttributeColumn Join(AttributeColumn old, AttributeColumn more, Plan plan, int[] caseMap, int cases, int events)
    {
        if (old.Level != more.Level)
        {
            throw new ArgumentException($"The column '{old.Name}' belongs to {old.Level} in one log and to {more.Level} in the other.", nameof(more));
        }

        (StringTable values, int[] map) = Extend(old.Values, more.Values);
        AttributeType type = old.Type == more.Type ? old.Type : AttributeType.Text;
        LateColumn<int> codes = old.Level == AttributeLevel.Event
            ? new LateColumn<int>(events, () => OfEvents(old, more, plan, map, events))
            : new LateColumn<int>(cases, () => OfCases(old, more, caseMap, map, cases));
        return new AttributeColumn(old.Name, old.Level, type, values, codes);
    }

    private static Column<int> OfEvents(AttributeColumn old, AttributeColumn more, Plan plan, int[] map, int events)
    {
        int[] codes = new int[events];
        plan.Copy(old.Codes, more.Codes, codes, map);
        return codes;
    }

    private static Column<int> OfCases(AttributeColumn old, AttributeColumn more, int[] caseMap, int[] map, int cases)
    {
        int[] ofCase = new int[cases];
        Array.Fill(ofCase, -1);
        old.Codes.CopyTo(ofCase);
        for (int c = 0; c < caseMap.Length; c++)
        {
            if (ofCase[caseMap[c]] < 0 && more.Codes[c] >= 0)
            {
                ofCase[caseMap[c]] = map[more.Codes[c]];
            }
        }

        return ofCase;
    }

    /// <summary>Where each event of the merged log comes from, as runs.</summary>
    internal sealed class Plan
    {
        private readonly List<(int To, int From, int Length, bool Added)> _runs = [];

        public Plan(EventLog log, EventLog added, int[] addedOf, int[] offsets)
        {
            int at = 0;
            int copied = 0;
            for (int c = 0; c < addedOf.Length; c++)
            {
                bool known = c < log.CaseCount;
                int start = known ? log.CaseOffsets[c] : log.EventCount;
                int end = known ? log.CaseOffsets[c + 1] : log.EventCount;
                if (addedOf[c] >= 0)
                {
                    Run(ref at, copied, start - copied, added: false);
                    MergeCase(log, added, start, end, addedOf[c], ref at);
                    copied = end;
                    offsets[c + 1] = at;
                }
                else
                {
                    offsets[c + 1] = at + end - copied;
                }
            }

            Run(ref at, copied, log.EventCount - copied, added: false);
        }

        public void Copy<T>(ReadOnlySpan<T> old, ReadOnlySpan<T> more, T[] to)
        {
            foreach ((int target, int from, int length, bool added) in _runs)
            {
                (added ? more : old).Slice(from, length).CopyTo(to.AsSpan(target));
            }
        }

        public void Copy(ReadOnlySpan<int> old, ReadOnlySpan<int> more, int[] to, int[] map)
        {
            Copy(old, more, to);
            foreach ((int target, int _, int length, bool added) in _runs)
            {
                for (int i = target; added && i < target + length; i++)
                {
                    to[i] = to[i] < 0 ? -1 : map[to[i]];
                }
            }
        }

        private void MergeCase(EventLog log, EventLog added, int start, int end, int addedCase, ref int at)
        {
            int i = start;
            for (int j = added.CaseOffsets[addedCase]; j < added.CaseOffsets[addedCase + 1]; j++)
            {
                int from = i;
                while (i < end && !Before(added, j, log, i))
                {
                    i++;
                }

                Run(ref at, from, i - from, added: false);
                Run(ref at, j, 1, added: true);
            }

            Run(ref at, i, end - i, added: false);
        }

        internal static bool Before(EventLog added, int j, EventLog log, int i)
        {
            long x = added.Times[j];
            long y = log.Times[i];
            return x < y || (x == y && added.HasEventKeys && log.HasEventKeys && added.EventKeys[j] < log.EventKeys[i]);
        }

        private void Run(ref int at, int from, int length, bool added)
        {
            if (length > 0)
            {
                _runs.Add((at, from, length, added));
                at += length;
            }
        }
    }
}
