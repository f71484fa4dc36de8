using System.Text.Json;

namespace Tajriba.ProcessMining.Tests;

public class OracleTests
{
    private static readonly string[] NotComputed = ["pm4py", "pandas", "discovery", "filters"];

    public static TheoryData<string> Logs =>
    [
        "receipt", "helpdesk", "bpic2013_open_problems", "production", "bpic2020_prepaid", "bpic2020_rfp", "bpic2020_domestic",
        "bpic2020_international", "teleclaims", "bpic2015_1", "bpic2012", "bpic2014_incidents_f", "road_traffic",
    ];

    public static TheoryData<string> Tables => ["bpic2012", "road_traffic"];

    [SkippableTheory]
    [MemberData(nameof(Logs))]
    public void Every_key_of_a_real_log_equals_its_oracle(string name) => Compare(name, name + ".xes.gz", []);

    [SkippableTheory]
    [MemberData(nameof(Tables))]
    public void The_same_log_as_a_table_equals_the_same_oracle(string name) => Compare(name, name + ".csv.gz", ["file", "format", "columns"]);

    [SkippableTheory]
    [MemberData(nameof(Logs))]
    public void Every_filter_of_a_real_log_equals_its_oracle(string name)
    {
        EventLog log = Read(name + ".xes.gz").Log;
        foreach (JsonElement entry in Oracle(name).GetProperty("filters").EnumerateArray())
        {
            LogView view = log.Where(LogFilterJson.Parse(entry));
            DirectlyFollowsGraph graph = DirectlyFollowsGraph.Of(view);
            string what = entry.GetProperty("filter").GetString()!;
            Assert.Equal((what, entry.GetProperty("cases").GetInt32()), (what, view.CaseCount));
            Assert.Equal((what, entry.GetProperty("events").GetInt32()), (what, view.EventCount));
            Assert.Equal((what, entry.GetProperty("dfg_edges").GetInt32()), (what, graph.Edges.Count));
            Assert.Equal((what, entry.GetProperty("dfg_total").GetInt64()), (what, graph.Total));
            Assert.Equal((what, entry.GetProperty("dfg_sha256").GetString()), (what, graph.Sha256()));
            Assert.Equal(graph.Sha256(), DirectlyFollowsGraph.Of(view.Materialize()).Sha256());
        }
    }

    private static void Compare(string name, string file, string[] besides)
    {
        JsonElement oracle = Oracle(name);
        using JsonDocument ours = JsonDocument.Parse(LogReport.Json(Read(file), file, [], []));
        string[] keys = [.. oracle.EnumerateObject().Select(p => p.Name).Except(NotComputed).Except(["filters"])];
        Assert.Equal([.. keys, "filters"], ours.RootElement.EnumerateObject().Select(p => p.Name));
        foreach (string key in keys.Except(besides))
        {
            JsonEqual.Check(key, oracle.GetProperty(key), ours.RootElement.GetProperty(key));
        }
    }

    private static ReadLog Read(string file)
    {
        using FileStream stream = File.OpenRead(Checkout.Shared("data", "journeys", file));
        ReadLog read = LogReader.Read(stream, file);
        Assert.Equal(0, read.Rejections.Total);
        return read;
    }

    private static JsonElement Oracle(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Checkout.Shared("oracles", "journeys", name + ".json")));
        return document.RootElement.Clone();
    }
}
