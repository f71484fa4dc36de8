using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>
/// Brings a file of events into the log. Every batch commits with its checkpoint, so that an import that ends anywhere,
/// by whatever cause, goes on exactly where it stood; and the same content twice adds nothing.
/// </summary>
public sealed class Importer(
    IDatabase database, IBulkAppender appender, IEventCatalogue catalogue, ImportStore store, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>Rows between two commits.</summary>
    public int BatchRows { get; init; } = 20_000;

    private const long BatchBytes = 8 << 20;

    /// <summary>Puts an import of a file on record, or finds the one that there is.</summary>
    /// <param name="path">The file; it must stay there until the import is done.</param>
    /// <param name="fileName">Its name for people.</param>
    /// <param name="mapping">What its columns mean.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ImportFileException">The file or the mapping cannot be used.</exception>
    public async Task<ImportPlan> PlanAsync(string path, string fileName, ColumnMapping mapping, CancellationToken cancellationToken = default)
    {
        EventFile file = EventFile.Open(path);
        FileSample sample = FileSample.Of(file);
        if (sample.Columns.Count == 0)
        {
            throw new ImportFileException(ImportFault.NoEvents);
        }

        if (mapping.Problem(sample.Columns, sample.RowsNameObjects) is { } problem)
        {
            throw new ImportFileException(problem);
        }

        mapping.Zone();
        IReadOnlyList<ImportRecord> alike = await store.AlikeAsync(file.Format, mapping.Hash(), cancellationToken);
        ContentFingerprint content = ContentFingerprint.Of(file, file.GrowsByLines ? alike.Select(a => a.ContentLength) : [], cancellationToken);
        if (alike.FirstOrDefault(a => a.ContentHash == content.Hash) is { } same)
        {
            if (same.State == ImportState.Done)
            {
                return new ImportPlan(ImportPlanKind.AlreadyDone, same);
            }

            await store.MoveAsync(same.Id, path, cancellationToken);
            return new ImportPlan(ImportPlanKind.Resumes, same with { Path = path });
        }

        ImportRecord? beginning = alike
            .Where(a => a.State == ImportState.Done && content.BeginsWith(a.ContentLength, a.ContentHash))
            .MaxBy(a => a.ContentLength);
        ImportRecord added = await AddAsync(file, fileName, mapping, sample, content, beginning, cancellationToken);
        return new ImportPlan(beginning is null ? ImportPlanKind.New : ImportPlanKind.Continues, added);
    }

    /// <summary>Imports, or goes on importing. Returns the record as it stands at the end.</summary>
    /// <exception cref="ImportFileException">The file is broken from some row on; the rows before it are in the log.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; what was read is in the log.</exception>
    public async Task<ImportRecord> RunAsync(long id, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (await store.BeginAsync(id, cancellationToken) is not { } record)
        {
            return await store.FindAsync(id, cancellationToken) ?? throw new ImportFileException(ImportFault.NoImport, id);
        }

        try
        {
            await ReadAllAsync(record, new ImportMeter(clock, progress, record.Fraction), cancellationToken);
            await store.EndAsync(id, ImportState.Done, null, CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            await store.EndAsync(id, ImportState.Stopped, null, CancellationToken.None);
            throw;
        }
        catch (ImportFileException e) when (e.Problem.Fault != ImportFault.RunsElsewhere)
        {
            await store.EndAsync(id, ImportState.Failed, e.Problem, CancellationToken.None);
            throw;
        }
        catch (IOException e)
        {
            var unreadable = new ImportFileException(e, ImportFault.Unreadable, e.Message);
            await store.EndAsync(id, ImportState.Failed, unreadable.Problem, CancellationToken.None);
            throw unreadable;
        }

        return (await store.FindAsync(id, CancellationToken.None))!;
    }

    private async Task<ImportRecord> AddAsync(
        EventFile file, string fileName, ColumnMapping mapping, FileSample sample, ContentFingerprint content, ImportRecord? beginning, CancellationToken cancellationToken)
    {
        var record = new ImportRecord
        {
            Id = 0,
            FileName = fileName,
            Path = file.Path,
            Format = file.Format,
            ContentHash = content.Hash,
            ContentLength = content.Length,
            Mapping = mapping,
            Source = "",
            State = ImportState.Waiting,
            FirstRow = beginning?.Row ?? 0,
            Row = beginning?.Row ?? 0,
            Offset = beginning?.Offset ?? 0,
            Added = 0,
            Known = 0,
            Rejected = 0,
            Fraction = 0,
            CreatedAt = clock.GetUtcNow(),
        };
        string? source = mapping.EventId is null ? null : $"files:{sample.Fingerprint}";
        long id = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                long added = await store.AddAsync(transaction, record, source, cancel);
                await audit.RecordAsync(transaction, "capture.import", $"import:{added}", cancellationToken: cancel);
                return added;
            },
            cancellationToken);
        return (await store.FindAsync(id, cancellationToken))!;
    }

    private async Task ReadAllAsync(ImportRecord record, ImportMeter meter, CancellationToken cancellationToken)
    {
        EventFile file = EventFile.Open(record.Path);
        using RowReader reader = file.OpenRows(out FileStream? disk);
        reader.SkipTo(record.Row, record.Offset);
        var mapper = new RowMapper(reader, record.Mapping, catalogue);
        await using RowSink sink = await OpenSinkAsync(record, file, cancellationToken);
        var run = new ImportRun(record, reader, mapper, sink, store, meter, () => disk is null ? 0 : (double)disk.Position / Math.Max(1, file.Length));
        await run.ReadAsync(BatchRows, BatchBytes, cancellationToken);
    }

    private async Task<RowSink> OpenSinkAsync(ImportRecord record, EventFile file, CancellationToken cancellationToken)
    {
        bool named = record.Mapping.EventId is not null || record.Mapping.ObjectList is not null || file.Format is FileFormat.OcelJson or FileFormat.OcelSqlite;
        return new RowSink(database, await appender.OpenAsync(record.Source, cancellationToken), record.Mapping, named ? record.Source : null, record.Source);
    }
}
