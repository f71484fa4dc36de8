using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Capture.Export;
using Tajriba.Touchpoints.Capture.Import;

namespace Tajriba.Touchpoints.Tests.Capture;

public sealed class RoundTripTests
{
    private static readonly string[] Texts =
        ["plain", "=1+1", "'=1+1", "''@x", "-5", "+989121234567", "007", "a,b", "a;b \"q\"", "two\nlines", " blank ", "تماس گرفت", "الزيارة", "<b>&amp;</b>", "case:x", "tajriba:id", "x/y", "customer:9", "true", "1e3", "😀"];

    private static readonly string[] Keys = ["amount", "Amount", "org:resource", "concept:name", "case:kind", "tajriba:id", "note", "ocel_id", "tajriba:json:z"];

    private static readonly string[] Values = ["1", "1.5", "-0.25", "12345678901234", "true", "\"007\"", "\"\"", "\"=x\"", "\"سلام\\n\"", "{\"a\":[1,null]}", "[]", "\"plain\"", "false", "1e300"];

    public static TheoryData<FileFormat, DatabaseProvider> Formats
    {
        get
        {
            var data = new TheoryData<FileFormat, DatabaseProvider>();
            foreach (FileFormat format in Enum.GetValues<FileFormat>())
            {
                data.Add(format, DatabaseProvider.Sqlite);
                data.Add(format, DatabaseProvider.Postgres);
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Formats))]
    public async Task What_goes_out_comes_back_the_same(FileFormat format, DatabaseProvider provider)
    {
        await using Desk from = await Desk.OpenAsync(provider);
        IReadOnlyList<NewEvent> events = Gen.Sample(Events(format), 10).First();
        await from.Log.AppendAsync(events);
        foreach (string suffix in format == FileFormat.OcelSqlite ? new[] { "" } : ["", ".gz"])
        {
            string path = from.Path("out" + suffix);
            long written = await from.Database.Get<Exporter>().WriteFileAsync(path, format, new ExportFilter());
            Assert.Equal(events.Count, written);
            await using Desk to = await Desk.OpenAsync(provider);
            ImportRecord done = await to.ImportAsync(path);
            Assert.Equal((0L, (long)events.Count), (done.Rejected, done.Added));
            Assert.Equal((await from.EventsAsync()).Select(Line).Order(StringComparer.Ordinal), (await to.EventsAsync()).Select(Line).Order(StringComparer.Ordinal));
        }
    }

