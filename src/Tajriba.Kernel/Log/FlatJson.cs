using System.Buffers;

namespace Tajriba.Kernel.Log;

/// <summary>
/// Recognises the JSON that most attributes are: an object without spaces whose values are texts without escapes, plain
/// numbers, true, false or null. A tenth of a reader's work; what it does not recognise may be sound all the same.
/// </summary>
internal static class FlatJson
{
    private static readonly SearchValues<byte> EndsText = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(c => (byte)c)]);

    /// <param name="json">Valid UTF-8.</param>
    public static bool Recognises(ReadOnlySpan<byte> json)
    {
        if (json is [(byte)'{', (byte)'}'])
        {
            return true;
        }

        if (json is not [(byte)'{', ..])
        {
            return false;
        }

        for (var at = 1; Text(json, ref at) && At(json, at++) == ':' && Value(json, ref at); at++)
        {
            if (At(json, at) == '}')
            {
                return at + 1 == json.Length;
            }

            if (At(json, at) != ',')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The byte at a place, or 0 behind the end, where JSON has none.</summary>
    private static byte At(ReadOnlySpan<byte> json, int place) => (uint)place < (uint)json.Length ? json[place] : (byte)0;

    private static bool Value(ReadOnlySpan<byte> json, ref int at) => At(json, at) switch
    {
        (byte)'"' => Text(json, ref at),
        (byte)'t' => Word(json, ref at, "true"u8),
        (byte)'f' => Word(json, ref at, "false"u8),
        (byte)'n' => Word(json, ref at, "null"u8),
        _ => Number(json, ref at),
    };

    private static bool Text(ReadOnlySpan<byte> json, ref int at)
    {
        if (At(json, at) != '"')
        {
            return false;
        }

        var length = json[(at + 1)..].IndexOfAny(EndsText);
        at += length + 2;
        return length >= 0 && json[at - 1] == '"';
    }

    private static bool Word(ReadOnlySpan<byte> json, ref int at, ReadOnlySpan<byte> word)
    {
        var fits = json[at..].StartsWith(word);
        at += word.Length;
        return fits;
    }

    private static bool Number(ReadOnlySpan<byte> json, ref int at)
    {
        if (At(json, at) == '-')
        {
            at++;
        }

        var leading = At(json, at);
        var digits = Digits(json, ref at);
        if (digits == 0 || (digits > 1 && leading == '0'))
        {
            return false;
        }

        if (At(json, at) == '.')
        {
            at++;
            if (Digits(json, ref at) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Digits(ReadOnlySpan<byte> json, ref int at)
    {
        var start = at;
        while (At(json, at) is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return at - start;
    }
}
