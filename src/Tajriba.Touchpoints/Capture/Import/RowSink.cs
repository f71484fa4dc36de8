using System.Data.Common;
using System.Globalization;
using System.Text;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import.Mapping;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>Where mapped rows go. A batch and its checkpoint commit together or not at all.</summary>
internal sealed class RowSink : IAsyncDisposable
{
    /// <summary>Different event names, channels, units or sources in one file; more means that the wrong column was chosen.</summary>
    private const int MaxNames = 10_000;

    /// <summary>What somebody is who said something and did not say who they are.</summary>
    private const string Unknown = "respondent";

    private readonly IDatabase database;
    private readonly IBulkAppend bulk;
    private readonly string? teller;
    private readonly string rows;
    private readonly Utf8Names<int> names;
    private readonly Utf8Names<int> channels;
    private readonly Utf8Names<int> units;
    private readonly Utf8Names<int> sources;
    private readonly ObjectNumbers numbers;
    private long[] objects = new long[16];
    private int[] qualifiers = new int[16];

    /// <param name="database">Where checkpoints go when a batch has no events.</param>
    /// <param name="bulk">The log.</param>
    /// <param name="mapping">What the columns mean.</param>
    /// <param name="teller">The source of rows that bring ids of their own but name no source; null where rows are named by their number in the file.</param>
    /// <param name="rows">The source of the import, after which people are called whom nothing but their row names.</param>
    public RowSink(IDatabase database, IBulkAppend bulk, ColumnMapping mapping, string? teller, string rows)
    {
        (this.database, this.bulk, this.teller, this.rows) = (database, bulk, teller, rows);
        names = new Utf8Names<int>(mapping.Activity ?? "", MaxNames, bulk.EventName);
        channels = new Utf8Names<int>(mapping.Channel ?? "", MaxNames, c => bulk.Channel(c.Length == 0 ? null : c));
        units = new Utf8Names<int>(mapping.Unit ?? "", MaxNames, u => bulk.Unit(u.Length == 0 ? null : u));
        sources = new Utf8Names<int>(mapping.Source ?? "", MaxNames, s => bulk.Source(s.Length == 0 ? teller! : s));
        numbers = new ObjectNumbers(bulk);
    }

    /// <summary>Events in the open batch.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the open batch, about.</summary>
    public long Bytes { get; private set; }

    public void Add(RowMapper row, long rowNumber)
    {
        MappedRow result = row.Result;
        if (result.ObjectCount == 0)
        {
            result.AddObject(Unknown, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{rows}/{rowNumber}")));
        }

        int count = result.ObjectCount;
        if (objects.Length < count)
        {
            Array.Resize(ref objects, count * 2);
            Array.Resize(ref qualifiers, objects.Length);
        }

        for (int i = 0; i < count; i++)
        {
            objects[i] = numbers.Get(result.ObjectType(i), result.ObjectId(i));
            qualifiers[i] = bulk.Qualifier(result.Qualifier(i));
        }

        int name = names.Get(row.Activity);
        int channel = channels.Get(row.Channel);
        int unit = units.Get(row.Unit);
        if (teller is null)
        {
            bulk.Add(rowNumber, name, result.Time, channel, unit, objects.AsSpan(0, count), result.Attributes, qualifiers.AsSpan(0, count));
        }
        else
        {
            string id = row.EventId.IsEmpty ? rowNumber.ToString(CultureInfo.InvariantCulture) : Encoding.UTF8.GetString(row.EventId);
            bulk.AddNamed(sources.Get(row.Source), id, name, result.Time, channel, unit, objects.AsSpan(0, count), result.Attributes, qualifiers.AsSpan(0, count));
        }

        Count++;
        Bytes += result.Attributes.Length + 64 + (16 * count);
    }

    /// <summary>Commits the batch with its checkpoint, which is told what the log took and what it knew.</summary>
    /// <exception cref="SourceTakenException">Someone else appends for the same import.</exception>
    public async Task CommitAsync(ImportBatch batch, Func<DbTransaction, CancellationToken, Task> checkpoint, CancellationToken cancellationToken)
    {
        if (Count == 0)
        {
            await database.WriteAsync(checkpoint, cancellationToken);
            return;
        }

        (long added, long known) = (bulk.Added, bulk.Known);
        await bulk.CommitAsync(
            (transaction, cancel) =>
            {
                (batch.Added, batch.Known) = (bulk.Added - added, bulk.Known - known);
                return checkpoint(transaction, cancel);
            },
            cancellationToken);
        (Count, Bytes) = (0, 0);
    }

    public ValueTask DisposeAsync() => bulk.DisposeAsync();
}
