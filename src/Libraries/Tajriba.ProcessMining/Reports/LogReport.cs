namespace Tajriba.ProcessMining;

/// <summary>
/// All about a log in one JSON object: size, activities, directly-follows and performance graph, variants, rework, durations,
/// sizes, eventually-follows and the filters applied. Lists are by count descending, then by text in code point order; seconds
/// are rounded to six decimals; the hashes are those of <see cref="DirectlyFollowsGraph.Sha256"/> and <see cref="Variants.Sha256"/>.
/// </summary>
public sealed class LogReport
{
    private const int TopVariants = 20;
    private const int LongestSequence = 200;
    private const int TopPairs = 50;
    private readonly LogView _view;
    private readonly IReadOnlyList<AppliedFilter> _filters;

    private LogReport(LogView view, IReadOnlyList<AppliedFilter> filters)
    {
        _view = view;
        _filters = filters;
    }

    /// <summary>The report of a log.</summary>
    /// <param name="log">What was read.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="filters">Applied in order; all figures are of what they leave, <c>filters</c> holds what each one left.</param>
    /// <param name="more">Members to add at the end.</param>
    public static string Json(ReadLog log, string file, IReadOnlyList<(LogFilter Filter, string? Name)> filters, IReadOnlyList<KeyValuePair<string, object>> more)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(file);
        LogView view = log.Log.All();
        var applied = new List<AppliedFilter>();
        foreach ((LogFilter filter, string? name) in filters)
        {
            view = view.Where(filter);
            applied.Add(new AppliedFilter(filter, name, view));
        }

