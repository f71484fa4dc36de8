using System.Text;

namespace Tajriba.ProcessMining.Tests.Differential;

/// <summary>The definitions of analyses and filters written down as plainly as they can be, to compare the library with.</summary>
internal sealed class NaiveLog(IReadOnlyList<NaiveCase> cases)
{
    public IReadOnlyList<NaiveCase> Cases { get; } = cases;

    public static NaiveLog Of(IEnumerable<Row> rows) => new(
        [.. rows.Where(r => r.Case is not null && r.Activity is not null && r.Time is not null).GroupBy(r => r.Case!, StringComparer.Ordinal)
            .Select(g => new NaiveCase(g.Key, g.Select(r => r.Segment).FirstOrDefault(s => s is not null), [.. g.OrderBy(r => r.Time)]))]);

    public int EventCount => Cases.Sum(c => c.Events.Count);

    public IEnumerable<string> Edges => Ranked(Cases.SelectMany(c => c.Steps).Select(s => (s.From.Activity!, s.To.Activity!)));

    public IEnumerable<string> EventuallyFollows =>
        Ranked(Cases.SelectMany(c => Enumerable.Range(0, c.Names.Length).SelectMany(i => c.Names.Skip(i + 1).Select(b => (c.Names[i], b)))));

    public IEnumerable<string> Starts => Cases.GroupBy(c => c.Names[0]).Select(g => $"{g.Key}:{g.Count()}").Order(StringComparer.Ordinal);

    public IEnumerable<string> Ends => Cases.GroupBy(c => c.Names[^1]).Select(g => $"{g.Key}:{g.Count()}").Order(StringComparer.Ordinal);

    public IReadOnlyList<(string[] Names, int Cases)> Variants =>
        [.. Cases.GroupBy(c => string.Join('\u001f', c.Names), StringComparer.Ordinal).Select(g => (g.First().Names, Count: g.Count()))
            .OrderByDescending(v => v.Count).ThenBy(v => v.Names, Comparer<string[]>.Create(CompareSequences))];

    public IEnumerable<string> Rework =>
        Cases.SelectMany(c => c.Names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => (g.Key, Repeats: g.Count() - 1)))
            .GroupBy(r => r.Key).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, Comparer<string>.Create(CompareText))
            .Select(g => $"{g.Key}:{g.Count()}:{g.Sum(r => r.Repeats)}");

    public Dictionary<(string, string), double[]> Waits => Cases.SelectMany(c => c.Steps)
        .GroupBy(s => (s.From.Activity!, s.To.Activity!))
        .ToDictionary(g => g.Key, g => g.Select(s => (s.To.Time!.Value - s.From.Time!.Value) / 1e6).Order().ToArray());

    public NaiveLog Where(LogFilter filter) => filter switch
    {
        LogFilter.StartActivities f => Keep(c => f.Activities.Contains(c.Names[0]) != f.Not),
        LogFilter.EndActivities f => Keep(c => f.Activities.Contains(c.Names[^1]) != f.Not),
        LogFilter.EventAttributeValues { Attribute: "case:segment" } f => Keep(c => (c.Segment is not null && f.Values.Contains(c.Segment)) != f.Not),
        LogFilter.EventAttributeValues { Level: FilterLevel.Event } f => KeepEvents(e => Matches(e, f) != f.Not),
        LogFilter.EventAttributeValues f => Keep(c => c.Events.Any(e => Matches(e, f)) != f.Not),
        LogFilter.TimeRange { Mode: TimeRangeMode.Events } f => KeepEvents(e => e.Time >= f.From && e.Time <= f.To),
        LogFilter.TimeRange { Mode: TimeRangeMode.TracesContained } f => Keep(c => c.Events[0].Time >= f.From && c.Events[^1].Time <= f.To),
        LogFilter.TimeRange f => Keep(c => c.Events[^1].Time >= f.From && c.Events[0].Time <= f.To),
        LogFilter.CasePerformance f => Keep(c => c.Duration / 1e6 >= f.MinSeconds && c.Duration / 1e6 <= f.MaxSeconds),
        LogFilter.CaseSize f => Keep(c => c.Events.Count >= f.Min && c.Events.Count <= f.Max),
        LogFilter.VariantsTopK f => Keep(c => Variants.Take(f.K).Any(v => v.Names.SequenceEqual(c.Names))),
        LogFilter.DirectlyFollowsRelation f => Keep(c => c.Steps.Any(s => s.From.Activity == f.From && s.To.Activity == f.To) != f.Not),
        LogFilter.PathsPerformance f => Keep(c => c.Steps.Any(s => s.From.Activity == f.From && s.To.Activity == f.To
            && (s.To.Time - s.From.Time) / 1e6 >= f.MinSeconds && (s.To.Time - s.From.Time) / 1e6 <= f.MaxSeconds)),
        LogFilter.ActivitiesRework f => Keep(c => c.Names.Count(n => n == f.Activity) >= f.Min),
        LogFilter.Between f => new NaiveLog([.. Cases.SelectMany(c => Pieces(c, f.From, f.To))]),
        LogFilter.Contains f => Keep(c => c.Names.Any(n => f.Activities.Contains(n))),
        LogFilter.NotContains f => Keep(c => !c.Names.Any(n => f.Activities.Contains(n))),
        LogFilter.EventuallyFollows f => Keep(c => c.Names.Select((n, i) => n == f.From && c.Names.Skip(i + 1).Contains(f.To)).Any(x => x) != f.Not),
        LogFilter.Cases f => Keep(c => f.Ids.Contains(c.Id) != f.Not),
        _ => throw new ArgumentException(filter.ToString(), nameof(filter)),
    };

    private static IEnumerable<NaiveCase> Pieces(NaiveCase c, string from, string to)
    {
        int open = -1;
        for (int i = 0; i < c.Names.Length; i++)
        {
            if (open >= 0 && c.Names[i] == to)
            {
                yield return new NaiveCase(c.Id, c.Segment, [.. c.Events.Skip(open).Take(i + 1 - open)]);
                open = from == to ? i : -1;
            }
            else if (open < 0 && c.Names[i] == from)
            {
                open = i;
            }
        }
    }

    private static bool Matches(Row e, LogFilter.EventAttributeValues f) =>
        f.Attribute == "concept:name" ? f.Values.Contains(e.Activity!) : e.Note is not null && f.Values.Contains(e.Note);

    private static IEnumerable<string> Ranked(IEnumerable<(string A, string B)> pairs) => pairs.GroupBy(p => p)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.A, Comparer<string>.Create(CompareText)).ThenBy(g => g.Key.B, Comparer<string>.Create(CompareText))
        .Select(g => $"{g.Key.A}>{g.Key.B}:{g.Count()}");

    /// <summary>By code point, which is the order of UTF-8 bytes and not that of UTF-16.</summary>
    private static int CompareText(string x, string y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));

    private static int CompareSequences(string[] x, string[] y)
    {
        int different = x.Zip(y, CompareText).FirstOrDefault(d => d != 0);
        return different != 0 ? different : x.Length.CompareTo(y.Length);
    }

    private NaiveLog Keep(Func<NaiveCase, bool> keep) => new([.. Cases.Where(keep)]);

    private NaiveLog KeepEvents(Func<Row, bool> keep) => new(
        [.. Cases.Select(c => new NaiveCase(c.Id, c.Segment, [.. c.Events.Where(keep)])).Where(c => c.Events.Count > 0)]);
}
