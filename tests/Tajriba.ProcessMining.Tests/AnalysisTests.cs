using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.ProcessMining.Tests;

public class AnalysisTests
{
    private const long Second = 1_000_000;

    [Fact]
    public void A_small_log_is_analysed_by_hand()
    {
        EventLog log = Log("1:ABAC 2:AC 3:AC");
        DirectlyFollowsGraph graph = DirectlyFollowsGraph.Of(log);
        Assert.Equal(["AC3", "AB1", "BA1"], graph.Edges.Select(e => $"{log.Activities[e.From]}{log.Activities[e.To]}{e.Count}"));
        Variants variants = Variants.Of(log);
        Assert.Equal([2, 1], variants.Select(v => v.Cases));
        Assert.Equal([1, 0, 0], variants.OfCase.ToArray());
        Assert.Equal(Variants.Of(Log("9:AC"))[0].Key, variants[0].Key);
        ReworkedActivity again = Assert.Single(Rework.Of(log));
        Assert.Equal(("A", 1L, 1L), (log.Activities[again.Activity], again.Cases, again.Repeats));
        Assert.Equal((1.0, 1.0, 3.0), (CaseStatistics.Of(log).DurationSeconds.Median, CaseStatistics.Of(log).DurationSeconds.Min, CaseStatistics.Of(log).DurationSeconds.Max));
        Assert.Equal(8, EventuallyFollows.Of(log).Total);
        Assert.Equal(1, EventuallyFollows.Cases(log.All(), log.Activities.IndexOf("A"), log.Activities.IndexOf("A")));
        Assert.Equal(1.0, PerformanceGraph.Of(log).Edges[0].Median);
        Assert.Equal(8, DottedChart.Of(log.All()).Dots.Count);
    }