        var report = new LogReport(view, applied);
        string plain = System.IO.Path.GetFileName(file);
        int dot = plain.IndexOf('.', StringComparison.Ordinal);
        List<KeyValuePair<string, object>> members =
        [
            new("name", dot < 0 ? plain : plain[..dot]),
            new("file", plain),
            new("format", log.Format switch { LogFormat.Xes => "xes", LogFormat.Csv => "csv", LogFormat.Ocel => "ocel", _ => "jsonl" }),
            new("timezone", "UTC (offset honoured)"),
            .. report.Members(),
            .. more,
        ];
        return ReportJson.Write(members) + "\n";
    }

    private List<KeyValuePair<string, object>> Members()
    {
        EventLog log = _view.Log;
        StringTable names = log.Activities;
        DirectlyFollowsGraph graph = DirectlyFollowsGraph.Of(_view);
        StartEnd ends = StartEnd.Of(graph);
        (long First, long Last, long Ties) clock = Clock();
        Variants variants = Variants.Of(_view);
        CaseStatistics cases = CaseStatistics.Of(_view);
        EventuallyFollows later = EventuallyFollows.Of(_view);
        List<KeyValuePair<string, object>> members =
        [
            new("file_order_is_time_order", log.SourceInTimeOrder),
            new("equal_timestamp_neighbours", clock.Ties),
            new("events", _view.EventCount),
            new("cases", _view.CaseCount),
            new("activities", ends.Activities.Count),
        ];
        if (_view.EventCount > 0)
        {
            members.Add(new("first_timestamp", LogTime.Format(clock.First)));
            members.Add(new("last_timestamp", LogTime.Format(clock.Last)));
        }

        members.AddRange(
        [
            new("columns", log.SourceColumns),
            new("activity_counts", Counts(ends.Activities, names)),
            new("start_activities", Counts(ends.Starts, names)),
            new("end_activities", Counts(ends.Ends, names)),
            new("dfg_edges", graph.Edges.Count),
            new("dfg_total", graph.Total),
            new("dfg_sha256", graph.Sha256()),
            new("dfg", Pairs(graph.Edges, names)),
            new("performance_dfg", PerformanceGraph.Of(_view).Edges.Select(e => new object[] { names[e.From], names[e.To], e.Mean, e.Median, e.Min, e.Max, e.Sum }).ToArray()),
            new("variants", variants.Count),
            new("variants_once", variants.Once),
            new("variants_sha256", variants.Sha256()),
            new("variants_top", variants.Take(TopVariants).Select(Top).ToArray()),
            new("rework_cases", Rework.Of(_view).Select(r => new object[] { names[r.Activity], r.Cases }).ToArray()),
            new("case_duration_seconds", Members(cases.DurationSeconds, withMin: true)),
            new("case_size", Members(cases.Size, withMin: false)),
            new("eventually_follows", (List<KeyValuePair<string, object>>)
            [
                new("pairs", later.Pairs.Count),
                new("total", later.Total),
                new("sha256", later.Sha256()),
                new("top", Pairs(later.Pairs.Take(TopPairs), names)),
            ]),
            new("eventually_follows_cases", InCases(ends)),
            new("filters", _filters.Select(Filter).ToArray()),
        ]);
        return members;
    }

    private (long First, long Last, long Ties) Clock()
    {
        long first = long.MaxValue;
        long last = long.MinValue;
        long ties = 0;
        ReadOnlySpan<long> times = _view.Times;
        for (int c = 0; c < _view.CaseCount; c++)
        {
            int start = _view.Starts[c];
            int end = _view.Ends[c];
            first = Math.Min(first, times[start]);
            last = Math.Max(last, times[end - 1]);
            for (int p = start + 1; p < end; p++)
            {
                ties += times[p] == times[p - 1] ? 1 : 0;
            }
        }

        return (first, last, ties);
    }

    private static object[] Counts(IEnumerable<ActivityCount> counts, StringTable names) =>
        [.. counts.Select(c => new object[] { names[c.Activity], c.Count })];

    private static object[] Pairs(IEnumerable<FlowEdge> edges, StringTable names) =>
        [.. edges.Select(e => new object[] { names[e.From], names[e.To], e.Count })];

    private static List<KeyValuePair<string, object>> Top(Variant variant)
    {
        IEnumerable<string> names = variant.Names;
        return
        [
            new("count", variant.Cases),
            new("activities", variant.Activities.Length > LongestSequence ? names.Take(LongestSequence).Append("...").ToArray() : names.ToArray()),
        ];
    }

    private static List<KeyValuePair<string, object>> Members(Distribution d, bool withMin)
    {
        List<KeyValuePair<string, object>> members = [new("mean", d.Mean), new("median", d.Median), new("p95", d.P95)];
        if (withMin)
        {
            members.AddRange([new("min", d.Min), new("max", d.Max), new("std_population", d.StandardDeviation)]);
        }
        else
        {
            members.Add(new("max", (long)d.Max));
        }

        return members;
    }

    /// <summary>
    /// A few telling pairs: each of the most frequent start and the most frequent activity before each of the most frequent end and
    /// the second activity, then the second and the third activity before the first.
    /// </summary>
    private object[] InCases(StartEnd ends)
    {
        if (ends.Activities.Count == 0)
        {
            return [];
        }

        int[] top = [.. ends.Activities.Select(a => a.Activity)];
        int start = ends.Starts[0].Activity;
        int end = ends.Ends[0].Activity;
        var pairs = new List<(int From, int To)> { (start, end), (top[0], end) };
        if (top.Length > 1)
        {
            pairs.AddRange([(start, top[1]), (top[0], top[1]), (top[1], top[0])]);
        }

        if (top.Length > 2)
        {
            pairs.Add((top[2], top[0]));
        }

        StringTable names = _view.Log.Activities;
        return [.. pairs.Distinct().Select(p => new object[] { names[p.From], names[p.To], EventuallyFollows.Cases(_view, p.From, p.To) })];
    }

    private static List<KeyValuePair<string, object>> Filter(AppliedFilter applied)
    {
        (string name, object parameters, bool not) = LogFilterJson.Describe(applied.Filter);
        DirectlyFollowsGraph graph = DirectlyFollowsGraph.Of(applied.After);
        List<KeyValuePair<string, object>> members = [new("filter", applied.Name ?? name), new("params", parameters)];
        if (not)
        {
            members.Add(new("not", true));
        }

        members.AddRange(
        [
            new("cases", applied.After.CaseCount),
            new("events", applied.After.EventCount),
            new("dfg_edges", graph.Edges.Count),
            new("dfg_total", graph.Total),
            new("dfg_sha256", graph.Sha256()),
        ]);
        return members;
    }
}
