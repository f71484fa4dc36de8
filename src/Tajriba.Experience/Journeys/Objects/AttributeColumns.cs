using System.Text;
using System.Text.Json;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>
/// Learns columns from the events' attributes: scalars of the outermost object, text as it stands, numbers as written. Of a
/// client's message only what it says counts (Segment's properties, the data of a CloudEvent), without the ids in it.
/// </summary>
internal sealed class AttributeColumns
{
    private const int LongestValue = 200;
    private static readonly string[] Taken = [ObjectLogColumns.Channel, ObjectLogColumns.Unit, ObjectLogColumns.Employee];

    private readonly EventLogBuilder builder;
    private readonly HashSet<string> dropped;
    private readonly List<(byte[] Name, int Column)> columns = [];
    private readonly List<byte[]> ignored = [];
    private readonly List<(int Column, int Value)> pending = [];
    private bool inMessage;
    private byte[] buffer = new byte[LongestValue * 6];

    public AttributeColumns(EventLogBuilder builder, EventLog before, HashSet<string> dropped)
    {
        this.builder = builder;
        this.dropped = dropped;
        foreach (var column in before.Columns)
        {
            if (column.Level == AttributeLevel.Event && !Taken.Contains(column.Name))
            {
                columns.Add((Encoding.UTF8.GetBytes(column.Name), builder.Column(column.Name)));
            }
        }

        ignored.AddRange(dropped.Concat(Taken).Select(Encoding.UTF8.GetBytes));
    }

    /// <summary>Reads the attributes of one event.</summary>
    /// <param name="json">A JSON object as UTF-8, or empty.</param>
    /// <param name="isMessage">Whether that is a client's whole message.</param>
    public void Read(ReadOnlySpan<byte> json, bool isMessage)
    {
        pending.Clear();
        if (json.IsEmpty)
        {
            return;
        }

        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        inMessage = isMessage;
        if (inMessage)
        {
            Message(ref reader);
        }
        else
        {
            Members(ref reader);
        }
    }

    /// <summary>Gives what was read to the event added last.</summary>
    public void Set()
    {
        foreach (var (column, value) in pending)
        {
            builder.SetEvent(column, value);
        }
    }

    /// <summary>Of a message, what its properties, traits or data say; the rest is about its sending.</summary>
    private void Message(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var says = reader.ValueTextEquals("properties"u8) || reader.ValueTextEquals("traits"u8) || reader.ValueTextEquals("data"u8);
            reader.Read();
            if (says && reader.TokenType == JsonTokenType.StartObject)
            {
                Members(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void Members(ref Utf8JsonReader reader)
    {
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = inMessage && reader.ValueSpan.EndsWith("_id"u8) ? -1 : Column(ref reader, expected++);
            reader.Read();
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                reader.Skip();
            }
            else if (column >= 0 && reader.TokenType != JsonTokenType.Null)
            {
                Keep(column, ref reader);
            }
        }
    }

    private void Keep(int column, ref Utf8JsonReader reader)
    {
        var value = reader.ValueSpan;
        if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
        {
            if (value.Length > buffer.Length)
            {
                return;
            }

            value = buffer.AsSpan(0, reader.CopyString(buffer));
        }

        if (value.Length is > 0 and <= LongestValue)
        {
            var code = builder.Value(column, value);
            if (code > ObjectLog.MostValues)
            {
                Drop(column);
                return;
            }

            pending.Add((column, code));
        }
    }

    private void Drop(int column)
    {
        var at = columns.FindIndex(c => c.Column == column);
        dropped.Add(Encoding.UTF8.GetString(columns[at].Name));
        ignored.Add(columns[at].Name);
        columns.RemoveAt(at);
    }

    /// <summary>The column of the attribute at hand, or -1. Events of a kind name their attributes in one order, so the expected place is tried first.</summary>
    private int Column(ref Utf8JsonReader reader, int expected)
    {
        if (expected < columns.Count && reader.ValueTextEquals(columns[expected].Name))
        {
            return columns[expected].Column;
        }

        foreach (var (name, column) in columns)
        {
            if (reader.ValueTextEquals(name))
            {
                return column;
            }
        }

        foreach (var name in ignored)
        {
            if (reader.ValueTextEquals(name))
            {
                return -1;
            }
        }

        var text = reader.GetString()!;
        var bytes = Encoding.UTF8.GetBytes(text);
        if (columns.Count >= ObjectLog.MostAttributes || text.Length == 0 || text.StartsWith(EventLogBuilder.CasePrefix, StringComparison.Ordinal))
        {
            dropped.Add(text);
            ignored.Add(bytes);
            return -1;
        }

        columns.Add((bytes, builder.Column(text)));
        return columns[^1].Column;
    }
}
