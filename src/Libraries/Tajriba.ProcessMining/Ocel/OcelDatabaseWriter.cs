using System.Data.Common;

namespace Tajriba.ProcessMining.Ocel;

/// <summary>Creates and fills the tables of the relational form.</summary>
internal sealed class OcelDatabaseWriter(ObjectCentricLog log, DbConnection connection, DbTransaction transaction, CancellationToken cancel)
{
    public void Write()
    {
        Execute("CREATE TABLE \"event_map_type\" (\"ocel_type\" TEXT PRIMARY KEY, \"ocel_type_map\" TEXT)");
        Execute("CREATE TABLE \"object_map_type\" (\"ocel_type\" TEXT PRIMARY KEY, \"ocel_type_map\" TEXT)");
        Execute("CREATE TABLE \"event\" (\"ocel_id\" TEXT PRIMARY KEY, \"ocel_type\" TEXT REFERENCES \"event_map_type\" (\"ocel_type\"))");
        Execute("CREATE TABLE \"object\" (\"ocel_id\" TEXT PRIMARY KEY, \"ocel_type\" TEXT REFERENCES \"object_map_type\" (\"ocel_type\"))");
        Execute("CREATE TABLE \"event_object\" (\"ocel_event_id\" TEXT REFERENCES \"event\" (\"ocel_id\"), \"ocel_object_id\" TEXT REFERENCES \"object\" (\"ocel_id\"), \"ocel_qualifier\" TEXT, PRIMARY KEY (\"ocel_event_id\", \"ocel_object_id\", \"ocel_qualifier\"))");
        Execute("CREATE TABLE \"object_object\" (\"ocel_source_id\" TEXT REFERENCES \"object\" (\"ocel_id\"), \"ocel_target_id\" TEXT REFERENCES \"object\" (\"ocel_id\"), \"ocel_qualifier\" TEXT, PRIMARY KEY (\"ocel_source_id\", \"ocel_target_id\", \"ocel_qualifier\"))");
        WriteTypes("event", log.EventTypes, "");
        WriteTypes("object", log.ObjectTypes, $", \"{OcelTables.ChangedField}\" TEXT");
        WriteObjects();
        WriteEvents();
    }

    private void WriteTypes(string kind, IReadOnlyList<OcelType> types, string moreColumns)
    {
        var suffixes = OcelTables.Suffixes(types);
        using var map = Insert($"{kind}_map_type", ["ocel_type", "ocel_type_map"]);
        for (var i = 0; i < types.Count; i++)
        {
            var names = new HashSet<string>(OcelTables.Own, StringComparer.OrdinalIgnoreCase);
            foreach (var attribute in types[i].Attributes)
            {
                if (!names.Add(attribute.Name))
                {
                    throw new ArgumentException($"The attribute '{attribute.Name}' of the type '{types[i].Name}' cannot be a column beside {string.Join(", ", names)}.", nameof(types));
                }
            }

            var columns = string.Concat(types[i].Attributes.Select(a => $", {OcelTables.Quote(a.Name)} {OcelTypeNames.Sql(a.Type)}"));
            var key = kind == "event" ? " PRIMARY KEY" : "";
            Execute($"CREATE TABLE {OcelTables.Quote($"{kind}_{suffixes[i]}")} (\"ocel_id\" TEXT{key} REFERENCES \"{kind}\" (\"ocel_id\"), \"ocel_time\" TIMESTAMP{moreColumns}{columns})");
            Run(map, types[i].Name, suffixes[i]);
        }
    }

    private void WriteObjects()
    {
        using var item = Insert("object", [OcelTables.Id, "ocel_type"]);
        using var related = Insert("object_object", ["ocel_source_id", "ocel_target_id", "ocel_qualifier"]);
        var rows = Rows("object", log.ObjectTypes, [OcelTables.Id, OcelTables.Time, OcelTables.ChangedField]);
        foreach (var o in log.Objects)
        {
            Run(item, o.Id, o.Type);
        }

        foreach (var o in log.Objects)
        {
            foreach (var relation in o.Relations)
            {
                Run(related, o.Id, relation.ObjectId, relation.Qualifier);
            }

            var (row, names) = rows[o.Type];
            var first = o.Attributes.Where(a => a.Time == OcelTime.Initial).ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
            Run(row, [o.Id, OcelTime.Format(OcelTime.Initial), null, .. names.Select(n => first.TryGetValue(n, out var value) ? Plain(value) : null)]);
            foreach (var change in o.Attributes.Where(a => a.Time != OcelTime.Initial))
            {
                Run(row, [o.Id, OcelTime.Format(change.Time), change.Name, .. names.Select(n => n == change.Name ? Plain(change.Value) : null)]);
            }
        }

        Release(rows);
    }

    private void WriteEvents()
    {
        using var item = Insert("event", [OcelTables.Id, "ocel_type"]);
        using var related = Insert("event_object", ["ocel_event_id", "ocel_object_id", "ocel_qualifier"]);
        var rows = Rows("event", log.EventTypes, [OcelTables.Id, OcelTables.Time]);
        foreach (var e in log.Events)
        {
            cancel.ThrowIfCancellationRequested();
            Run(item, e.Id, e.Type);
            foreach (var relation in e.Relations)
            {
                Run(related, e.Id, relation.ObjectId, relation.Qualifier);
            }

            var (row, names) = rows[e.Type];
            var values = e.Attributes.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
            Run(row, [e.Id, OcelTime.Format(e.Time), .. names.Select(n => values.TryGetValue(n, out var value) ? Plain(value) : null)]);
        }

        Release(rows);
    }

    private Dictionary<string, (DbCommand Insert, string[] Names)> Rows(string kind, IReadOnlyList<OcelType> types, string[] own)
    {
        var suffixes = OcelTables.Suffixes(types);
        var rows = new Dictionary<string, (DbCommand, string[])>(StringComparer.Ordinal);
        for (var i = 0; i < types.Count; i++)
        {
            string[] names = [.. types[i].Attributes.Select(a => a.Name)];
            rows.Add(types[i].Name, (Insert($"{kind}_{suffixes[i]}", [.. own, .. names]), names));
        }

        return rows;
    }

    private static void Release(Dictionary<string, (DbCommand Insert, string[] Names)> rows)
    {
        foreach (var (insert, _) in rows.Values)
        {
            insert.Dispose();
        }
    }

    private static object Plain(OcelValue value) => value.Type switch
    {
        OcelValueType.Integer => value.AsInteger(),
        OcelValueType.Float => value.AsFloat(),
        OcelValueType.Boolean => value.AsBoolean() ? 1L : 0L,
        _ => value.ToString(),
    };

    private DbCommand Insert(string table, string[] columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {OcelTables.Quote(table)} ({string.Join(", ", columns.Select(OcelTables.Quote))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Run(DbCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
