using System.Text.Json;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>Puts the members of a JSON object into the cells of a row.</summary>
internal static class JsonCells
{
    /// <summary>Reads the object that <paramref name="text"/> is.</summary>
    /// <exception cref="JsonException">It is not one JSON object, or holds text that is no Unicode.</exception>
    public static void Read(ReadOnlySpan<byte> text, SparseRow row)
    {
        var reader = new Utf8JsonReader(text);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("not a JSON object");
        }

        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                int column = reader.ValueIsEscaped ? row.Column(reader.GetString()!) : row.Column(reader.ValueSpan);
                reader.Read();
                Value(ref reader, text, row, column);
            }

            if (reader.Read())
            {
                throw new JsonException("text after the object");
            }
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("text that is no Unicode", e);
        }
    }

    /// <summary>Whether a text is a JSON number as it stands, of at most 40 characters.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 40 || (text[0] != '-' && !char.IsAsciiDigit((char)text[0])))
        {
            return false;
        }

        if (text[0] is > (byte)'0' and <= (byte)'9' && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            return true;
        }

        var reader = new Utf8JsonReader(text);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static void Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, SparseRow row, int column)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                row.Set(column, reader.CopyString(row.Reserve(reader.ValueSpan.Length)), CellKind.Text);
                break;
            case JsonTokenType.Number:
                row.Set(column, reader.ValueSpan, CellKind.Number);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                row.Set(column, reader.ValueSpan, CellKind.Boolean);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                int from = (int)reader.TokenStartIndex;
                reader.Skip();
                row.Set(column, text[from..(int)reader.BytesConsumed], CellKind.Json);
                break;
            default:
                break;
        }
    }
}
