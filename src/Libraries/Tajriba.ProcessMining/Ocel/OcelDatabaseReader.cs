using System.Data.Common;
using System.Globalization;

namespace Tajriba.ProcessMining.Ocel;

/// <summary>Reads the tables of the relational form.</summary>
internal sealed class OcelDatabaseReader(DbConnection connection, CancellationToken cancel)
{
    public ObjectCentricLog Read()
    {
        var (eventTypes, eventTables) = Types("event");
        var (objectTypes, objectTables) = Types("object");
        var eventRelations = Relations("event_object", "ocel_event_id", "ocel_object_id");
        var objectRelations = Relations("object_object", "ocel_source_id", "ocel_target_id");
        var eventRows = eventTables.ToDictionary(t => t.Key, t => Rows(t.Value, eventTypes.First(x => x.Name == t.Key)), StringComparer.Ordinal);
        var objectRows = objectTables.ToDictionary(t => t.Key, t => Rows(t.Value, objectTypes.First(x => x.Name == t.Key)), StringComparer.Ordinal);
        var events = Items("event", eventRows).ConvertAll(item =>
        {
            if (item.Rows.Count != 1)
            {
                throw new LogFormatException($"table event_{item.Type}: the event '{item.Id}' has {item.Rows.Count} rows instead of one");
            }

            return new OcelEvent(
                item.Id,
                item.Type,
                item.Rows[0].Time,
                [.. item.Rows[0].Values.Select(v => new OcelAttribute(v.Name, v.Value))],
                eventRelations.GetValueOrDefault(item.Id, []));
        });
        var objects = Items("object", objectRows).ConvertAll(item => new OcelObject(
            item.Id,
            item.Type,
            [.. item.Rows.SelectMany(row => row.Values.Select(v => new OcelObjectAttribute(v.Name, row.Time, v.Value)))],
            objectRelations.GetValueOrDefault(item.Id, [])));
        return new ObjectCentricLog(eventTypes, objectTypes, events, objects);
    }

    private (List<OcelType> Types, Dictionary<string, string> Tables) Types(string kind)
    {
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        Each($"SELECT ocel_type, ocel_type_map FROM {kind}_map_type ORDER BY rowid", $"{kind}_map_type", row => tables[row.GetString(0)] = $"{kind}_{row.GetString(1)}");
        var types = new List<OcelType>();
        foreach (var (name, table) in tables)
        {
            var attributes = new List<OcelAttributeDefinition>();
            Each($"PRAGMA table_info({OcelTables.Quote(table)})", table, row =>
            {
                var column = row.GetString(1);
                if (!OcelTables.Own.Contains(column, StringComparer.OrdinalIgnoreCase))
                {
                    attributes.Add(new OcelAttributeDefinition(column, OcelTypeNames.FromSql(row.GetString(2))));
                }
            });
            types.Add(new OcelType(name, attributes));
        }

        return (types, tables);
    }

    private Dictionary<string, IReadOnlyList<OcelRelation>> Relations(string table, string from, string to)
    {
        var relations = new Dictionary<string, IReadOnlyList<OcelRelation>>(StringComparer.Ordinal);
        Each($"SELECT {from}, {to}, ocel_qualifier FROM {table} ORDER BY rowid", table, row =>
        {
            var id = row.GetString(0);
            if (!relations.TryGetValue(id, out var list))
            {
                relations.Add(id, list = new List<OcelRelation>());
            }

            ((List<OcelRelation>)list).Add(new OcelRelation(row.GetString(1), row.IsDBNull(2) ? "" : row.GetString(2)));
        });
        return relations;
    }

    private Dictionary<string, List<Row>> Rows(string table, OcelType type)
    {
        var rows = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
        var columns = string.Concat(type.Attributes.Select(a => ", " + OcelTables.Quote(a.Name)));
        Each($"SELECT ocel_id, ocel_time{columns} FROM {OcelTables.Quote(table)} ORDER BY rowid", table, row =>
        {
            var id = row.GetString(0);
            var values = new List<(string, OcelValue)>();
            for (var i = 0; i < type.Attributes.Count; i++)
            {
                if (!row.IsDBNull(i + 2))
                {
                    values.Add((type.Attributes[i].Name, Value(row.GetValue(i + 2), type.Attributes[i], table, id)));
                }
            }

            var text = Text(row.GetValue(1));
            if (!OcelTime.TryParse(text, out var time))
            {
                throw new LogFormatException($"table {table}, '{id}': '{text}' is no ISO 8601 time");
            }

            if (!rows.TryGetValue(id, out var list))
            {
                rows.Add(id, list = []);
            }

            list.Add(new Row(time, values));
        });
        return rows;
    }

    private List<(string Id, string Type, List<Row> Rows)> Items(string table, Dictionary<string, Dictionary<string, List<Row>>> rows)
    {
        var items = new List<(string, string, List<Row>)>();
        Each($"SELECT ocel_id, ocel_type FROM {table} ORDER BY rowid", table, row =>
        {
            var (id, type) = (row.GetString(0), row.GetString(1));
            items.Add((id, type, rows.TryGetValue(type, out var ofType) && ofType.TryGetValue(id, out var own) ? own : []));
        });
        return items;
    }

    private static OcelValue Value(object value, OcelAttributeDefinition attribute, string table, string id) =>
        OcelValue.TryParse(Text(value), attribute.Type, out var parsed)
            ? parsed
            : throw new LogFormatException($"table {table}, '{id}': the attribute '{attribute.Name}' holds '{Text(value)}', which is no {OcelTypeNames.Of(attribute.Type)}");

    private static string Text(object value) => value switch
    {
        double real => real.ToString("R", CultureInfo.InvariantCulture),
        DateTime time => OcelTime.Format(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private void Each(string sql, string table, Action<DbDataReader> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        DbDataReader rows;
        try
        {
            rows = command.ExecuteReader();
        }
        catch (DbException e)
        {
            throw new LogFormatException($"table {table}: {e.Message}", e);
        }

        using (rows)
        {
            while (rows.Read())
            {
                cancel.ThrowIfCancellationRequested();
                read(rows);
            }
        }
    }

    private sealed record Row(DateTimeOffset Time, List<(string Name, OcelValue Value)> Values);
}
