using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Tajriba.ProcessMining.Ocel;

namespace Tajriba.ProcessMining.Tests.Ocel;

public sealed class OcelRoundTripTests
{
    [Fact]
    public void Json_gives_back_what_was_written() =>
        Prop.ForAll(RandomOcel.Logs, log => Text(log) == Text(FromText(Text(log)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_read_a_byte_at_a_time_is_the_same() =>
        Prop.ForAll(RandomOcel.Logs, log =>
        {
            using var slow = new SlowStream(Encoding.UTF8.GetBytes(Text(log)));
            return Text(OcelJson.Read(slow)) == Text(log);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void The_relational_form_gives_back_what_was_written() =>
        Prop.ForAll(RandomOcel.Logs, log =>
        {
            using var connection = Open();
            OcelDatabase.Write(log, connection);
            return Sorted(log) == Sorted(OcelDatabase.Read(connection));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_relational_form_has_the_tables_of_the_standard()
    {
        var type = new OcelType("Sales order", [new("price", OcelValueType.Float)]);
        var log = new ObjectCentricLog(
            [new OcelType("Place order", [new("urgent", OcelValueType.Boolean)])],
            [type],
            [new OcelEvent("e1", "Place order", DateTimeOffset.UnixEpoch.AddDays(2), [new("urgent", OcelValue.Of(true))], [new("o1", "order")])],
            [new OcelObject("o1", "Sales order", [new("price", DateTimeOffset.UnixEpoch, OcelValue.Of(10.5)), new("price", DateTimeOffset.UnixEpoch.AddDays(1), OcelValue.Of(11.0))], [])]);
        using var connection = Open();
        OcelDatabase.Write(log, connection);
        Assert.Equal("Salesorder", Scalar(connection, "SELECT ocel_type_map FROM object_map_type WHERE ocel_type = 'Sales order'"));
        Assert.Equal(10.5, Scalar(connection, "SELECT price FROM object_Salesorder WHERE ocel_changed_field IS NULL"));
        Assert.Equal("price", Scalar(connection, "SELECT ocel_changed_field FROM object_Salesorder WHERE price = 11.0"));
        Assert.Equal(1L, Scalar(connection, "SELECT urgent FROM event_Placeorder WHERE ocel_id = 'e1'"));
        Assert.Equal("order", Scalar(connection, "SELECT ocel_qualifier FROM event_object WHERE ocel_event_id = 'e1' AND ocel_object_id = 'o1'"));
    }

    [Fact]
    public void Attributes_that_SQLite_cannot_tell_apart_are_refused()
    {
        var log = new ObjectCentricLog([new OcelType("t", [new("a", OcelValueType.Float), new("A", OcelValueType.Float)])], [], [], []);
        using var connection = Open();
        Assert.Contains("'A' of the type 't'", Assert.Throws<ArgumentException>(() => OcelDatabase.Write(log, connection)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_without_the_tables_is_refused_by_name()
    {
        using var connection = Open();
        Assert.Contains("event_map_type", Assert.Throws<LogFormatException>(() => OcelDatabase.Read(connection)).Message, StringComparison.Ordinal);
    }

    internal static string Text(ObjectCentricLog log)
    {
        using var stream = new MemoryStream();
        OcelJson.Write(log, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static ObjectCentricLog FromText(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return OcelJson.Read(stream);
    }

    /// <summary>The tables keep no order among the values of an event or object.</summary>
    private static string Sorted(ObjectCentricLog log) => Text(new ObjectCentricLog(
        log.EventTypes,
        log.ObjectTypes,
        [.. log.Events.Select(e => e with { Attributes = [.. e.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal)] })],
        [.. log.Objects.Select(o => o with { Attributes = [.. o.Attributes.OrderBy(a => a.Time).ThenBy(a => a.Name, StringComparer.Ordinal)] })]));

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
