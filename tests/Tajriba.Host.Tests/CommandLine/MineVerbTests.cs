using System.Text.Json;

namespace Tajriba.Host.Tests.CommandLine;

/// <summary>What <c>tajriba mine</c> prints; that the numbers are right is proven on the library.</summary>
public sealed class MineVerbTests
{
    [Fact]
    public async Task Json_has_the_documented_keys_in_their_order()
    {
        VerbResult run = await Verb.RunAsync("mine", Verb.Sample("service-visits.csv"), "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.Equal(
            [
                "name", "file", "format", "timezone", "file_order_is_time_order", "equal_timestamp_neighbours", "events", "cases", "activities", "first_timestamp",
                "last_timestamp", "columns", "activity_counts", "start_activities", "end_activities", "dfg_edges", "dfg_total", "dfg_sha256", "dfg", "performance_dfg",
                "variants", "variants_once", "variants_sha256", "variants_top", "rework_cases", "case_duration_seconds", "case_size", "eventually_follows",
                "eventually_follows_cases", "filters",
            ],
            report.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task The_same_log_as_xes_and_as_csv_gives_the_same_graph()
    {
        VerbResult csv = await Verb.RunAsync("mine", Verb.Sample("service-visits.csv"), "--json");
        VerbResult xes = await Verb.RunAsync("mine", Verb.Sample("service-visits.xes"), "--json");
        Assert.Equal(Member(csv, "dfg_sha256"), Member(xes, "dfg_sha256"));
        Assert.Equal(Member(csv, "variants_sha256"), Member(xes, "variants_sha256"));
    }

    [Fact]
    public async Task Filters_apply_in_order_and_are_reported()
    {
        VerbResult whole = await Verb.RunAsync("mine", Verb.Sample("service-visits.csv"), "--json");
        using JsonDocument all = JsonDocument.Parse(whole.Output);
        string first = all.RootElement.GetProperty("start_activities")[0][0].GetString()!;
        int starting = all.RootElement.GetProperty("start_activities")[0][1].GetInt32();

        VerbResult run = await Verb.RunAsync(
            "mine", Verb.Sample("service-visits.csv"), "--json", "--filter", $$"""{"filter":"start_activities","params":["{{first}}"]}""", "--filter", """{"filter":"variants_top_k","params":1}""");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.Equal(2, report.RootElement.GetProperty("filters").GetArrayLength());
        Assert.Equal(1, report.RootElement.GetProperty("variants").GetInt32());
        Assert.InRange(report.RootElement.GetProperty("cases").GetInt32(), 1, starting);
    }

    [Fact]
    public async Task Without_json_a_person_reads_tables()
    {
        VerbResult run = await Verb.RunAsync("mine", Verb.Sample("service-visits.csv"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain('{', run.Output);
        Assert.True(run.Output.Split('\n').Length > 20);
    }

    [Theory]
    [InlineData("nothing-here.csv")]
    [InlineData("nothing-here.txt")]
    [InlineData("SAMPLE", "--case", "no such column")]
    [InlineData("SAMPLE", "--filter", "{")]
    [InlineData("SAMPLE", "--filter", """{"filter":"no_such_filter","params":1}""")]
    [InlineData("SAMPLE", "--filter", """{"filter":"case_size","params":"five"}""")]
    [InlineData("SAMPLE", "--no-such-option")]
    [InlineData("SAMPLE", "--top-variants", "-3")]
    [InlineData("CUT.gz")]
    [InlineData("CUT")]
    [InlineData("EMPTY")]
    public async Task Bad_input_is_one_line_and_exit_code_2(string log, params string[] options)
    {
        using var folder = new TemporaryFolder();
        string path = log switch
        {
            "SAMPLE" => Verb.Sample("service-visits.csv"),
            "CUT.gz" => folder.Write("cut.csv.gz", Zipped(File.ReadAllBytes(Verb.Sample("service-visits.csv")))[..200]),
            "CUT" => folder.Write("cut.xes", File.ReadAllBytes(Verb.Sample("service-visits.xes"))[..500]),
            "EMPTY" => folder.Write("empty.csv", []),
            _ => Path.Combine(folder.Path, log),
        };

        VerbResult run = await Verb.RunAsync(["mine", path, .. options]);

        Assert.True(run.ExitCode == 2, $"exit code {run.ExitCode}: {run.Error}");
        Assert.Equal("", run.Output);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.NotEqual("", run.Error.Trim());
    }

    private static byte[] Zipped(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return zipped.ToArray();
    }

    private static string Member(VerbResult run, string name)
    {
        using JsonDocument report = JsonDocument.Parse(run.Output);
        return report.RootElement.GetProperty(name).ToString();
    }
}
