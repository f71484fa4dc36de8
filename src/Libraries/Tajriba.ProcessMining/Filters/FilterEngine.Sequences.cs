namespace Tajriba.ProcessMining;

internal static partial class FilterEngine
{
    private static LogView Runs<TTest>(LogView view, TTest test, bool not)
        where TTest : struct, IRunTest, allows ref struct
    {
        bool[] keep = new bool[view.CaseCount];
        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        for (int i = 0; i < keep.Length; i++)
        {
            keep[i] = test.Passes(codes[starts[i]..ends[i]], starts[i]) != not;
        }

        return view.Pick(keep);
    }

    private static LogView DirectlyFollows(LogView view, LogFilter.DirectlyFollowsRelation filter)
    {
        StringTable names = view.Log.Activities;
        return Runs(view, new DirectlyTest(names.IndexOf(filter.From), names.IndexOf(filter.To)), filter.Not);
    }

    private static LogView PathsPerformance(LogView view, LogFilter.PathsPerformance filter)
    {
        StringTable names = view.Log.Activities;
        return Runs(view, new PathTest(names.IndexOf(filter.From), names.IndexOf(filter.To), view.Times, filter.MinSeconds, filter.MaxSeconds), not: false);
    }

    private static LogView Rework(LogView view, LogFilter.ActivitiesRework filter) =>
        Runs(view, new RepeatTest(view.Log.Activities.IndexOf(filter.Activity), filter.Min), not: false);

    private static LogView Contains(LogView view, IReadOnlyList<string> activities, bool keep) =>
        Runs(view, new ContainsTest(Mark(view.Log.Activities, activities)), !keep);

    private static LogView Eventually(LogView view, LogFilter.EventuallyFollows filter)
    {
        StringTable names = view.Log.Activities;
        return Runs(view, new EventuallyTest(names.IndexOf(filter.From), names.IndexOf(filter.To)), filter.Not);
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
