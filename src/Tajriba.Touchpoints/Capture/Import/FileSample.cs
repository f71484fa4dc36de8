using System.Security.Cryptography;
using System.Text;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>The first rows of a file, for guessing what its columns mean and for showing them.</summary>
/// <param name="Format">What the file is.</param>
/// <param name="Columns">Its columns, as far as the first rows name them.</param>
/// <param name="Rows">Up to 200 rows, each parallel to the columns; missing cells are null.</param>
/// <param name="RowsNameObjects">Whether the format itself ties objects to rows.</param>
public sealed record FileSample(FileFormat Format, IReadOnlyList<string> Columns, IReadOnlyList<string?[]> Rows, bool RowsNameObjects)
{
    private const int MaxRows = 200;
    private const int MaxCell = 200;

    /// <summary>The same for files with the same columns; mappings are remembered by it.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Format + "\n" + string.Join('\n', Columns.Order(StringComparer.Ordinal)))))[..16];

    /// <exception cref="ImportFileException">The file is broken at its beginning.</exception>
    public static FileSample Of(EventFile file)
    {
        using RowReader reader = file.OpenRows(out _);
        var rows = new List<string?[]>();
        for (int i = 0; i < MaxRows && TryRead(reader, rows.Count > 0); i++)
        {
            if (reader.Fault == RejectReason.None)
            {
                rows.Add([.. Enumerable.Range(0, reader.Columns.Count).Select(c => Text(reader, c))]);
            }
        }

        return new FileSample(file.Format, [.. reader.Columns], rows, file.Format is FileFormat.OcelJson or FileFormat.OcelSqlite);
    }

    /// <summary>What the columns seem to mean.</summary>
    public ColumnMapping Guess() => RowsNameObjects
        ? new ColumnMapping
        {
            Activity = "ocel:type",
            Time = "ocel:time",
            EventId = "ocel:id",
            Channel = Has(ExportNames.Channel),
            Unit = Has(ExportNames.Unit),
            Source = Has(ExportNames.Source),
            OurExport = Has(ExportNames.Source) is not null,
        }
        : MappingGuess.From(Columns, Rows);

    /// <summary>A file that breaks after its first rows still shows what its columns mean; the import says where it breaks.</summary>
    private static bool TryRead(RowReader reader, bool lenient)
    {
        try
        {
            return reader.Read();
        }
        catch (ImportFileException) when (lenient)
        {
            return false;
        }
    }

    private string? Has(string column) => Columns.Contains(column) ? column : null;

    private static string? Text(RowReader reader, int column)
    {
        if (reader.Kind(column) == CellKind.Missing)
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(reader.Cell(column));
        return text.Length <= MaxCell ? text : text[..MaxCell];
    }
}
