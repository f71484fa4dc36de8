using System.IO.Compression;
using System.Text;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>A file of events on disk: what it is, told by its content, and how to read it.</summary>
public sealed class EventFile
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>How files begin that may look like lines of text further on: pictures, documents, archives, programs.</summary>
    private static readonly byte[][] Foreign =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'], [0xFF, 0xD8, 0xFF], "GIF87a"u8.ToArray(), "GIF89a"u8.ToArray(), "RIFF"u8.ToArray(), "%PDF-"u8.ToArray(),
        "{\\rtf"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0], "PK\x05\x06"u8.ToArray(), "Rar!"u8.ToArray(), [(byte)'7', (byte)'z', 0xBC, 0xAF], [0xFD, (byte)'7', (byte)'z'], "BZh"u8.ToArray(), [(byte)'M', (byte)'Z', 0x90], [0x7F, (byte)'E', (byte)'L', (byte)'F'],
    ];

    private readonly byte[] head;

    private EventFile(string path, FileFormat format, bool compressed, byte[] head, long length)
    {
        Path = path;
        Format = format;
        Compressed = compressed;
        this.head = head;
        Length = length;
    }

    public string Path { get; }

    public FileFormat Format { get; }

    /// <summary>Whether the content is gzip.</summary>
    public bool Compressed { get; }

    /// <summary>Bytes on disk.</summary>
    public long Length { get; }

    /// <summary>Whether a longer file with the same beginning holds the same rows and more.</summary>
    public bool GrowsByLines => Format is FileFormat.Csv or FileFormat.JsonLines;

    /// <summary>Looks at a file.</summary>
    /// <exception cref="ImportFileException">It is missing, empty, or nothing that holds events.</exception>
    public static EventFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new ImportFileException(Directory.Exists(path) ? ImportFault.Folder : ImportFault.Missing);
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] bytes = Head(file);
            bool compressed = bytes is [0x1F, 0x8B, ..];
            if (compressed)
            {
                file.Position = 0;
                using var content = new GZipStream(file, CompressionMode.Decompress);
                bytes = Head(content);
            }

            return new EventFile(path, Sniff(bytes), compressed, bytes, new FileInfo(path).Length);
        }
        catch (InvalidDataException e)
        {
            throw new ImportFileException(e, ImportFault.GzipDamaged);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportFileException(e, ImportFault.Unreadable, e.Message);
        }
    }

    /// <summary>The decompressed content. <paramref name="file"/> tells how far the disk was read.</summary>
    public Stream OpenContent(out FileStream file)
    {
        file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return Compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Opens a reader at the first row.</summary>
    /// <param name="file">The file below it, whose position tells the progress; null where the format has none.</param>
    /// <exception cref="ImportFileException">The file is broken at its beginning.</exception>
    public RowReader OpenRows(out FileStream? file)
    {
        if (Format == FileFormat.OcelSqlite)
        {
            file = null;
            return new OcelSqliteRowReader(Path);
        }

        Stream content = OpenContent(out file);
        return Format switch
        {
            FileFormat.JsonLines => new JsonLinesRowReader(content),
            FileFormat.Xes => new XesRowReader(XmlEncoding.ToUtf8(content, head)),
            FileFormat.OcelJson => new OcelJsonRowReader(content, OpenContent(out _)),
            _ => new CsvRowReader(content, CsvDialect.Guess(head)),
        };
    }

    private static byte[] Head(Stream stream)
    {
        byte[] bytes = new byte[HeadBytes];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..length];
    }

    private static FileFormat Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("SQLite format 3\0"u8))
        {
            return FileFormat.OcelSqlite;
        }

        if (head.StartsWith("PK\x03\x04"u8))
        {
            throw new ImportFileException(ImportFault.Zip);
        }

        if (head.StartsWith(new byte[] { 0xFF, 0xFE }) || head.StartsWith(new byte[] { 0xFE, 0xFF }))
        {
            throw new ImportFileException(ImportFault.Encoding, "UTF-16");
        }

        ReadOnlySpan<byte> text = (head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            throw new ImportFileException(ImportFault.Empty);
        }

        foreach (byte[] beginning in Foreign)
        {
            if (head.StartsWith(beginning))
            {
                throw new ImportFileException(ImportFault.NotText);
            }
        }

        int nul = head.IndexOf((byte)0);
        if (nul >= 0 && head.IndexOfAny((byte)'\n', (byte)',', (byte)';') is var first && (first < 0 || first > nul))
        {
            throw new ImportFileException(ImportFault.NotText);
        }

        return text[0] switch
        {
            (byte)'<' => FileFormat.Xes,
            (byte)'{' => SniffJson(text),
            (byte)'[' => throw new ImportFileException(ImportFault.JsonArray),
            _ => FileFormat.Csv,
        };
    }

    /// <summary>One object a line is JSON lines; an object over several lines, or one that names OCEL's parts, is OCEL.</summary>
    private static FileFormat SniffJson(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = (end < 0 ? text : text[..end]).TrimEnd("\r \t"u8);
        bool whole = line.EndsWith("}"u8);
        bool named = line.IndexOf("\"eventTypes\""u8) >= 0 || line.IndexOf("\"objectTypes\""u8) >= 0;
        return whole && !named ? FileFormat.JsonLines : FileFormat.OcelJson;
    }
}
