using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>
/// Reads event logs from comma-, semicolon-, tab- or bar-separated values with a header line (RFC 4180 quoting; UTF-8; plain or gzip).
/// Rows without case, activity or time are left out and counted; columns named <c>case:…</c> become case attributes.
/// </summary>
public static class CsvLogReader
{
    /// <summary>Reads a log.</summary>
    /// <param name="stream">The bytes; not closed.</param>
    /// <param name="options">Columns and delimiter, or null to guess them.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="LogFormatException">The content is not such a table: the line and what is wrong.</exception>
    public static ReadLog Read(Stream stream, ReadOptions? options = null, CancellationToken cancel = default)
    {
        using var window = new ByteWindow(stream, closeLastLine: true);
        return new CsvLogSession(window, options ?? new ReadOptions(), cancel).Run();
    }
}
