using System.IO.MemoryMappedFiles;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.ProcessMining.Tests;

public class RoundTripTests
{
    [Fact]
    public void Xes_gives_back_what_was_written() => ForSeeds(seed =>
    {
        EventLog log = SampleLogs.Random(seed);
        Same(log, Through(log, "x.xes", (l, s) => XesLogWriter.Write(l, s)), types: true);
        Same(log, Through(log, "x.xes.gz", (l, s) => XesLogWriter.Write(l, s, gzip: true)), types: true);
    });

    [Fact]
    public void Csv_gives_back_what_was_written() => ForSeeds(seed =>
    {
        EventLog log = SampleLogs.Random(seed);
        Same(log, Through(log, "x.csv", (l, s) => CsvLogWriter.Write(l, s)), types: false);
        Same(log, Through(log, "x.csv.gz", (l, s) => CsvLogWriter.Write(l, s, gzip: true)), types: false);
    });

    [Fact]
    public void Json_lines_give_back_what_was_written() => ForSeeds(seed =>
    {
        EventLog log = SampleLogs.Random(seed);
        Same(log, Through(log, "x.jsonl", (l, s) => JsonLinesLogWriter.Write(l, s)), types: true);
    });

    [Fact]
    public void A_snapshot_gives_back_what_was_written() => ForSeeds(seed =>
    {
        EventLog log = SampleLogs.Random(seed, keys: seed % 2 == 0);
        string file = Path.GetTempFileName();
        using (FileStream stream = File.Create(file))
        {
            LogSnapshot.Write(log, stream);
        }

        using (MemoryMappedFile mapped = MemoryMappedFile.CreateFromFile(file, FileMode.Open, null, 0, MemoryMappedFileAccess.Read))
        using (LogSnapshot snapshot = LogSnapshot.Open(mapped))
        {
            Same(log, snapshot.Log, types: true);
            Assert.Equal(log.EventKeys.ToArray(), snapshot.Log.EventKeys.ToArray());
            Assert.Equal(log.SourceColumns, snapshot.Log.SourceColumns);
            Assert.Equal(DirectlyFollowsGraph.Of(log).Sha256(), DirectlyFollowsGraph.Of(snapshot.Log).Sha256());
            Assert.Equal(0, snapshot.Log.CaseIds.IndexOf(log.CaseIds[0]));
        }

        File.Delete(file);
    });

    [Fact]
    public void Spreadsheets_find_no_formula_in_csv()
    {
        var builder = new EventLogBuilder();
        builder.Add("=cmd", "+a", 0, ("note", "@x"), ("n", "-5"), ("t", "\tx"));
        using var stream = new MemoryStream();
        CsvLogWriter.Write(builder.Build(), stream);
        Assert.Equal("case:concept:name,concept:name,time:timestamp,note,n,t\n\"'=cmd\",\"'+a\",1970-01-01T00:00:00+00:00,\"'@x\",-5,\"'\tx\"\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_damaged_snapshot_is_refused()
    {
        using var stream = new MemoryStream();
        LogSnapshot.Write(SampleLogs.Random(1), stream);
        byte[] damaged = stream.ToArray();
        damaged[60] ^= 1;
        byte[] newer = stream.ToArray();
        newer[8]++;
        Assert.Contains("not a log snapshot", Refusal([.. Enumerable.Repeat((byte)'x', 500)]), StringComparison.Ordinal);
        Assert.Contains("head is damaged", Refusal(damaged), StringComparison.Ordinal);
        Assert.Contains("version 2", Refusal(newer), StringComparison.Ordinal);

        static string Refusal(byte[] bytes)
        {
            string file = Path.GetTempFileName();
            File.WriteAllBytes(file, bytes);
            using MemoryMappedFile mapped = MemoryMappedFile.CreateFromFile(file, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            string message = Assert.Throws<LogFormatException>(() => LogSnapshot.Open(mapped)).Message;
            File.Delete(file);
            return message;
        }
    }

    private static void ForSeeds(Action<int> check) =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            check(seed);
            return true;
        }));

    private static EventLog Through(EventLog log, string name, Action<EventLog, Stream> write)
    {
        using var stream = new MemoryStream();
        write(log, stream);
        stream.Position = 0;
        ReadLog read = LogReader.Read(stream, name);
        Assert.Equal(0, read.Rejections.Total);
        return read.Log;
    }

    private static void Same(EventLog expected, EventLog actual, bool types) =>
        Assert.Equal(SampleLogs.Lines(expected, types), SampleLogs.Lines(actual, types));
}
