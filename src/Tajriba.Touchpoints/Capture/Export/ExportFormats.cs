using System.Diagnostics.CodeAnalysis;

namespace Tajriba.Touchpoints.Capture.Export;

/// <summary>What people call the formats.</summary>
public static class ExportFormats
{
    public static IReadOnlyList<string> Names { get; } = ["csv", "jsonl", "xes", "ocel-json", "ocel-sqlite"];

    public static bool TryParse([NotNullWhen(true)] string? name, out FileFormat format)
    {
        (bool known, format) = name switch
        {
            "csv" => (true, FileFormat.Csv),
            "jsonl" => (true, FileFormat.JsonLines),
            "xes" => (true, FileFormat.Xes),
            "ocel-json" => (true, FileFormat.OcelJson),
            "ocel-sqlite" => (true, FileFormat.OcelSqlite),
            _ => (false, default),
        };
        return known;
    }

    /// <summary>The format that a file's name says, or null.</summary>
    public static string? OfName(string path)
    {
        string name = Path.GetFileName(path).ToLowerInvariant();
        name = name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name;
        return Path.GetExtension(name) switch
        {
            ".csv" => "csv",
            ".jsonl" => "jsonl",
            ".xes" => "xes",
            ".json" or ".jsonocel" => "ocel-json",
            ".sqlite" or ".db" => "ocel-sqlite",
            _ => null,
        };
    }

    /// <summary>What a reader calls the format, the same in every language.</summary>
    public static string Title(FileFormat format) => format switch
    {
        FileFormat.Csv => "CSV",
        FileFormat.JsonLines => "JSON lines",
        FileFormat.Xes => "XES",
        FileFormat.OcelJson => "OCEL 2.0 (JSON)",
        _ => "OCEL 2.0 (SQLite)",
    };

    /// <summary>File ending and media type of a format.</summary>
    public static (string Ending, string MediaType) File(FileFormat format) => format switch
    {
        FileFormat.Csv => ("csv", "text/csv"),
        FileFormat.JsonLines => ("jsonl", "application/x-ndjson"),
        FileFormat.Xes => ("xes", "application/xml"),
        FileFormat.OcelJson => ("ocel.json", "application/json"),
        _ => ("ocel.sqlite", "application/vnd.sqlite3"),
    };
}
