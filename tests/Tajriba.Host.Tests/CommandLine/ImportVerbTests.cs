namespace Tajriba.Host.Tests.CommandLine;

/// <summary><c>tajriba import</c> and <c>tajriba export</c> on a store of their own.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_object_type_names_what_a_guessed_case_column_holds()
    {
        VerbResult run = await Verb.RunAsync("import", Verb.Sample("service-visits.csv"), "--object-type", "visit", "--data", data.Path);
        Assert.True(run.ExitCode == 0, run.Error);
        string exported = Path.Combine(data.Path, "out.jsonl");
        VerbResult export = await Verb.RunAsync("export", exported, "--object-type", "visit", "--data", data.Path);
        Assert.True(export.ExitCode == 0, export.Error);
        Assert.NotEmpty(await File.ReadAllLinesAsync(exported));
        Assert.DoesNotContain("[\"case\",", await File.ReadAllTextAsync(exported), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_twice_adds_nothing()
    {
        VerbResult first = await Verb.RunAsync("import", Verb.Sample("service-visits.csv"), "--data", data.Path);
        VerbResult second = await Verb.RunAsync("import", Verb.Sample("service-visits.csv"), "--data", data.Path);
        Assert.Contains("events added", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("nothing to add", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing-here.csv")]
    [InlineData("SAMPLE", "--time-zone", "Atlantis/Capital")]
    [InlineData("SAMPLE", "--activity", "no such column")]
    [InlineData("SAMPLE", "--mapping", "no such mapping")]
    [InlineData("NOCASE", "--object-type", "visit")]
    [InlineData("EMPTY")]
    public async Task Bad_input_is_one_line_and_exit_code_2(string file, params string[] options)
    {
        string path = file switch
        {
            "SAMPLE" => Verb.Sample("service-visits.csv"),
            "NOCASE" => data.Write("no-case.csv", "customer,activity,time\nann,called,2024-01-01T10:00:00Z\nann,came,2024-01-02T10:00:00Z\n"u8.ToArray()),
            "EMPTY" => data.Write("empty.csv", []),
            _ => Path.Combine(data.Path, file),
        };

        VerbResult run = await Verb.RunAsync(["import", path, "--data", data.Path, .. options]);

        Assert.True(run.ExitCode == 2, $"exit code {run.ExitCode}: {run.Output}{run.Error}");
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }
}
