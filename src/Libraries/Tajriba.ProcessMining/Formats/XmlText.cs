using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>Entities and white space in XML attribute values, both ways.</summary>
internal static class XmlText
{
    /// <summary>The value that raw attribute text stands for; the scratch is used when something must change.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> raw, scoped ref byte[] scratch, long line)
    {
        if (raw.IndexOfAny("&\n\r\t"u8) < 0)
        {
            return raw;
        }

        if (scratch.Length < raw.Length)
        {
            scratch = new byte[Math.Max(256, raw.Length * 2)];
        }

        int n = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            byte b = raw[i];
            if (b == '&')
            {
                int end = raw[i..].IndexOf((byte)';');
                if (end < 0)
                {
                    throw new LogFormatException(line, "an entity without its semicolon");
                }

                n += Entity(raw.Slice(i + 1, end - 1), scratch.AsSpan(n), line);
                i += end;
            }
            else if (b == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n')
            {
                continue;
            }
            else
            {
                scratch[n++] = b is (byte)'\n' or (byte)'\r' or (byte)'\t' ? (byte)' ' : b;
            }
        }

        return scratch.AsSpan(0, n);
    }

    /// <summary>Writes a value so that it can stand in double quotes; characters that XML cannot hold become U+FFFD.</summary>
    public static void Write(Stream to, ReadOnlySpan<byte> value)
    {
        while (true)
        {
            int at = 0;
            while (at < value.Length && value[at] >= ' ' && value[at] is not ((byte)'&' or (byte)'<' or (byte)'>' or (byte)'"'))
            {
                at++;
            }

            to.Write(value[..at]);
            if (at == value.Length)
            {
                return;
            }

            to.Write(value[at] switch
            {
                (byte)'&' => "&amp;"u8,
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'"' => "&quot;"u8,
                (byte)'\n' => "&#10;"u8,
                (byte)'\r' => "&#13;"u8,
                (byte)'\t' => "&#9;"u8,
                _ => "\uFFFD"u8,
            });
            value = value[(at + 1)..];
        }
    }

    private static int Entity(ReadOnlySpan<byte> name, Span<byte> to, long line)
    {
        byte known = name switch
        {
            _ when name.SequenceEqual("amp"u8) => (byte)'&',
            _ when name.SequenceEqual("lt"u8) => (byte)'<',
            _ when name.SequenceEqual("gt"u8) => (byte)'>',
            _ when name.SequenceEqual("quot"u8) => (byte)'"',
            _ when name.SequenceEqual("apos"u8) => (byte)'\'',
            _ => 0,
        };
        if (known != 0)
        {
            to[0] = known;
            return 1;
        }

        if (name.Length > 1 && name[0] == '#')
        {
            bool hex = name[1] is (byte)'x' or (byte)'X';
            string digits = Encoding.ASCII.GetString(name[(hex ? 2 : 1)..]);
            if (int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code))
            {
                return new Rune(code).EncodeToUtf8(to);
            }
        }

        throw new LogFormatException(line, $"unknown entity '&{Encoding.UTF8.GetString(name)};'");
    }
}
