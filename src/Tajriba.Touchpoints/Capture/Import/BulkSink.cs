using System.Data.Common;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import.Mapping;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>The fast road: rows without ids of their own are named by their number in the file.</summary>
internal sealed class BulkSink : RowSink
{
    /// <summary>Different event names, channels or units in one file; more means that the wrong column was chosen.</summary>
    private const int MaxNames = 10_000;

    private readonly IDatabase database;
    private readonly IBulkAppend bulk;
    private readonly Utf8Names<int> names;
    private readonly Utf8Names<int> channels;
    private readonly Utf8Names<int> units;
    private readonly Dictionary<string, ObjectSlot> types = new(StringComparer.Ordinal);
    private long[] objects = new long[16];
    private int[] qualifiers = new int[16];

    public BulkSink(IDatabase database, IBulkAppend bulk, ColumnMapping mapping)
    {
        this.database = database;
        this.bulk = bulk;
        names = new Utf8Names<int>(mapping.Activity ?? "", MaxNames, bulk.EventName);
        channels = new Utf8Names<int>(mapping.Channel ?? "", MaxNames, c => bulk.Channel(c.Length == 0 ? null : c));
        units = new Utf8Names<int>(mapping.Unit ?? "", MaxNames, u => bulk.Unit(u.Length == 0 ? null : u));
    }

    public override void Add(RowMapper row, long rowNumber)
    {
        MappedRow result = row.Result;
        if (objects.Length < result.ObjectCount)
        {
            Array.Resize(ref objects, result.ObjectCount * 2);
            Array.Resize(ref qualifiers, objects.Length);
        }

        for (int i = 0; i < result.ObjectCount; i++)
        {
            objects[i] = Number(result.ObjectType(i), result.ObjectId(i));
            qualifiers[i] = bulk.Qualifier(result.Qualifier(i));
        }

        bulk.Add(
            rowNumber,
            names.Get(row.Activity),
            result.Time,
            channels.Get(row.Channel),
            units.Get(row.Unit),
            objects.AsSpan(0, result.ObjectCount),
            result.Attributes,
            qualifiers.AsSpan(0, result.ObjectCount));
        Count++;
        Bytes += result.Attributes.Length + 64;
    }

    public override async Task CommitAsync(ImportBatch batch, Func<DbTransaction, CancellationToken, Task> checkpoint, CancellationToken cancellationToken)
    {
        batch.Added = Count;
        if (Count == 0)
        {
            await database.WriteAsync(checkpoint, cancellationToken);
        }
        else
        {
            await bulk.CommitAsync(checkpoint, cancellationToken);
        }

        (Count, Bytes) = (0, 0);
    }

    public override ValueTask DisposeAsync() => bulk.DisposeAsync();

    private long Number(string type, ReadOnlySpan<byte> id)
    {
        if (!types.TryGetValue(type, out ObjectSlot? slot))
        {
            types.Add(type, slot = new ObjectSlot(bulk.ObjectType(type)));
        }

        return slot.Number(bulk, id);
    }

    /// <summary>Rows of one case often stand together: the last object of a type needs no look-up.</summary>
    private sealed class ObjectSlot(int type)
    {
        private byte[] lastId = [];
        private int lastLength = -1;
        private long lastNumber;

        public long Number(IBulkAppend bulk, ReadOnlySpan<byte> id)
        {
            if (lastLength == id.Length && id.SequenceEqual(lastId.AsSpan(0, lastLength)))
            {
                return lastNumber;
            }

            lastNumber = bulk.Object(type, id);
            lastLength = id.Length;
            if (lastId.Length < id.Length)
            {
                lastId = new byte[id.Length * 2];
            }

            id.CopyTo(lastId);
            return lastNumber;
        }
    }
}
