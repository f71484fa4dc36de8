using System.Text.Json;
using System.Text.Unicode;

namespace Tajriba.Kernel.Log;

/// <summary>
/// What the attributes of an event must be, so that every reader and both databases take them: a JSON object of at most
/// <see cref="MaxBytes"/> and <see cref="MaxDepth"/> levels in valid UTF-8, without NUL and half surrogate pairs (also not
/// as escapes). Numbers are kept as they are written, also those that no double holds.
/// </summary>
public static class EventAttributes
{
    public const int MaxBytes = 1 << 20;

    public const int MaxDepth = 64;

    /// <summary>What is wrong with the text, or null where the log takes it.</summary>
    public static string? Fault(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.Length > MaxBytes)
        {
            return $"at most {MaxBytes} bytes";
        }

        // The reader checks neither encoding nor the values that nobody asks it for.
        if (!Utf8.IsValid(utf8Json))
        {
            return "not valid UTF-8";
        }

        if (FlatJson.Recognises(utf8Json))
        {
            return null;
        }

        if (utf8Json.Contains((byte)0))
        {
            return "must not hold a NUL character";
        }

        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return "must be a JSON object";
            }

            while (reader.Read())
            {
                if (!Takes(in reader))
                {
                    return "holds an escaped NUL or half a surrogate pair";
                }
            }

            return null;
        }
        catch (JsonException e)
        {
            return $"not valid JSON of at most {MaxDepth} levels: {e.Message}";
        }
    }

    /// <summary>
    /// Whether the log takes the token on which a reader stands, for those who read a valid text anyway and would not read
    /// it twice: where it takes every token, <see cref="Fault"/> finds nothing within the size and depth allowed.
    /// </summary>
    public static bool Takes(in Utf8JsonReader reader) => !reader.ValueIsEscaped || !HasForbiddenEscape(reader.ValueSpan);

    /// <summary>Escapes are well-formed here; only what <c>\u</c> stands for is looked at.</summary>
    private static bool HasForbiddenEscape(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf((byte)'\\'); at >= 0;)
        {
            text = text[at..];
            var length = 2;
            if (text[1] == 'u')
            {
                length = 6;
                var unit = Unit(text);
                if (unit == 0 || char.IsLowSurrogate(unit))
                {
                    return true;
                }

                if (char.IsHighSurrogate(unit))
                {
                    if (text.Length < 12 || text[6] != '\\' || text[7] != 'u' || !char.IsLowSurrogate(Unit(text[6..])))
                    {
                        return true;
                    }

                    length = 12;
                }
            }

            text = text[length..];
            at = text.IndexOf((byte)'\\');
        }

        return false;
    }

    private static char Unit(ReadOnlySpan<byte> escape)
        => (char)((Hex(escape[2]) << 12) | (Hex(escape[3]) << 8) | (Hex(escape[4]) << 4) | Hex(escape[5]));

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
