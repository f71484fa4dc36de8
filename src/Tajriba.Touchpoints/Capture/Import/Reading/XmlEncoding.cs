using System.Text;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>The encoding that an XML file declares in its first line.</summary>
internal static class XmlEncoding
{
    /// <summary>The content as UTF-8, recoded where the file declares another encoding.</summary>
    /// <exception cref="ImportFileException">There is no such encoding.</exception>
    public static Stream ToUtf8(Stream content, ReadOnlySpan<byte> head)
    {
        if (Declared(head) is not { } name)
        {
            return content;
        }

        try
        {
            var declared = Encoding.GetEncoding(name);
            return declared.CodePage is 65001 or 20127 ? content : Encoding.CreateTranscodingStream(content, declared, Encoding.UTF8);
        }
        catch (ArgumentException e)
        {
            throw new ImportFileException(e, ImportFault.Encoding, name);
        }
    }

    private static string? Declared(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        int end = text.StartsWith("<?xml"u8) ? text.IndexOf("?>"u8) : -1;
        int at = end < 0 ? -1 : text[..end].IndexOf("encoding"u8);
        if (at < 0)
        {
            return null;
        }

        string[] parts = Encoding.Latin1.GetString(text[at..end]).Split('"', '\'');
        return parts.Length >= 3 ? parts[1] : null;
    }
}
