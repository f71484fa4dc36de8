using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>
/// The text of CSV cells. On writing, a cell that a spreadsheet would run as a formula (it begins with <c>= + - @</c>, tab or carriage
/// return, and is not a plain number) gets an apostrophe before it; cells that begin with apostrophes before such a character get
/// one more, so that reading, which takes one away, gives back what was written. An empty cell in quotes is an empty text, without quotes no value.
/// </summary>
internal static class CsvCell
{
    /// <summary>The content of a raw cell; the scratch is used when it is quoted.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> raw, scoped ref byte[] scratch)
    {
        if (raw.IsEmpty)
        {
            return raw;
        }

        byte first = raw[0];
        if (first > '\'')
        {
            return raw;
        }

        if (first == '"')
        {
            raw = Unquote(raw, ref scratch);
        }

        return raw.Length > 1 && raw[0] == '\'' && Guarded(raw[1..]) ? raw[1..] : raw;
    }

    public static void Write(Stream to, ReadOnlySpan<byte> text, byte delimiter)
    {
        bool guard = Guarded(text) && !IsNumber(text);
        if (!guard && !text.IsEmpty && text.IndexOfAny((byte)'"', (byte)'\n', (byte)'\r') < 0 && !text.Contains(delimiter))
        {
            to.Write(text);
            return;
        }

        to.WriteByte((byte)'"');
        if (guard)
        {
            to.WriteByte((byte)'\'');
        }

        while (true)
        {
            int quote = text.IndexOf((byte)'"');
            if (quote < 0)
            {
                to.Write(text);
                break;
            }

            to.Write(text[..(quote + 1)]);
            to.WriteByte((byte)'"');
            text = text[(quote + 1)..];
        }

        to.WriteByte((byte)'"');
    }

    /// <summary>Any apostrophes, then a character that begins a formula.</summary>
    private static bool Guarded(ReadOnlySpan<byte> text)
    {
        int at = text.IndexOfAnyExcept((byte)'\'');
        return at >= 0 && text[at] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r';
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] is (byte)'+' or (byte)'-' && text[1..].IndexOfAnyExcept("0123456789."u8) < 0 && text.Count((byte)'.') <= 1;

    [MethodImpl(Compile.AtOnce)]
    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> raw, scoped ref byte[] scratch)
    {
        ReadOnlySpan<byte> rest = raw[1..];
        int quote = rest.IndexOf((byte)'"');
        if (quote == rest.Length - 1)
        {
            return rest[..quote];
        }

        if (scratch.Length < raw.Length)
        {
            scratch = new byte[Math.Max(256, raw.Length * 2)];
        }

        int n = 0;
        bool inside = true;
        for (int i = 0; i < rest.Length; i++)
        {
            if (inside && rest[i] == '"')
            {
                if (i + 1 < rest.Length && rest[i + 1] == '"')
                {
                    i++;
                }
                else
                {
                    inside = false;
                    continue;
                }
            }

            scratch[n++] = rest[i];
        }

        return scratch.AsSpan(0, n);
    }
}
