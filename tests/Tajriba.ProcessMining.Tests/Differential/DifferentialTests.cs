using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.ProcessMining.Tests.Differential;

public class DifferentialTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Small_logs_and_their_filters_equal_the_plain_definitions() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new RandomRows(seed);
        List<Row> rows = random.Some(random.Random.Next(1, 80));
        NaiveLog naive = NaiveLog.Of(rows);
        LogView view = Built(rows).All();
        Compare(naive, view);
        for (int i = random.Random.Next(1, 4); i > 0; i--)
        {
            LogFilter filter = random.Filter(naive);
            naive = naive.Where(filter);
            view = view.Where(filter);
            Compare(naive, view);
        }

        Compare(naive, view.Materialize().All(), ids: false);
        return true;
    }));

    [Fact]
    public void Tables_of_any_style_equal_the_plain_definitions() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new RandomRows(seed);
        List<Row> rows = random.Some(random.Random.Next(1, 80));
        using var stream = new MemoryStream(CsvText.Of(rows, random.Random));
        ReadLog read = LogReader.Read(stream, "log.csv");
        NaiveLog naive = NaiveLog.Of(rows);
        Assert.Equal(rows.Count - naive.EventCount, read.Rejections.Total);
        Compare(naive, read.Log.All());
        Assert.Equal(
            naive.Cases.SelectMany(c => c.Events.Select(e => (e.Note, e.Time!.Value))),
            Enumerable.Range(0, read.Log.EventCount).Select(e => (read.Log.Column("note")![e], read.Log.Times[e])));
        return true;
    }));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void Large_mixed_logs_equal_the_plain_definitions(int seed, bool attributes)
    {
        var random = new RandomRows(seed);
        List<Row> rows = [.. random.Some(90_000).Select(r => attributes ? r : r with { Note = null, Segment = null })];
        NaiveLog naive = NaiveLog.Of(rows);
        LogView view = Built(rows).All();
        Compare(naive, view, pairs: false);
        for (int i = 0; i < 3; i++)
        {
            LogFilter filter = random.Filter(naive);
            if (filter is LogFilter.VariantsTopK || (!attributes && filter is LogFilter.EventAttributeValues))
            {
                continue;
            }

            Compare(naive.Where(filter), view.Where(filter), pairs: false);
        }
    }

    [Fact]
    public void Keys_order_equal_times_in_large_mixed_logs()
    {
        var random = new Random(5);
        var rows = new List<(int Case, long Time, long Key)>();
        var builder = new EventLogBuilder();
        for (int i = 0; i < 70_000; i++)
        {
            (int Case, long Time, long Key) row = (random.Next(9_000), random.Next(4), random.Next(1_000));
            rows.Add(row);
            builder.AddCoded(builder.Case($"{row.Case}"), builder.Activity("a"), row.Time, [], row.Key);
        }

        EventLog log = builder.Build();
        var expected = rows.GroupBy(r => r.Case).SelectMany(g => g.OrderBy(r => r.Time).ThenBy(r => r.Key)).Select(r => (r.Time, r.Key));
        Assert.Equal(expected, Enumerable.Range(0, log.EventCount).Select(e => (log.Times[e], log.EventKeys[e])));
    }

    private static EventLog Built(List<Row> rows)
    {
        var builder = new EventLogBuilder();
        int note = builder.Column("note");
        int segment = builder.Column("case:segment", AttributeLevel.Case);
        foreach (Row row in rows)
        {
            if (row.Case is null || row.Activity is null || row.Time is null)
            {
                continue;
            }

            int id = builder.Case(row.Case);
            builder.AddCoded(id, builder.Activity(row.Activity), row.Time.Value);
            if (row.Note is not null)
            {
                builder.SetEvent(note, builder.Value(note, row.Note));
            }

            if (row.Segment is not null)
            {
                builder.SetCase(id, segment, builder.Value(segment, row.Segment));
            }
        }

        return builder.Build();
    }

    private static void Compare(NaiveLog naive, LogView view, bool pairs = true, bool ids = true)
    {
        StringTable names = view.Log.Activities;
        Assert.Equal((naive.Cases.Count, naive.EventCount), (view.CaseCount, view.EventCount));
        if (ids)
        {
            Assert.Equal(naive.Cases.Select(c => c.Id), Enumerable.Range(0, view.CaseCount).Select(c => view.Log.CaseIds[view.CaseAt(c)]));
        }

        DirectlyFollowsGraph graph = DirectlyFollowsGraph.Of(view);
        Assert.Equal(naive.Edges, graph.Edges.Select(e => $"{names[e.From]}>{names[e.To]}:{e.Count}"));
        Assert.Equal(naive.Starts, Named(graph.StartCounts, names));
        Assert.Equal(naive.Ends, Named(graph.EndCounts, names));
        Variants variants = Variants.Of(view);
        Assert.Equal(
            naive.Variants.Select(v => $"{v.Cases}:{string.Join('\u001f', v.Names)}"),
            variants.Select(v => $"{v.Cases}:{string.Join('\u001f', v.Activities.ToArray().Select(a => names[a]))}"));
        Assert.Equal(naive.Rework, Rework.Of(view).Select(r => $"{names[r.Activity]}:{r.Cases}:{r.Repeats}"));
        Performance(naive, PerformanceGraph.Of(view), names);
        CaseStatistics statistics = CaseStatistics.Of(view);
        Same([.. naive.Cases.Select(c => c.Duration / 1e6).Order()], statistics.DurationSeconds);
        Same([.. naive.Cases.Select(c => (double)c.Events.Count).Order()], statistics.Size);
        if (pairs)
        {
            EventuallyFollows follows = EventuallyFollows.Of(view);
            Assert.Equal(naive.EventuallyFollows, follows.Pairs.Select(e => $"{names[e.From]}>{names[e.To]}:{e.Count}"));
        }
    }

    private static void Performance(NaiveLog naive, PerformanceGraph graph, StringTable names)
    {
        var waits = naive.Waits;
        Assert.Equal(waits.Count, graph.Edges.Count);
        foreach (EdgePerformance edge in graph.Edges)
        {
            double[] sorted = waits[(names[edge.From], names[edge.To])];
            Near(sorted.Average(), edge.Mean);
            Near(Quantile(sorted, 0.5), edge.Median);
            Near(Quantile(sorted, 0.95), edge.P95);
            Near(sorted[0], edge.Min);
            Near(sorted[^1], edge.Max);
            Near(sorted.Sum(), edge.Sum);
        }
    }

    private static void Same(double[] sorted, Distribution distribution)
    {
        if (sorted.Length == 0)
        {
            Assert.Equal(default, distribution);
            return;
        }

        double mean = sorted.Average();
        Near(mean, distribution.Mean);
        Near(Quantile(sorted, 0.5), distribution.Median);
        Near(Quantile(sorted, 0.95), distribution.P95);
        Near(sorted[0], distribution.Min);
        Near(sorted[^1], distribution.Max);
        Near(Math.Sqrt(sorted.Average(v => (v - mean) * (v - mean))), distribution.StandardDeviation);
    }

    private static double Quantile(double[] sorted, double p)
    {
        double at = (sorted.Length - 1) * p;
        double low = sorted[(int)at];
        return low + ((at - (int)at) * (sorted[Math.Min((int)at + 1, sorted.Length - 1)] - low));
    }

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - Margin(expected), expected + Margin(expected));

    private static double Margin(double value) => Tolerance * Math.Max(1, Math.Abs(value));

    private static IEnumerable<string> Named(ReadOnlySpan<int> counts, StringTable names)
    {
        var lines = new List<string>();
        for (int a = 0; a < counts.Length; a++)
        {
            if (counts[a] > 0)
            {
                lines.Add($"{names[a]}:{counts[a]}");
            }
        }

        return lines.Order(StringComparer.Ordinal);
    }
}
