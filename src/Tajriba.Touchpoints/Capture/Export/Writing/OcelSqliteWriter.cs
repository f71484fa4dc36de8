using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>OCEL 2.0 in its relational form: a SQLite file with the tables that the standard names.</summary>
internal static class OcelSqliteWriter
{
    /// <summary>
    /// Columns for attributes in one file. SQLite takes 2,000 in a table and in an answer, and so does our import in a file;
    /// what a wide log has more than these stands beside them, in one column as JSON.
    /// </summary>
    private const int MostColumns = 1_000;

    private const int FixedColumns = 6;

    public static async Task<long> WriteAsync(string path, OcelSchema schema, IAsyncEnumerable<LoggedEvent> events, CancellationToken cancellationToken)
    {
        File.Delete(path);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using SqliteTransaction transaction = connection.BeginTransaction();
        Run(connection, """
            CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
            CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
            CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL);
            CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL);
            CREATE TABLE event_object (ocel_event_id TEXT NOT NULL, ocel_object_id TEXT NOT NULL, ocel_qualifier TEXT NOT NULL, PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier));
            CREATE TABLE object_object (ocel_source_id TEXT NOT NULL, ocel_target_id TEXT NOT NULL, ocel_qualifier TEXT NOT NULL, PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier));
            """);
        Dictionary<string, EventTable> tables = CreateEventTables(connection, schema);
        WriteObjects(connection, schema);
        using SqliteCommand addEvent = Prepare(connection, "INSERT INTO event VALUES ($a, $b)", 2);
        using SqliteCommand addRelation = Prepare(connection, "INSERT OR IGNORE INTO event_object VALUES ($a, $b, $c)", 3);
        long count = 0;
        await foreach (LoggedEvent item in events.WithCancellation(cancellationToken))
        {
            if (!tables.TryGetValue(item.Name, out EventTable? table))
            {
                continue;
            }

            string id = ExportNames.EventId(item);
            Run(addEvent, id, item.Name);
            table.Add(id, item);
            foreach (ObjectRef known in item.Objects)
            {
                Run(addRelation, id, ExportNames.ObjectId(known), known.Qualifier);
            }

            count++;
        }

        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    private static Dictionary<string, EventTable> CreateEventTables(SqliteConnection connection, OcelSchema schema)
    {
        using SqliteCommand map = Prepare(connection, "INSERT INTO event_map_type VALUES ($a, $b)", 2);
        var tables = new Dictionary<string, EventTable>(StringComparer.Ordinal);
        var columns = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string type, IReadOnlyList<OcelAttribute> attributes) in schema.Events)
        {
            ILookup<bool, OcelAttribute> room = attributes.ToLookup(a => columns.Contains(a.Column) || (columns.Count < MostColumns && columns.Add(a.Column)));
            OcelAttribute[] own = [.. room[true]];
            string name = MapName(type, tables.Count);
            Run(map, type, name);
            string[] fixedColumns = ["ocel_id TEXT PRIMARY KEY", "ocel_time TEXT NOT NULL", Quote(ExportNames.Source) + " TEXT", Quote(ExportNames.Channel) + " TEXT", Quote(ExportNames.Unit) + " TEXT", Quote(ExportNames.Rest) + " TEXT"];
            Run(connection, $"CREATE TABLE {Quote("event_" + name)} ({string.Join(", ", fixedColumns.Concat(own.Select(a => $"{Quote(a.Column)} {SqlType(a)}")))})");
            int parameters = FixedColumns + own.Length;
            string sql = $"INSERT INTO {Quote("event_" + name)} VALUES ({string.Join(", ", Enumerable.Range(0, parameters).Select(Parameter))})";
            tables.Add(type, new EventTable(Prepare(connection, sql, parameters), own, [.. room[false].Select(a => a.Name)]));
        }

        return tables;
    }

    private static void WriteObjects(SqliteConnection connection, OcelSchema schema)
    {
        using SqliteCommand map = Prepare(connection, "INSERT INTO object_map_type VALUES ($a, $b)", 2);
        int number = 0;
        foreach (string type in schema.ObjectTypes)
        {
            string name = MapName(type, number++);
            Run(map, type, name);
            Run(connection, $"CREATE TABLE {Quote("object_" + name)} (ocel_id TEXT NOT NULL, ocel_time TEXT NOT NULL, ocel_changed_field TEXT)");
        }

        using SqliteCommand add = Prepare(connection, "INSERT INTO object VALUES ($a, $b)", 2);
        foreach (ObjectRef known in schema.Objects)
        {
            Run(add, ExportNames.ObjectId(known), known.Type);
        }
    }

    /// <summary>A table's name from a type's: its Latin letters and digits, and a number that keeps it apart.</summary>
    private static string MapName(string type, int number) => string.Concat(type.Where(char.IsAsciiLetterOrDigit)) + "_" + number;

    private static string SqlType(OcelAttribute attribute) => attribute.OcelType switch { "integer" => "INTEGER", "float" => "REAL", "boolean" => "BOOLEAN", _ => "TEXT" };

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Parameter(int index) => index < 26 ? $"${(char)('a' + index)}" : $"$p{index}";

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = Parameter(i) });
        }

        return command;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private sealed class EventTable(SqliteCommand insert, IReadOnlyList<OcelAttribute> attributes, HashSet<string> rest)
    {
        public void Add(string id, LoggedEvent item)
        {
            using JsonDocument? json = item.Attributes is null ? null : JsonDocument.Parse(item.Attributes);
            object?[] values = new object?[FixedColumns + attributes.Count];
            (values[0], values[1], values[2], values[3], values[4]) = (id, FileTime.Of(item.Time), item.Source, item.Channel, item.Unit);
            values[5] = json is null || rest.Count == 0 ? null : Rest(json.RootElement);
            for (int i = 0; json is not null && i < attributes.Count; i++)
            {
                values[FixedColumns + i] = json.RootElement.TryGetProperty(attributes[i].Name, out JsonElement value) ? Value(value, attributes[i]) : null;
            }

            Run(insert, values);
        }

        /// <summary>The members without a column as a JSON object; null where there are none.</summary>
        private string? Rest(JsonElement attributes)
        {
            var text = new ArrayBufferWriter<byte>();
            using var json = new Utf8JsonWriter(text, JsonLinesWriter.Options);
            bool any = false;
            json.WriteStartObject();
            foreach (JsonProperty member in attributes.EnumerateObject().Where(m => rest.Contains(m.Name)))
            {
                any = true;
                member.WriteTo(json);
            }

            json.WriteEndObject();
            json.Flush();
            return any ? Encoding.UTF8.GetString(text.WrittenSpan) : null;
        }

        private static object? Value(JsonElement value, OcelAttribute attribute) => value.ValueKind switch
        {
            JsonValueKind.Null => null,
            _ when attribute.IsJson => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => 1L,
            JsonValueKind.False => 0L,
            _ => attribute.OcelType == "integer" ? value.GetInt64() : value.GetDouble(),
        };
    }
}
