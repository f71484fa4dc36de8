using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>
/// Rows of an OCEL 2.0 log in its SQLite form, in the order of its <c>event</c> table: one an event, with columns
/// <c>ocel:id</c>, <c>ocel:type</c>, <c>ocel:time</c> and its attributes.
/// </summary>
public sealed class OcelSqliteRowReader : RowReader
{
    private readonly SqliteConnection connection;
    private readonly List<EventTable> tables = [];
    private readonly SqliteDataReader relations;
    private readonly SparseRow row = new();
    private readonly List<ObjectRef> objects = [];
    private bool moreRelations;

    /// <exception cref="ImportFileException">The file lacks a table that OCEL 2.0 asks for.</exception>
    public OcelSqliteRowReader(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            foreach ((string type, string map) in EventTypes())
            {
                tables.Add(new EventTable(type, Query($"SELECT e.rowid, t.* FROM {Quote("event_" + map)} t JOIN event e ON e.ocel_id = t.ocel_id ORDER BY e.rowid")));
            }

            relations = Query("""
                SELECT e.rowid, o.ocel_type, r.ocel_object_id, r.ocel_qualifier
                FROM event_object r JOIN event e ON e.ocel_id = r.ocel_event_id LEFT JOIN object o ON o.ocel_id = r.ocel_object_id
                ORDER BY e.rowid, r.rowid
                """);
            moreRelations = relations.Read();
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            connection.Dispose();
            throw new ImportFileException(e, ImportFault.OcelNoTables, e.Message);
        }

        row.Column("ocel:id");
        row.Column("ocel:type");
        row.Column("ocel:time");
    }

    public override IReadOnlyList<string> Columns => row.Columns;

    public override ReadOnlySpan<byte> Raw => Encoding.UTF8.GetBytes(string.Join(" | ",
        Columns.Select((c, i) => (c, i)).Where(c => Kind(c.i) != CellKind.Missing).Select(c => $"{c.c}={Encoding.UTF8.GetString(Cell(c.i))}")));

    public override IReadOnlyList<ObjectRef> Objects => objects;

    public override CellKind Kind(int column) => row.Kind(column);

    public override ReadOnlySpan<byte> Cell(int column) => row.Cell(column);

    public override bool Read()
    {
        try
        {
            return ReadRow();
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw new ImportFileException(e, ImportFault.Unreadable, e.Message);
        }
    }

    protected override void Dispose(bool disposing) => connection.Dispose();

    /// <summary>Its tables may be views that cannot be computed, and its cells may lack what a row has.</summary>
    private static bool IsOfTheFile(Exception error) => error is SqliteException or InvalidOperationException or InvalidCastException;

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private bool ReadRow()
    {
        EventTable? next = tables.Where(t => !t.AtEnd).MinBy(t => t.RowId);
        if (next is null)
        {
            return false;
        }

        Row++;
        Fault = RejectReason.None;
        row.Clear();
        row.Set(1, next.Type, CellKind.Text);
        for (int i = 1; i < next.Rows.FieldCount; i++)
        {
            SetCell(next.Rows, i);
        }

        ReadObjects(next.RowId);
        next.Advance();
        return true;
    }

    private List<(string Type, string Map)> EventTypes()
    {
        using SqliteDataReader reader = Query("SELECT ocel_type, ocel_type_map FROM event_map_type ORDER BY rowid");
        var types = new List<(string, string)>();
        while (reader.Read())
        {
            types.Add((reader.GetString(0), reader.GetString(1)));
        }

        return types;
    }

    private SqliteDataReader Query(string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    private void SetCell(SqliteDataReader rows, int field)
    {
        if (rows.IsDBNull(field))
        {
            return;
        }

        string name = rows.GetName(field);
        int column = name switch { "ocel_id" => 0, "ocel_time" => 2, _ => row.Column(name) };
        bool boolean = rows.GetDataTypeName(field).StartsWith("BOOL", StringComparison.OrdinalIgnoreCase);
        switch (rows.GetValue(field))
        {
            case long number when boolean:
                row.Set(column, number != 0 ? "true" : "false", CellKind.Boolean);
                break;
            case long number:
                row.Set(column, number.ToString(CultureInfo.InvariantCulture), CellKind.Number);
                break;
            case double number:
                row.Set(column, number.ToString("R", CultureInfo.InvariantCulture), CellKind.Number);
                break;
            case var value:
                row.Set(column, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", CellKind.Text);
                break;
        }
    }

    private void ReadObjects(long rowId)
    {
        objects.Clear();
        while (moreRelations && relations.GetInt64(0) <= rowId)
        {
            if (relations.GetInt64(0) == rowId)
            {
                if (relations.IsDBNull(1))
                {
                    Fault = RejectReason.UnknownObject;
                }
                else
                {
                    objects.Add(ExportNames.ObjectOf(relations.GetString(1), relations.GetString(2), relations.IsDBNull(3) ? "" : relations.GetString(3)));
                }
            }

            moreRelations = relations.Read();
        }
    }

    private sealed class EventTable
    {
        public EventTable(string type, SqliteDataReader rows)
        {
            Type = type;
            Rows = rows;
            Advance();
        }

        public string Type { get; }

        public SqliteDataReader Rows { get; }

        public bool AtEnd { get; private set; }

        public long RowId { get; private set; }

        public void Advance()
        {
            AtEnd = !Rows.Read();
            RowId = AtEnd ? long.MaxValue : Rows.GetInt64(0);
        }
    }
}
