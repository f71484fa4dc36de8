namespace Tajriba.ProcessMining;

/// <summary>Reads a log in whichever format its file name says.</summary>
public static class LogReader
{
    /// <summary>Whether a file name ends in .xes, .csv, .tsv or .jsonl, or one of these and .gz.</summary>
    public static bool Knows(string fileName) => FormatOf(fileName) is not null;

    /// <summary>Reads a log.</summary>
    /// <param name="stream">The bytes, gzip or plain; not closed.</param>
    /// <param name="fileName">The name that tells the format.</param>
    /// <param name="options">For tables: the columns.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="LogFormatException">The name tells no format, or the content is malformed.</exception>
    public static ReadLog Read(Stream stream, string fileName, ReadOptions? options = null, CancellationToken cancel = default) => FormatOf(fileName) switch
    {
        LogFormat.Xes => XesLogReader.Read(stream, options?.SkipAttributes ?? false, cancel),
        LogFormat.Csv => CsvLogReader.Read(stream, options, cancel),
        LogFormat.JsonLines => JsonLinesLogReader.Read(stream, options, cancel),
        _ => throw new LogFormatException($"'{fileName}' is not a log that can be read; the name must end in .xes, .csv, .tsv or .jsonl, or one of these and .gz"),
    };

    private static LogFormat? FormatOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        string name = fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? fileName[..^3] : fileName;
        return name switch
        {
            _ when name.EndsWith(".xes", StringComparison.OrdinalIgnoreCase) => LogFormat.Xes,
            _ when name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) => LogFormat.Csv,
            _ when name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) => LogFormat.JsonLines,
            _ => null,
        };
    }
}
