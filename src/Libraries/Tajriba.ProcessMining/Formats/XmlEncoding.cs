using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>The encoding of an XML file by its byte order mark or its declaration (XML 1.0, appendix F).</summary>
internal static class XmlEncoding
{
    /// <summary>No declaration that anybody writes is longer.</summary>
    public const int MostBytes = 512;

    /// <summary>The encoding from which the file must be put into UTF-8; null where it is in UTF-8 or ASCII already.</summary>
    /// <exception cref="LogFormatException">The declaration names an encoding that is not known here.</exception>
    public static Encoding? Of(ReadOnlySpan<byte> beginning)
    {
        if (beginning.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || beginning.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0]))
        {
            return Encoding.Unicode;
        }

        if (beginning.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || beginning.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']))
        {
            return Encoding.BigEndianUnicode;
        }

        string? name = Declared(beginning);
        if (name is null || name.ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII" or "ASCII")
        {
            return null;
        }

        try
        {
            // The encodings of Windows, Persian and Arabic ones among them, are not known to the runtime by themselves.
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new LogFormatException(1, $"the file is in '{name}', which is not known here; save it as UTF-8");
        }
    }

    private static string? Declared(ReadOnlySpan<byte> beginning)
    {
        int end = beginning.IndexOf("?>"u8);
        if (end < 0 || !beginning.TrimStart("\uFEFF"u8).StartsWith("<?xml"u8))
        {
            return null;
        }

        ReadOnlySpan<byte> declaration = beginning[..end];
        int at = declaration.IndexOf("encoding"u8);
        if (at < 0)
        {
            return null;
        }

        declaration = declaration[(at + "encoding".Length)..].TrimStart(" \t\r\n="u8);
        int close = declaration.IsEmpty ? -1 : declaration[1..].IndexOf(declaration[0]);
        return close < 0 ? null : Encoding.ASCII.GetString(declaration.Slice(1, close));
    }
}
