using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>Turns rows of one reader into events by a mapping. Follows columns that appear later in the file.</summary>
public sealed class RowMapper
{
    private const int MaxName = 200;
    private const int MaxObjectId = 200;
    private const int MaxId = 201;
    private const int MaxAttributeBytes = 64 * 1024;

    private readonly RowReader reader;
    private readonly ColumnMapping mapping;
    private readonly AttributeColumns attributes;
    private readonly TimeRules timeRules;
    private readonly bool safeCells;
    private readonly Utf8Names<ObjectRule[]> rules;
    private int knownColumns = -1;
    private int activity;
    private int time;
    private int objectList;
    private (int Column, string Type)[] objects = [];

    public RowMapper(RowReader reader, ColumnMapping mapping, IEventCatalogue catalogue)
    {
        this.reader = reader;
        this.mapping = mapping;
        safeCells = mapping.OurExport && reader is CsvRowReader;
        attributes = new AttributeColumns(reader, mapping);
        timeRules = new TimeRules(mapping.Zone(), mapping.MonthFirst);
        rules = new Utf8Names<ObjectRule[]>(mapping.Activity ?? "", 10_000, name => [.. catalogue.Get(name).ObjectRules]);
    }

    /// <summary>What the mapped row last stands for; valid after <see cref="Map"/> answered <see cref="RejectReason.None"/>.</summary>
    public MappedRow Result { get; } = new();

    /// <summary>Whether the file is our own export.</summary>
    public bool IsOurExport => mapping.OurExport;

    public ReadOnlySpan<byte> Activity => Text(activity);

    public ReadOnlySpan<byte> Channel => Text(ChannelColumn);

    public ReadOnlySpan<byte> Unit => Text(UnitColumn);

    public ReadOnlySpan<byte> EventId => Text(EventIdColumn);

    public ReadOnlySpan<byte> Source => Text(SourceColumn);

    private int ChannelColumn { get; set; }

    private int UnitColumn { get; set; }

    private int EventIdColumn { get; set; }

    private int SourceColumn { get; set; }

    /// <summary>Maps the row that the reader stands on. Fills <see cref="Result"/> or says why the row cannot be taken.</summary>
    public RejectReason Map()
    {
        if (reader.Fault != RejectReason.None)
        {
            return reader.Fault;
        }

        if (knownColumns != reader.Columns.Count)
        {
            FindColumns();
        }

        Result.Clear();
        ReadOnlySpan<byte> name = Activity;
        if (name.IsEmpty)
        {
            return RejectReason.MissingActivity;
        }

        if (Fault(name, MaxName) is var fault and not RejectReason.None)
        {
            return fault;
        }

        ReadOnlySpan<byte> clock = Text(time);
        if (clock.IsEmpty)
        {
            return RejectReason.MissingTime;
        }

        if (!EventTime.TryParse(clock, timeRules, out long microseconds))
        {
            return RejectReason.BadTime;
        }

        Result.Time = microseconds;
        if (Objects(name) is var objectFault and not RejectReason.None)
        {
            return objectFault;
        }

        foreach (int column in (ReadOnlySpan<int>)[ChannelColumn, UnitColumn, EventIdColumn, SourceColumn])
        {
            if (Fault(Text(column), MaxId) is var f and not RejectReason.None)
            {
                return f;
            }
        }

        if (attributes.WriteTo(Result.AttributeBytes, MaxAttributeBytes) is var bad and not RejectReason.None)
        {
            return bad;
        }

        return Result.Attributes.IsEmpty || EventAttributes.Fault(Result.Attributes) is null ? RejectReason.None : RejectReason.BadAttributes;
    }

    private RejectReason Fault(ReadOnlySpan<byte> text, int limit) =>
        text.Length > limit && Encoding.UTF8.GetCharCount(text) > limit ? RejectReason.TooLong
        : text.IndexOfAnyInRange((byte)0, mapping.OurExport ? (byte)0 : (byte)31) >= 0 ? RejectReason.BadCharacter
        : RejectReason.None;

    private ReadOnlySpan<byte> Text(int column)
    {
        if (column < 0)
        {
            return default;
        }

        ReadOnlySpan<byte> cell = reader.Cell(column);
        return safeCells ? FormulaSafety.Undo(cell) : mapping.OurExport ? cell : cell.Trim(" \t"u8);
    }

    private RejectReason Objects(ReadOnlySpan<byte> name)
    {
        foreach (ObjectRef known in reader.Objects)
        {
            Result.AddObject(known.Type, Encoding.UTF8.GetBytes(known.Id), known.Qualifier);
        }

        if (objectList >= 0 && !ReadList(reader.Cell(objectList)))
        {
            return RejectReason.BadJson;
        }

        foreach ((int column, string type) in objects)
        {
            ReadOnlySpan<byte> id = Text(column);
            if (Fault(id, MaxObjectId) is var fault and not RejectReason.None)
            {
                return fault;
            }

            if (!id.IsEmpty)
            {
                Result.AddObject(type, id);
            }
        }

        foreach (ObjectRule rule in rules.Get(name))
        {
            int column = Index(rule.Attribute);
            ReadOnlySpan<byte> id = Text(column);
            if (!id.IsEmpty && Fault(id, MaxObjectId) == RejectReason.None)
            {
                Result.AddObject(rule.ObjectType, id);
            }
        }

        return Result.ObjectCount == 0 ? RejectReason.MissingObject : RejectReason.None;
    }

    private bool ReadList(ReadOnlySpan<byte> json)
    {
        try
        {
            var list = new Utf8JsonReader(json);
            list.Read();
            while (list.Read() && list.TokenType == JsonTokenType.StartArray)
            {
                list.Read();
                string? type = list.GetString();
                list.Read();
                string? id = list.GetString();
                string qualifier = list.Read() && list.TokenType == JsonTokenType.String ? list.GetString()! : "";
                if (list.TokenType == JsonTokenType.String)
                {
                    list.Read();
                }

                if (string.IsNullOrEmpty(type) || string.IsNullOrEmpty(id) || list.TokenType != JsonTokenType.EndArray)
                {
                    return false;
                }

                Result.AddObject(type, Encoding.UTF8.GetBytes(id), qualifier);
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private void FindColumns()
    {
        knownColumns = reader.Columns.Count;
        activity = Index(mapping.Activity);
        time = Index(mapping.Time);
        objectList = Index(mapping.ObjectList);
        ChannelColumn = Index(mapping.Channel);
        UnitColumn = Index(mapping.Unit);
        EventIdColumn = Index(mapping.EventId);
        SourceColumn = Index(mapping.Source);
        objects = [.. mapping.Objects.OrderBy(o => o.Type == "customer" ? 0 : 1).Select(o => (Index(o.Column), o.Type)).Where(o => o.Item1 >= 0)];
        attributes.FindColumns();
    }

    private int Index(string? column)
    {
        for (int i = 0; column is not null && i < reader.Columns.Count; i++)
        {
            if (reader.Columns[i] == column)
            {
                return i;
            }
        }

        return -1;
    }
}
