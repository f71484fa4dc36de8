using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>Writes the cells that are attributes as one JSON object.</summary>
internal sealed class AttributeColumns(RowReader reader, ColumnMapping mapping)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter writer = new(Stream.Null, Options);
    private (int Column, JsonEncodedText Name, bool Json)[] columns = [];
    private int whole = -1;
    private int rest = -1;

    public void FindColumns()
    {
        var named = mapping.Named().ToHashSet(StringComparer.Ordinal);
        var chosen = mapping.Attributes?.ToHashSet(StringComparer.Ordinal);
        var list = new List<(int, JsonEncodedText, bool)>();
        for (int i = 0; i < reader.Columns.Count; i++)
        {
            string name = reader.Columns[i];
            if (name == mapping.AttributeObject)
            {
                whole = i;
            }
            else if (mapping.OurExport && name == ExportNames.Rest)
            {
                rest = i;
            }
            else if (name == mapping.Text || name == mapping.Rating || (chosen is null ? !named.Contains(name) : chosen.Contains(name)))
            {
                bool json = mapping.OurExport && ExportNames.TryTakeJson(ref name);
                name = mapping.OurExport ? ExportNames.Undo(name) : name;
                name = Called(name);
                list.Add((i, JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping), json));
            }
        }

        columns = [.. list];
    }

    /// <summary>As the attribute is called; a column that has the name of what another one stands for is kept beside it.</summary>
    private string Called(string column)
        => column == mapping.Text ? "text"
            : column == mapping.Rating ? "rating"
            : (column == "text" && mapping.Text is not null) || (column == "rating" && mapping.Rating is not null) ? column + "_2"
            : column;

    public RejectReason WriteTo(ArrayBufferWriter<byte> output, int limit)
    {
        if (whole >= 0)
        {
            return Copy(reader.Cell(whole), output, limit);
        }

        ReadOnlySpan<byte> more = rest < 0 ? default : reader.Cell(rest);
        long length = more.Length;
        bool any = !more.IsEmpty;
        foreach ((int column, _, _) in columns)
        {
            any |= reader.Kind(column) != CellKind.Missing;
            length += reader.Cell(column).Length;
        }

        if (length > limit)
        {
            return RejectReason.TooLong;
        }

        if (!any)
        {
            return RejectReason.None;
        }

        if (!more.IsEmpty && EventAttributes.Fault(more) is not null)
        {
            return RejectReason.BadAttributes;
        }

        writer.Reset(output);
        writer.WriteStartObject();
        foreach ((int column, JsonEncodedText name, bool json) in columns)
        {
            Write(name, column, json);
        }

        WriteMembers(more);
        writer.WriteEndObject();
        writer.Flush();
        return RejectReason.None;
    }

    private void Write(JsonEncodedText name, int column, bool json)
    {
        CellKind kind = reader.Kind(column);
        if (kind == CellKind.Missing)
        {
            return;
        }

        ReadOnlySpan<byte> value = reader.Cell(column);
        writer.WritePropertyName(name);
        if (kind == CellKind.Text && !json && !(reader is CsvRowReader && IsPlainNumber(value)))
        {
            writer.WriteStringValue(value);
        }
        else
        {
            writer.WriteRawValue(value, skipInputValidation: true);
        }
    }

    /// <summary>Writes what stands in an object beside what stands in columns.</summary>
    private void WriteMembers(ReadOnlySpan<byte> json)
    {
        var members = new Utf8JsonReader(json);
        bool any = !json.IsEmpty && members.Read();
        while (any && members.Read() && members.TokenType == JsonTokenType.PropertyName)
        {
            writer.WritePropertyName(members.GetString()!);
            members.Read();
            int from = (int)members.TokenStartIndex;
            members.Skip();
            writer.WriteRawValue(json[from..(int)members.BytesConsumed], skipInputValidation: true);
        }
    }

    /// <summary>A text that JSON reads as the same number and that does not lose digits: <c>12</c>, <c>-0.5</c>, but not <c>007</c>.</summary>
    private static bool IsPlainNumber(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> digits = text.Length > 0 && text[0] == '-' ? text[1..] : text;
        if (digits.IsEmpty || digits.Length > 15 || digits[0] is < (byte)'0' or > (byte)'9' || digits[^1] == '.')
        {
            return false;
        }

        int point = digits.IndexOf((byte)'.');
        ReadOnlySpan<byte> integer = point < 0 ? digits : digits[..point];
        ReadOnlySpan<byte> fraction = point < 0 ? default : digits[(point + 1)..];
        return integer.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && fraction.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && (integer.Length == 1 || integer[0] != '0');
    }

    private RejectReason Copy(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> output, int limit)
    {
        if (json.IsEmpty)
        {
            return RejectReason.None;
        }

        if (json.Length > limit)
        {
            return RejectReason.TooLong;
        }

        if (EventAttributes.Fault(json) is not null)
        {
            return RejectReason.BadAttributes;
        }

        output.Write(json);
        return RejectReason.None;
    }
}
