using System.Text;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Tests.Capture;

public sealed class HostileFileTests
{
    [Fact]
    public async Task Files_that_hold_no_events_say_what_is_wrong()
    {
        await using Desk desk = await Desk.OpenAsync();
        byte[] packed = Desk.Gzip(Encoding.UTF8.GetBytes("case_id,activity,timestamp\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"C{i},A{i % 7},2024-01-01T00:{i % 60:00}:00Z\n"))));
        foreach ((string name, byte[] content, ImportFault expected) in new (string, byte[], ImportFault)[]
        {
            ("empty.csv", [], ImportFault.Empty),
            ("blank.csv", "\n \n"u8.ToArray(), ImportFault.Empty),
            ("wrong.csv.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8], ImportFault.GzipDamaged),
            ("cut.csv.gz", packed[..(packed.Length / 2)], ImportFault.GzipCut),
            ("archive.zip", "PK\x03\x04....."u8.ToArray(), ImportFault.Zip),
            ("wide.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a,b\n")).ToArray(), ImportFault.Encoding),
            ("picture.png", [0x89, 0x50, 0, 0, 0, 13], ImportFault.NotText),
            ("page.xes", "<html><body/></html>"u8.ToArray(), ImportFault.XmlBroken),
            ("cut.xes", "<log><trace><event>"u8.ToArray(), ImportFault.XmlBroken),
            ("entities.xes", "<!DOCTYPE log [<!ENTITY a \"x\">]><log><trace><string key=\"a\" value=\"&a;\"/></trace></log>"u8.ToArray(), ImportFault.XmlBroken),
            ("list.json", "[1,2]"u8.ToArray(), ImportFault.JsonArray),
            ("words.csv", "a,b\nc,d\n"u8.ToArray(), ImportFault.NoActivity),
        })
        {
            var error = await Assert.ThrowsAsync<ImportFileException>(() => desk.ImportAsync(desk.File(name, content)));
            Assert.True(error.Problem.Fault == expected, $"{name}: {error.Message}");
            Assert.Equal(error.Problem.English, ImportProblem.FromJson(error.Problem.ToJson()).English);
            Assert.DoesNotContain('\n', error.Message);
        }

        Assert.Empty(await desk.EventsAsync());
    }

    [Fact]
    public void Columns_without_header_or_with_equal_names_are_told_apart()
    {
        using var bare = new CsvRowReader(Content("C1,A,2024-01-01\n"), CsvDialect.Guess("C1,A,2024-01-01\n"u8));
        Assert.Equal(["column 1", "column 2", "column 3"], bare.Columns);
        Assert.True(bare.Read());
        Assert.Equal("A", Encoding.UTF8.GetString(bare.Cell(1)));
        Assert.False(bare.Read());
        using var twins = new CsvRowReader(Content("a,a,,a\n1,2,3,4\n"), new CsvDialect((byte)',', true));
        Assert.Equal(["a", "a (2)", "column 3", "a (3)"], twins.Columns);
    }

    [Fact]
    public async Task A_row_without_end_stops_the_import_and_keeps_what_came_before()
    {
        await using Desk desk = await Desk.OpenAsync();
        string path = desk.File("huge.csv", "case_id,activity,timestamp\nC1,A,2024-01-01\nC2,A,2024-01-01\nC3,\"" + new string('x', 9 << 20));
        var error = await Assert.ThrowsAsync<ImportFileException>(() => desk.ImportAsync(path, _ => new ColumnMapping
        {
            Activity = "activity",
            Time = "timestamp",
            Objects = [new ObjectColumn("case_id", "case")],
        }));
        Assert.Equal((ImportFault.RowTooLong, "Line 4: more than 8 MB without an end."), (error.Problem.Fault, error.Message));
        Assert.Equal(2, (await desk.EventsAsync()).Count);
    }

    [Fact]
    public async Task Broken_lines_of_json_are_rejected_one_by_one()
    {
        await using Desk desk = await Desk.OpenAsync();
        ImportRecord done = await desk.ImportAsync(desk.File("lines.jsonl", """
            {"case_id":"C1","activity":"A","timestamp":"2024-01-01T00:00:00Z","n":1.50,"ok":true,"in":{"a":[1]},"gone":null}
            {"case_id":"C1","activity":"A"
            {"case_id":"C1","activity":"\ud800","timestamp":"2024-01-01T00:00:00Z"}
            [1]
            {"timestamp":1704067200,"activity":"B","case_id":7}
            """));
        Assert.Equal((2L, 3L), (done.Added, done.Rejected));
        Assert.Equal("""{"n":1.50,"ok":true,"in":{"a":[1]}}""", (await desk.EventsAsync())[0].Attributes);
        Assert.Equal("7", (await desk.EventsAsync())[1].Objects[0].Id);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
