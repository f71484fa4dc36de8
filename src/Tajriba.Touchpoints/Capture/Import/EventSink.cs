using System.Data.Common;
using System.Text;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import.Mapping;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>The careful road: rows that bring ids of their own, or objects with qualifiers. Known ids add nothing.</summary>
internal sealed class EventSink(IDatabase database, IExperienceLog log, string source) : RowSink
{
    private readonly List<NewEvent> events = [];

    public override void Add(RowMapper row, long rowNumber)
    {
        MappedRow result = row.Result;
        var objects = new ObjectRef[result.ObjectCount];
        for (int i = 0; i < objects.Length; i++)
        {
            objects[i] = new ObjectRef(result.ObjectType(i), Encoding.UTF8.GetString(result.ObjectId(i)), result.Qualifier(i));
        }

        string told = Text(row.Source) ?? source;
        string id = Text(row.EventId) ?? rowNumber.ToString();
        events.Add(new NewEvent
        {
            Source = told,
            Id = row.IsOurExport ? ExportNames.IdWithin(told, id) : id,
            Name = Encoding.UTF8.GetString(row.Activity),
            Time = Microseconds.ToTime(result.Time),
            Objects = objects,
            Channel = Text(row.Channel),
            Unit = Text(row.Unit),
            Attributes = Text(result.Attributes),
        });
        Count++;
        Bytes += result.Attributes.Length + 400;
    }

    public override async Task CommitAsync(ImportBatch batch, Func<DbTransaction, CancellationToken, Task> checkpoint, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (events.Count > 0)
                {
                    AppendResult appended = await log.AppendAsync(transaction, events, cancel);
                    (batch.Added, batch.Known) = (appended.Added, appended.Known);
                }

                await checkpoint(transaction, cancel);
            },
            cancellationToken);
        events.Clear();
        (Count, Bytes) = (0, 0);
    }

    private static string? Text(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8);
}
