using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>Copies runs of events of a log into a log of their own.</summary>
internal static class Materializer
{
    public static EventLog Copy(LogView view) => Copy(view, numbered: view.HasPieces, always: false);

    /// <summary>The same with every case numbered, also one that is the only one of its name.</summary>
    public static EventLog Numbered(LogView view) => Copy(view, numbered: true, always: true);

    private static EventLog Copy(LogView view, bool numbered, bool always)
    {
        int n = view.CaseCount;
        int[] events = new int[view.EventCount];
        int[] offsets = new int[n + 1];
        int[] cases = new int[n];
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        int at = 0;
        for (int i = 0; i < n; i++)
        {
            cases[i] = view.CaseAt(i);
            for (int p = starts[i]; p < ends[i]; p++)
            {
                events[at++] = view.EventAt(p);
            }

            offsets[i + 1] = at;
        }

        return Copy(view.Log, offsets, cases, events, numbered, always);
    }

    /// <summary>A log whose case i is made of events[offsets[i]..offsets[i+1]] of the source and belongs to its case cases[i].</summary>
    private static EventLog Copy(EventLog log, int[] offsets, int[] cases, int[] events, bool numbered, bool always)
    {
        EventLogData data = log.Data;
        return new EventLog(new EventLogData
        {
            Activities = log.Activities,
            CaseIds = numbered ? Numbered(log.CaseIds, cases, log.CaseCount, always) : StringTable.Pick(log.CaseIds, cases),
            CaseOffsets = offsets,
            ActivityCodes = Pick(log.ActivityCodes, events),
            Times = Pick(log.Times, events),
            EventKeys = log.HasEventKeys ? Pick(log.EventKeys, events) : LateColumn<long>.None,
            Columns = [.. log.Columns.Select(c => new AttributeColumn(c.Name, c.Level, c.Type, c.Values, Pick(c.Codes, c.Level == AttributeLevel.Event ? events : cases)))],
            SourceColumns = data.SourceColumns,
            SourceInTimeOrder = log.SourceInTimeOrder,
        });
    }

    private static T[] Pick<T>(ReadOnlySpan<T> values, int[] at)
    {
        T[] to = GC.AllocateUninitializedArray<T>(at.Length);
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = values[at[i]];
        }

        return to;
    }

    private static StringTable Numbered(StringTable names, int[] cases, int caseCount, bool always)
    {
        int[] total = new int[caseCount];
        foreach (int c in cases)
        {
            total[c]++;
        }

        int[] next = new int[caseCount];
        int[] offsets = new int[cases.Length + 1];
        var bytes = new List<byte>();
        Span<byte> digits = stackalloc byte[12];
        for (int i = 0; i < cases.Length; i++)
        {
            int c = cases[i];
            bytes.AddRange(names.Utf8(c));
            if (always || total[c] > 1)
            {
                bytes.Add((byte)'#');
                (++next[c]).TryFormat(digits, out int length);
                bytes.AddRange(digits[..length]);
            }

            offsets[i + 1] = bytes.Count;
        }

        return new StringTable(bytes.ToArray(), offsets, default);
    }
}
