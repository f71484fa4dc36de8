namespace Tajriba.ProcessMining;

/// <summary>Filters on the activity, the case or an attribute column; text is compared once per distinct value.</summary>
internal static class AttributeFilter
{
    public static LogView Apply(LogView view, LogFilter.EventAttributeValues filter)
    {
        EventLog log = view.Log;
        if (filter.Attribute is "activity" or "concept:name" or "Activity" && log.Column(filter.Attribute) is null)
        {
            bool[] wanted = FilterEngine.Mark(log.Activities, filter.Values);
            return filter.Level == FilterLevel.Event
                ? KeepEvents(view, view.ActivityCodes, wanted, filter.Not, byPosition: true)
                : KeepCases(view, view.ActivityCodes, wanted, filter.Not, byPosition: true);
        }

        if (filter.Attribute is "case:concept:name" or "case")
        {
            return view.Where(new LogFilter.Cases(filter.Values, filter.Not));
        }

        AttributeColumn column = Find(log, filter.Attribute);
        bool[] marks = FilterEngine.Mark(column.Values, filter.Values);
        if (column.Level == AttributeLevel.Case)
        {
            bool[] keep = new bool[view.CaseCount];
            ReadOnlySpan<int> codes = column.Codes;
            for (int i = 0; i < keep.Length; i++)
            {
                int code = codes[view.CaseAt(i)];
                keep[i] = (code >= 0 && marks[code]) != filter.Not;
            }

            return view.Pick(keep);
        }

        return filter.Level == FilterLevel.Event
            ? KeepEvents(view, column.Codes, marks, filter.Not, byPosition: view.HasAllEvents)
            : KeepCases(view, column.Codes, marks, filter.Not, byPosition: view.HasAllEvents);
    }

    private static AttributeColumn Find(EventLog log, string name) =>
        log.Column(name)
        ?? log.Column(EventLogBuilder.CasePrefix + name)
        ?? name switch
        {
            "org:resource" => log.Column("resource"),
            "lifecycle:transition" => log.Column("lifecycle"),
            "resource" => log.Column("org:resource"),
            "lifecycle" => log.Column("lifecycle:transition"),
            _ => null,
        }
        ?? throw new ArgumentException($"The log has no attribute '{name}'.", nameof(name));

    private static LogView KeepEvents(LogView view, ReadOnlySpan<int> codes, bool[] marks, bool not, bool byPosition)
    {
        ulong[] bits = EventSelection.Bits(view);
        int n = view.ActivityCodesLength;
        for (int w = 0; w < bits.Length; w++)
        {
            ulong word = 0;
            int first = w << 6;
            int length = Math.Min(64, n - first);
            if (byPosition)
            {
                ReadOnlySpan<int> part = codes.Slice(first, length);
                for (int i = 0; i < part.Length; i++)
                {
                    word |= Bit(part[i], marks) << i;
                }
            }
            else
            {
                for (int i = 0; i < length; i++)
                {
                    word |= Bit(codes[view.EventAt(first + i)], marks) << i;
                }
            }

            bits[w] = not ? ~word : word;
        }

        return EventSelection.Keep(view, bits);
    }

    private static ulong Bit(int code, bool[] marks) => code >= 0 && marks[code] ? 1UL : 0;

    private static LogView KeepCases(LogView view, ReadOnlySpan<int> codes, bool[] marks, bool not, bool byPosition)
    {
        bool[] keep = new bool[view.CaseCount];
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        for (int i = 0; i < keep.Length; i++)
        {
            bool any = false;
            for (int p = starts[i]; p < ends[i] && !any; p++)
            {
                int code = codes[byPosition ? p : view.EventAt(p)];
                any = code >= 0 && marks[code];
            }

            keep[i] = any != not;
        }

        return view.Pick(keep);
    }
}