    [Theory]
    [InlineData("contains B", "1")]
    [InlineData("not_contains B", "2 3")]
    [InlineData("eventually_follows AA", "1")]
    [InlineData("directly_follows_relation AC", "1 2 3")]
    public void Filters_of_the_explorer_keep_the_right_cases(string filter, string cases)
    {
        string[] words = filter.Split(' ');
        string json = $$"""{"filter":"{{words[0]}}","params":[{{string.Join(',', words[1].Select(c => $"\"{c}\""))}}]}""";
        LogView view = Log("1:ABAC 2:AC 3:AC").Where(LogFilterJson.Parse(json));
        Assert.Equal(cases, string.Join(' ', view.Materialize().CaseIds));
        Assert.Equal(json, LogFilterJson.Write(LogFilterJson.Parse(json)).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Hand_overs_are_counted_between_neighbours_with_a_value()
    {
        var builder = new EventLogBuilder();
        builder.Add("1", "A", 1, ("who", "x"));
        builder.Add("1", "B", 2, ("who", "y"));
        builder.Add("1", "C", 3);
        builder.Add("1", "D", 4, ("who", "x"));
        builder.Add("1", "E", 5, ("who", "y"));
        EventLog log = builder.Build();
        FlowEdge pass = Assert.Single(Handover.Of(log.All(), "who").Passes);
        Assert.Equal(("x", "y", 2L), (log.Column("who")!.Values[pass.From], log.Column("who")!.Values[pass.To], pass.Count));
        Assert.Throws<ArgumentException>(() => Handover.Of(log.All(), "nobody"));
    }

    [Fact]
    public void Journeys_are_cut_by_opening_closing_and_time_out()
    {
        EventLog log = Log("u:xAbCbAbbA v:bb");
        JourneyLog journeys = log.Split(new JourneyRule(Opens: ["A"], Closes: ["C"]));
        Assert.Equal(["u#1", "u#2"], journeys.Log.CaseIds);
        Assert.Equal([JourneyEnd.Closed, JourneyEnd.Open], journeys.Ends.ToArray());
        Assert.Equal([0, 0], journeys.SourceCases.ToArray());
        JourneyLog anew = log.Split(new JourneyRule(Belongs: ["A", "b"], Opens: ["A"], OpensAnew: true));
        Assert.Equal([0, 3, 6, 7], anew.Log.CaseOffsets.ToArray());
        var gaps = new EventLogBuilder();
        gaps.Add("u", "A", 0);
        gaps.Add("u", "B", 10 * Second);
        gaps.Add("u", "C", 12 * Second);
        JourneyLog timed = gaps.Build().Split(new JourneyRule(TimeOutMicroseconds: 5 * Second));
        Assert.Equal([JourneyEnd.TimedOut, JourneyEnd.Open], timed.Ends.ToArray());
    }

    [Fact]
    public void Appending_in_any_pieces_equals_building_at_once() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        EventLog whole = SampleLogs.Random(seed, keys: true);
        var random = new Random(seed);
        EventLogBuilder[] parts = [new(), new(), new(), new()];
        for (int c = 0; c < whole.CaseCount; c++)
        {
            for (int e = whole.CaseOffsets[c]; e < whole.CaseOffsets[c + 1]; e++)
            {
                EventLogBuilder part = parts[random.Next(parts.Length)];
                int[] codes = [.. whole.Columns.Select(column =>
                    (Index: part.Column(column.Name, column.Level, column.Type), Value: column[column.Level == AttributeLevel.Event ? e : c]))
                    .Select(v => v.Value is null ? -1 : part.Value(v.Index, v.Value))];
                part.AddCoded(part.Case(whole.CaseIds[c]), part.Activity(whole.Activities[whole.ActivityCodes[e]]), whole.Times[e], codes, whole.EventKeys[e]);
            }
        }

        EventLog grown = EventLog.Empty;
        foreach (EventLogBuilder part in parts)
        {
            grown = grown.Append(part);
            Assert.Equal(DirectlyFollowsGraph.Of(grown).Sha256(), DirectlyFollowsGraph.Of(grown.All()).Sha256());
        }

        Assert.Equal(whole.EventCount, grown.EventCount);
        Assert.Equal(Sorted(whole), Sorted(grown));
        return true;
    }));

    [Fact]
    public void A_long_chain_of_appends_keeps_the_graph_right()
    {
        var first = new EventLogBuilder();
        for (int i = 0; i < 1000; i++)
        {
            first.Add($"c{i % 50}", $"a{i % 7}", i * Second);
        }

        EventLog log = first.Build();
        for (int i = 0; i < 30; i++)
        {
            var more = new EventLogBuilder();
            more.Add($"c{i}", "late", i * Second);
            more.Add($"new{i % 3}", "a1", i * Second);
            log = log.Append(more);
        }

        DirectlyFollowsGraph patched = DirectlyFollowsGraph.Of(log);
        Assert.Equal((1060, 53), (log.EventCount, log.CaseCount));
        DirectlyFollowsGraph counted = DirectlyFollowsGraph.Of(log.All());
        Assert.Equal(counted.Sha256(), patched.Sha256());
        Assert.Equal(counted.StartCounts.ToArray(), patched.StartCounts.ToArray());
        Assert.Equal(counted.EndCounts.ToArray(), patched.EndCounts.ToArray());
        Assert.Equal(counted.ActivityCounts.ToArray(), patched.ActivityCounts.ToArray());
    }

    [Fact]
    public void Wide_alphabets_give_the_same_graphs() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        EventLog narrow = SampleLogs.Random(seed);
        EventLogBuilder wide = EventLogBuilder.Like(narrow);
        for (int i = 0; i < 1600; i++)
        {
            wide.Activity($"unused {i}");
        }

        for (int c = 0; c < narrow.CaseCount; c++)
        {
            for (int e = narrow.CaseOffsets[c]; e < narrow.CaseOffsets[c + 1]; e++)
            {
                wide.Add(narrow.CaseIds[c], narrow.Activities[narrow.ActivityCodes[e]], narrow.Times[e]);
            }
        }

        EventLog log = wide.Build();
        Assert.Equal(DirectlyFollowsGraph.Of(narrow).Sha256(), DirectlyFollowsGraph.Of(log).Sha256());
        Assert.Equal(EventuallyFollows.Of(narrow).Sha256(), EventuallyFollows.Of(log).Sha256());
        Assert.Equal(PerformanceGraph.Of(narrow).Edges, PerformanceGraph.Of(log).Edges);
        return true;
    }));

    private static string[] Sorted(EventLog log)
    {
        var cases = new List<string>();
        string block = "";
        foreach (string line in SampleLogs.Lines(log, types: true))
        {
            if (line.StartsWith("case ", StringComparison.Ordinal) && block.Length > 0)
            {
                cases.Add(block);
                block = "";
            }

            block += line + "\n";
        }

        return [.. cases.Append(block).Order(StringComparer.Ordinal)];
    }

    /// <summary>Cases as "name:ABC", one letter an activity, one second apart.</summary>
    private static EventLog Log(string text)
    {
        var builder = new EventLogBuilder();
        foreach (string[] part in text.Split(' ').Select(p => p.Split(':')))
        {
            for (int i = 0; i < part[1].Length; i++)
            {
                builder.Add(part[0], part[1][i].ToString(), i * Second);
            }
        }

        return builder.Build();
    }
}
