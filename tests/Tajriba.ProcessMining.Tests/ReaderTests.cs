using System.IO.Compression;
using System.Text;

namespace Tajriba.ProcessMining.Tests;

public class ReaderTests
{
    [Fact]
    public void Csv_takes_a_mark_at_the_front_windows_lines_blank_lines_and_quotes()
    {
        ReadLog read = Read("a.csv", "\uFEFFCase ID;Activity;Timestamp;note\r\n1;\"A;\"\"B\"\"\";2020-01-01 10:00;\r\n\r\n1;C;2020-01-01T09:00:00.123456789Z;\"x\r\ny\"\r\n");
        Assert.Equal(["C", "A;\"B\""], Names(read.Log));
        Assert.Equal(1577869200123456, read.Log.Times[0]);
        Assert.Equal("x\r\ny", read.Log.Column("note")![0]);
        Assert.Null(read.Log.Column("note")![1]);
        Assert.False(read.Log.SourceInTimeOrder);
    }

    [Fact]
    public void Rows_without_case_activity_or_time_are_counted_with_their_line()
    {
        ReadLog read = Read("a.csv", "case,activity,time\n,A,2020-01-01\n1,,2020-01-01\n1,A,\n1,A,2020-01-01");
        Assert.Equal(1, read.Log.EventCount);
        Assert.Equal([new Rejection(2, "no case"), new Rejection(3, "no activity"), new Rejection(4, "no time")], read.Rejections.First);
    }

    [Theory]
    [InlineData("a.csv", "case,activity,time\n1,A,2020-01-01\n1,A,yesterday\n", "line 3: 'yesterday' in column 'time' is not an ISO 8601 date or time")]
    [InlineData("a.csv", "case,activity,time\n1,A\n", "line 2: 2 fields where the header has 3")]
    [InlineData("a.csv", "case,activity,time\n1,A,2020-01-01,x\n", "line 2: 4 fields where the header has 3")]
    [InlineData("a.csv", "case,activity,time\n1,\"A,2020-01-01\n", "line 2: a quote is opened and never closed")]
    [InlineData("a.csv", "", "line 1: the file is empty; a header line was expected")]
    [InlineData("a.csv", "x,y,z\n", "line 1: no column looks like the case; name it with --case; the columns are 'x', 'y', 'z'")]
    [InlineData("a.xes", "<log>\n<trace><event></trace></log>", "line 2: </trace> closes <event>")]
    [InlineData("a.xes", "<log>\n<trace>", "line 2: the file ends inside <trace>")]
    [InlineData("a.xes", "<html/>", "line 1: the root element is <html>, not <log>")]
    [InlineData("a.xes", "", "line 1: the file holds no XML element")]
    [InlineData("a.xes", "<log><trace><event>\n<date key='time:timestamp' value='soon'/></event></trace></log>", "line 2: time:timestamp 'soon' is not an ISO 8601 date or time")]
    [InlineData("a.xes", "<log><trace><string key='a' value='&nope;'/></trace></log>", "line 1: unknown entity '&nope;'")]
    [InlineData("a.jsonl", "{\"case\":1,\"activity\":\"A\",\"time\":\"2020-01-01\"}\n[1]\n", "line 2: not a JSON object")]
    [InlineData("a.doc", "", "'a.doc' is not a log that can be read; the name must end in .xes, .csv, .tsv or .jsonl, or one of these and .gz")]
    public void Malformed_input_says_where_and_what(string name, string text, string message) =>
        Assert.Equal(message, Assert.Throws<LogFormatException>(() => Read(name, text)).Message);

