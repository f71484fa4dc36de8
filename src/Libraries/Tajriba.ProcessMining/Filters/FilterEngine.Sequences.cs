namespace Tajriba.ProcessMining;

internal static partial class FilterEngine
{
    private static LogView Runs(LogView view, RunTest test, bool not)
    {
        bool[] keep = new bool[view.CaseCount];
        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<long> times = view.Times;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        for (int i = 0; i < keep.Length; i++)
        {
            keep[i] = test(codes[starts[i]..ends[i]], times[starts[i]..ends[i]]) != not;
        }

        return view.Pick(keep);
    }

    private static LogView DirectlyFollows(LogView view, LogFilter.DirectlyFollowsRelation filter)
    {
        int a = view.Log.Activities.IndexOf(filter.From);
        int b = view.Log.Activities.IndexOf(filter.To);
        return Runs(view, (codes, _) => Follows(codes, a, b), filter.Not);
    }

    private static bool Follows(ReadOnlySpan<int> codes, int a, int b)
    {
        for (int i = 1; i < codes.Length; i++)
        {
            if (codes[i] == b && codes[i - 1] == a)
            {
                return true;
            }
        }

        return false;
    }

    private static LogView PathsPerformance(LogView view, LogFilter.PathsPerformance filter)
    {
        int a = view.Log.Activities.IndexOf(filter.From);
        int b = view.Log.Activities.IndexOf(filter.To);
        return Runs(
            view,
            (codes, times) =>
            {
                for (int i = 1; i < codes.Length; i++)
                {
                    if (codes[i] == b && codes[i - 1] == a)
                    {
                        double seconds = (times[i] - times[i - 1]) / 1e6;
                        if (seconds >= filter.MinSeconds && seconds <= filter.MaxSeconds)
                        {
                            return true;
                        }
                    }
                }

                return false;
            },
            not: false);
    }

    private static LogView Rework(LogView view, LogFilter.ActivitiesRework filter)
    {
        int a = view.Log.Activities.IndexOf(filter.Activity);
        return Runs(view, (codes, _) => codes.Count(a) >= filter.Min, not: false);
    }

    private static LogView Contains(LogView view, IReadOnlyList<string> activities, bool keep)
    {
        bool[] wanted = Mark(view.Log.Activities, activities);
        return Runs(
            view,
            (codes, _) =>
            {
                foreach (int code in codes)
                {
                    if (wanted[code])
                    {
                        return true;
                    }
                }

                return false;
            },
            !keep);
    }

    private static LogView Eventually(LogView view, LogFilter.EventuallyFollows filter)
    {
        int a = view.Log.Activities.IndexOf(filter.From);
        int b = view.Log.Activities.IndexOf(filter.To);
        return Runs(view, (codes, _) => EventuallyFollows.Follows(codes, a, b), filter.Not);
    }

    private static LogView Between(LogView view, LogFilter.Between filter)
    {
        int a = view.Log.Activities.IndexOf(filter.From);
        int b = view.Log.Activities.IndexOf(filter.To);
        var starts = new List<int>();
        var ends = new List<int>();
        var cases = new List<int>();
        ReadOnlySpan<int> codes = view.ActivityCodes;
        for (int i = 0; i < view.CaseCount; i++)
        {
            int open = -1;
            int end = view.Ends[i];
            for (int p = view.Starts[i]; p < end; p++)
            {
                if (open >= 0 && codes[p] == b)
                {
                    starts.Add(open);
                    ends.Add(p + 1);
                    cases.Add(view.CaseAt(i));
                    open = a == b ? p : -1;
                }
                else if (open < 0 && codes[p] == a)
                {
                    open = p;
                }
            }
        }

        return view.WithPieces([.. starts], [.. ends], [.. cases]);
    }
}
