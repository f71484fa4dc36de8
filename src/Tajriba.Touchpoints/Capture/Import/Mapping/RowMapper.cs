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
    private const int MaxCode = 100;
    private const int MaxObjects = 1_000;
    private const int MaxAttributeBytes = 64 * 1024;

    private readonly RowReader reader;
    private readonly ColumnMapping mapping;
    private readonly AttributeColumns attributes;
    private readonly TimeRules timeRules;
    private readonly bool safeCells;
    private readonly byte[]? everyName;
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
        everyName = mapping.RowsAreSomebody ? Encoding.UTF8.GetBytes(mapping.EventName!) : null;
        attributes = new AttributeColumns(reader, mapping);
        timeRules = new TimeRules(mapping.Zone(), mapping.MonthFirst);
        rules = new Utf8Names<ObjectRule[]>(mapping.Activity ?? "", 10_000, name => [.. catalogue.Get(name).ObjectRules]);
    }

    /// <summary>What the mapped row last stands for; valid after <see cref="Map"/> answered <see cref="RejectReason.None"/>.</summary>
    public MappedRow Result { get; } = new();

    public ReadOnlySpan<byte> Activity => everyName ?? Text(activity);

    public ReadOnlySpan<byte> Channel => Text(ChannelColumn);

    public ReadOnlySpan<byte> Unit => Text(UnitColumn);

    /// <summary>The source's own id of the event; our exports put the source before it.</summary>
    public ReadOnlySpan<byte> EventId
    {
        get
        {
            ReadOnlySpan<byte> id = Text(EventIdColumn);
            ReadOnlySpan<byte> source = Source;
            return mapping.OurExport && id.Length > source.Length + 1 && id.StartsWith(source) && id[source.Length] == '/' ? id[(source.Length + 1)..] : id;
        }
    }

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

        if (FirstFault(Fault(Channel, MaxCode), Fault(Unit, MaxCode), Fault(EventId, MaxCode), Fault(Source, MaxCode)) is var bad and not RejectReason.None)
        {
            return bad;
        }

        if (attributes.WriteTo(Result.AttributeBytes, MaxAttributeBytes) is var unfit and not RejectReason.None)
        {
            return unfit;
        }

        return Result.Attributes.IsEmpty || EventAttributes.Fault(Result.Attributes) is null ? RejectReason.None : RejectReason.BadAttributes;
    }

    private static RejectReason FirstFault(params ReadOnlySpan<RejectReason> faults)
    {
        foreach (RejectReason fault in faults)
        {
            if (fault != RejectReason.None)
            {
                return fault;
            }
        }

        return RejectReason.None;
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
            if (Fault(known) is var unfit and not RejectReason.None)
            {
                return unfit;
            }

            Result.AddObject(known.Type, Encoding.UTF8.GetBytes(known.Id), known.Qualifier);
        }

        if (objectList >= 0 && ReadList(reader.Cell(objectList)) is var listFault and not RejectReason.None)
        {
            return listFault;
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

        return Result.ObjectCount == 0 && everyName is null ? RejectReason.MissingObject : Result.ObjectCount > MaxObjects ? RejectReason.TooLong : RejectReason.None;
    }

    private RejectReason ReadList(ReadOnlySpan<byte> json)
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
                    return RejectReason.BadJson;
                }

                if (Fault(new ObjectRef(type, id, qualifier)) is var unfit and not RejectReason.None)
                {
                    return unfit;
                }

                Result.AddObject(type, Encoding.UTF8.GetBytes(id), qualifier);
            }

            return RejectReason.None;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return RejectReason.BadJson;
        }
    }

    /// <summary>What the log would refuse of an object that the file names in its own way.</summary>
    private static RejectReason Fault(ObjectRef item) =>
        item.Type.Length == 0 || item.Id.Length == 0 ? RejectReason.UnknownObject
        : item.Type.Length > MaxCode || item.Id.Length > MaxObjectId || item.Qualifier.Length > MaxCode ? RejectReason.TooLong
        : item.Type.Contains('\0') || item.Id.Contains('\0') || item.Qualifier.Contains('\0') ? RejectReason.BadCharacter
        : RejectReason.None;

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