    [Theory]
    [InlineData("case,activity,time\n1,caf\u00e9,2020-01-01\n", "line 2: text that is not UTF-8; save the file as UTF-8")]
    [InlineData("case,activity,time,\u00e9t\u00e9\n", "line 1: text that is not UTF-8; save the file as UTF-8")]
    public void A_table_in_another_encoding_is_refused(string text, string message)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text));
        Assert.Equal(message, Assert.Throws<LogFormatException>(() => LogReader.Read(stream, "a.csv")).Message);
    }

    [Theory]
    [InlineData("case,activity,time")]
    [InlineData("\uFEFFcase,activity,time\r\n")]
    [InlineData("case,activity,time\n,,\n")]
    public void A_table_without_events_gives_an_empty_log_that_can_be_analysed(string text)
    {
        EventLog log = Read("a.csv", text).Log;
        Assert.Equal((0, 0), (log.EventCount, log.CaseCount));
        Assert.Empty(DirectlyFollowsGraph.Of(log).Edges);
        Assert.Empty(PerformanceGraph.Of(log).Edges);
        Assert.Empty(Variants.Of(log));
        Assert.Equal(default, CaseStatistics.Of(log).DurationSeconds);
        Assert.Equal(0, log.Where(new LogFilter.EventAttributeValues("activity", ["A"], FilterLevel.Event)).EventCount);
    }

    [Fact]
    public void Gzip_of_several_members_is_read_whole()
    {
        using var stream = new MemoryStream();
        foreach (string part in (string[])["case,activity,time\n1,A,2020-01-01\n", "1,B,2020-01-02\n"])
        {
            using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes(part));
        }

        stream.Position = 0;
        Assert.Equal(["A", "B"], Names(LogReader.Read(stream, "a.csv.gz").Log));
    }

    [Fact]
    public void Xes_of_any_shape_is_read()
    {
        ReadLog read = Read("a.xes", """
            <?xml version="1.0"?><!DOCTYPE log [<!ENTITY x "y">]>
            <x:log xmlns:x="http://www.xes-standard.org/">
              <global scope="event"><date key="time:timestamp" value="1970-01-01T00:00:00Z"/></global>
              <trace><string key="concept:name" value="empty"/></trace>
              <x:trace>
                <string key='concept:name' value="پرونده &amp; ۱"/><int key="age" value="7"><string key="nested" value="n"/></int>
                <!-- <event><string key="concept:name" value="not here"/></event> -->
                <event><string value="B > A" key="concept:name"/><date key="time:timestamp" value="0001-01-01T00:00:00+01:00"/><float key="cost" value="1.50"/></event>
                <event><![CDATA[<event/>]]><string key="concept:name" value="&#x41;&lt;"/><date key="time:timestamp" value="0001-01-01T00:00:00.000001Z"/></event>
                <event><string key="concept:name" value="no time"/></event>
                <event><date key="time:timestamp" value="2020-01-01"/></event>
              </x:trace>
              <trace><string key="concept:name" value="پرونده &amp; ۱"/><event><string key="concept:name" value="C"/><date key="time:timestamp" value="1999-12-31T23:59:59-00:30"/></event></trace>
            </x:log>
            """);
        EventLog log = read.Log;
        Assert.Equal(["B > A", "A<", "C"], Names(log));
        Assert.Equal("پرونده & ۱", Assert.Single(log.CaseIds));
        Assert.Equal(("7", AttributeType.Integer), (log.Column("case:age")![0], log.Column("case:age")!.Type));
        Assert.Equal(("1.50", AttributeType.Real), (log.Column("cost")![0], log.Column("cost")!.Type));
        Assert.Equal("2000-01-01T00:29:59+00:00", LogTime.Format(log.Times[2]));
        Assert.Equal(1, log.Times[1] + 62_135_596_800_000_000);
        Assert.Equal(["concept:name", "time:timestamp", "cost", "case:concept:name", "case:age"], log.SourceColumns);
        Assert.Equal(["a trace without events", "no activity", "no time"], read.Rejections.ByReason.Keys);
    }

    [Fact]
    public void Json_lines_keep_types()
    {
        EventLog log = Read("a.jsonl", "{\"case\":\"1\",\"activity\":\"A\",\"time\":\"2020-01-01\",\"n\":5,\"r\":1.5,\"b\":true,\"o\":{\"x\":[1]},\"none\":null}\n").Log;
        Assert.Equal([AttributeType.Integer, AttributeType.Real, AttributeType.Boolean, AttributeType.Text], log.Columns.Select(c => c.Type));
        Assert.Equal("{\"x\":[1]}", log.Column("o")![0]);
    }

    [Theory]
    [InlineData("2020-02-29", "2020-02-29T00:00:00+00:00")]
    [InlineData("2020-02-29 12:30", "2020-02-29T12:30:00+00:00")]
    [InlineData("2020/02/29T12:30:15,5+0330", "2020-02-29T09:00:15.500000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999999+00:00")]
    [InlineData("1969-12-31T23:59:59.999999-01", "1970-01-01T00:59:59.999999+00:00")]
    public void Times_are_read(string text, string expected)
    {
        Assert.True(LogTime.TryParse(text, out long time));
        Assert.Equal(expected, LogTime.Format(time));
    }

    [Theory]
    [InlineData("2021-02-29")]
    [InlineData("2020-13-01")]
    [InlineData("2020-1-01")]
    [InlineData("2020-01-01T25:00:00")]
    [InlineData("2020-01-01T10:00:00.")]
    [InlineData("2020-01-01T10:00:00+25:00")]
    [InlineData("2020-01-01T10")]
    [InlineData("31.12.2020")]
    public void What_is_no_time_is_refused(string text) => Assert.False(LogTime.TryParse(text, out _));

    private static ReadLog Read(string name, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return LogReader.Read(stream, name);
    }

    private static string[] Names(EventLog log) => [.. log.ActivityCodes.ToArray().Select(a => log.Activities[a])];

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8", "UTF8")]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("iso-8859-1", "ISO-8859-1")]
    [InlineData("windows-1252", "windows-1252")]
    public void Xes_is_read_in_the_encoding_that_it_declares(string encoding, string declared)
    {
        System.Text.Encoding written = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? System.Text.Encoding.GetEncoding(encoding);
        string text = $"""
            <?xml version="1.0" encoding="{declared}"?>
            <log><trace><string key="concept:name" value="1"/>
            <event><string key="concept:name" value="Café"/><date key="time:timestamp" value="2020-01-01T00:00:00Z"/></event></trace></log>
            """;
        using var file = new MemoryStream([.. written.Preamble, .. written.GetBytes(text)]);
        Assert.Equal("Café", Assert.Single(LogReader.Read(file, "log.xes").Log.Activities));
    }

    [Fact]
    public void Xes_in_an_encoding_unknown_here_is_refused_by_its_name()
    {
        using var file = new MemoryStream("<?xml version=\"1.0\" encoding=\"EBCDIC-X\"?><log/>"u8.ToArray());
        Assert.Contains("EBCDIC-X", Assert.Throws<LogFormatException>(() => LogReader.Read(file, "log.xes")).Message, StringComparison.Ordinal);
    }
}
