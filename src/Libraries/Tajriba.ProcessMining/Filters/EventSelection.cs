namespace Tajriba.ProcessMining;

/// <summary>Events chosen position by position; turned into a view without the cases that lose all of them.</summary>
internal sealed class EventSelection(LogView view)
{
    private readonly bool[] _marks = new bool[view.ActivityCodesLength];

    public void Mark(int position, bool keep) => _marks[position] = keep;

    public LogView ToView()
    {
        int total = 0;
        ReadOnlySpan<int> oldStarts = view.Starts;
        ReadOnlySpan<int> oldEnds = view.Ends;
        int n = 0;
        for (int i = 0; i < oldStarts.Length; i++)
        {
            int inside = _marks.AsSpan(oldStarts[i]..oldEnds[i]).Count(true);
            total += inside;
            n += inside > 0 ? 1 : 0;
        }

        int[] events = new int[total];
        int[] starts = new int[n];
        int[] ends = new int[n];
        int[] cases = new int[n];
        int at = 0;
        int c = 0;
        for (int i = 0; i < oldStarts.Length; i++)
        {
            int from = at;
            for (int p = oldStarts[i]; p < oldEnds[i]; p++)
            {
                if (_marks[p])
                {
                    events[at++] = view.EventAt(p);
                }
            }

            if (at > from)
            {
                starts[c] = from;
                ends[c] = at;
                cases[c++] = view.CaseAt(i);
            }
        }

        return view.WithEvents(starts, ends, cases, events);
    }
}