    [SkippableTheory]
    [InlineData(FileFormat.OcelSqlite, DatabaseProvider.Sqlite)]
    [InlineData(FileFormat.OcelSqlite, DatabaseProvider.Postgres)]
    [InlineData(FileFormat.Csv, DatabaseProvider.Sqlite)]
    public async Task An_event_of_five_thousand_members_comes_back_the_same(FileFormat format, DatabaseProvider provider)
    {
        await using Desk from = await Desk.OpenAsync(provider);
        string Wide(string prefix) => "{" + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"{prefix}{i}\":" + (i % 100 == 0 ? "\"نوشته \\u0041\"" : i % 100 == 1 ? "[null,{}]" : $"{i % 10}"))) + "}";
        NewEvent Event(string id, string name, string? attributes) => new()
        {
            Source = "s", Id = id, Name = name, Time = DateTimeOffset.UnixEpoch, Objects = [new("case", "1")], Attributes = attributes,
        };
        await from.Log.AppendAsync([Event("1", "A", Wide("a")), Event("2", "B", Wide("b")), Event("3", "A", """{"a1":1.5,"a4999":true}"""), Event("4", "A", """{"a2":[1]}"""), Event("5", "C", null)]);
        string path = from.Path(format == FileFormat.Csv ? "wide.csv" : "wide.sqlite");
        Assert.Equal(5, await from.Database.Get<Exporter>().WriteFileAsync(path, format, new ExportFilter()));
        await using Desk to = await Desk.OpenAsync(provider);
        ImportRecord done = await to.ImportAsync(path);
        Assert.Equal((0L, 5L), (done.Rejected, done.Added));
        Assert.Equal((await from.EventsAsync()).Select(Line).Order(StringComparer.Ordinal), (await to.EventsAsync()).Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_spreadsheet_sees_no_formula()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.Log.AppendAsync([new NewEvent { Source = "=s", Id = "@1", Name = "=HYPERLINK(1)", Time = DateTimeOffset.UnixEpoch, Objects = [new("case", "-1")], Channel = "+x", Unit = "\tT" }]);
        string path = desk.Path("out.csv");
        await desk.Database.Get<Exporter>().WriteFileAsync(path, FileFormat.Csv, new ExportFilter());
        string row = System.IO.File.ReadAllLines(path)[1];
        Assert.StartsWith("'@1,'=s,'=HYPERLINK(1),1970-01-01T00:00:00.000000Z,'+x,'\tT,'-1,", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_choose_what_goes_out()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.Log.AppendAsync([.. Enumerable.Range(0, 6).Select(i => new NewEvent
        {
            Source = "s", Id = $"{i}", Name = i % 2 == 0 ? "A" : "B", Time = DateTimeOffset.UnixEpoch.AddDays(i), Unit = i < 4 ? "T1" : "T2",
            Objects = [new(i == 2 ? "order" : "case", "1")],
        })]);
        var exporter = desk.Database.Get<Exporter>();
        Assert.Equal(3, await Count(new ExportFilter { Names = ["A"] }));
        Assert.Equal(2, await Count(new ExportFilter { From = DateTimeOffset.UnixEpoch.AddDays(1), To = DateTimeOffset.UnixEpoch.AddDays(3) }));
        Assert.Equal(1, await Count(new ExportFilter { ObjectType = "order" }));
        Assert.Equal(4, await Count(new ExportFilter { Scope = Kernel.Access.UnitScope.Of(["T1"]) }));

        Task<long> Count(ExportFilter filter) => exporter.WriteAsync(Stream.Null, FileFormat.JsonLines, filter);
    }

    private static Gen<IReadOnlyList<NewEvent>> Events(FileFormat format)
    {
        Gen<string> text = Gen.Elements(Texts);
        Gen<string> value = Gen.Elements([.. Values.Where(v => v != "1e300" || format is not (FileFormat.OcelSqlite or FileFormat.Xes))]);
        Gen<string?> attributes = Gen.OneOf(
            Gen.Constant<string?>(null),
            Gen.SubListOf(Keys).Where(k => k.Count > 0).SelectMany(keys => Gen.ArrayOf(value, keys.Count)
                .Select(values => (string?)("{" + string.Join(",", keys.Zip(values, (k, v) => JsonSerializer.Serialize(k) + ":" + v)) + "}"))));
        Gen<NewEvent> item =
            from name in text
            from id in text
            from qualifier in Gen.Elements("", "buyer")
            from employee in Gen.Elements(null, "E1")
            from channel in Gen.Elements(null, "phone", "=c")
            from unit in Gen.Elements(null, "T01")
            from json in attributes
            from micros in Gen.Choose(0, int.MaxValue)
            select new NewEvent
            {
                Source = "given",
                Id = "",
                Name = name,
                Time = DateTimeOffset.UnixEpoch.AddMicroseconds(micros * 1009L),
                Objects = [new("customer", id, qualifier), new("case", id), .. employee is null ? Array.Empty<ObjectRef>() : [new("employee", employee)]],
                Channel = channel,
                Unit = unit,
                Attributes = json,
            };
        return Gen.ArrayOf(item, 60).Select(all => (IReadOnlyList<NewEvent>)[.. all.Select((e, i) => e with { Id = $"{Texts[i % Texts.Length]}{i}", Source = i % 2 == 0 ? "room:x" : "=s" })]);
    }

    private static string Line(LoggedEvent e) =>
        $"{e.Source}|{e.Id}|{e.Name}|{e.Time:O}|{string.Join(',', e.Objects)}|{e.Channel}|{e.Unit}|{Normal(e.Attributes)}";

    /// <summary>Members in order, numbers by value.</summary>
    private static string? Normal(string? json) => json is null
        ? null
        : string.Join(';', JsonNode.Parse(json)!.AsObject().OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value?.ToJsonString()}"));
}
