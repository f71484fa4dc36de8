using System.Text;
using System.Text.Json;

namespace Tajriba.ProcessMining;

/// <summary>
/// Reads event logs with one JSON object per line, UTF-8, plain or gzip. Case, activity and time are found by name as in CSV;
/// other members become attributes (numbers and booleans typed, null is no value, objects and lists as their JSON text),
/// those named <c>case:…</c> attributes of the case.
/// </summary>
public static class JsonLinesLogReader
{
    /// <summary>Reads a log.</summary>
    /// <param name="stream">The bytes; not closed.</param>
    /// <param name="options">Columns, or null to guess them from the first line.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="LogFormatException">A line is not such an object: the line and what is wrong.</exception>
    public static ReadLog Read(Stream stream, ReadOptions? options = null, CancellationToken cancel = default)
    {
        using var window = new ByteWindow(stream, closeLastLine: true);
        return new JsonLinesSession(window, options ?? new ReadOptions(), cancel).Run();
    }
}
