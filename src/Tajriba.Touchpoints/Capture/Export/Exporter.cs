using System.Runtime.CompilerServices;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Export.Writing;

namespace Tajriba.Touchpoints.Capture.Export;

/// <summary>Writes the log, or a part of it, as a file; memory does not grow with the number of events.</summary>
public sealed class Exporter(IExperienceLog log)
{
    private const int PageSize = 2_000;

    /// <summary>Writes to a stream and returns the number of events written.</summary>
    /// <exception cref="ArgumentException">The format is a database file; see <see cref="WriteSqliteAsync"/>.</exception>
    public async Task<long> WriteAsync(Stream output, FileFormat format, ExportFilter filter, CancellationToken cancellationToken = default)
    {
        long end = log.Head;
        switch (format)
        {
            case FileFormat.Csv:
                return await CsvWriter.WriteAsync(output, log.Names.ObjectTypes, Events(filter, end, cancellationToken), cancellationToken);
            case FileFormat.JsonLines:
                return await JsonLinesWriter.WriteAsync(output, Events(filter, end, cancellationToken), cancellationToken);
            case FileFormat.OcelJson:
                return await OcelJsonWriter.WriteAsync(output, Events(filter, end, cancellationToken), cancellationToken);
            case FileFormat.Xes:
                filter = filter with { ObjectType = filter.ObjectType ?? "case" };
                return await XesWriter.WriteAsync(output, log, filter, Events(filter, end, cancellationToken), cancellationToken);
            default:
                throw new ArgumentException($"{format} is written to a file.", nameof(format));
        }
    }

    /// <summary>Writes OCEL 2.0 in its SQLite form to a new file.</summary>
    public async Task<long> WriteSqliteAsync(string path, ExportFilter filter, CancellationToken cancellationToken = default)
    {
        long end = log.Head;
        OcelSchema schema = await OcelSchema.OfAsync(Events(filter, end, cancellationToken));
        return await OcelSqliteWriter.WriteAsync(path, schema, Events(filter, end, cancellationToken), cancellationToken);
    }

    /// <summary>Writes any format to a new file.</summary>
    public async Task<long> WriteFileAsync(string path, FileFormat format, ExportFilter filter, CancellationToken cancellationToken = default)
    {
        if (format == FileFormat.OcelSqlite)
        {
            return await WriteSqliteAsync(path, filter, cancellationToken);
        }

        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return await WriteAsync(file, format, filter, cancellationToken);
        }

        await using var packed = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.Fastest);
        return await WriteAsync(packed, format, filter, cancellationToken);
    }

    /// <summary>The events that pass, in the order of the log, up to where it ended when the export began.</summary>
    private async IAsyncEnumerable<LoggedEvent> Events(ExportFilter filter, long end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long position = 0;
        while (position < end)
        {
            IReadOnlyList<LoggedEvent> page = await log.ReadAsync(position, PageSize, cancellationToken);
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (LoggedEvent item in page)
            {
                position = item.Position;
                if (position <= end && filter.Takes(item))
                {
                    yield return item;
                }
            }
        }
    }
}
