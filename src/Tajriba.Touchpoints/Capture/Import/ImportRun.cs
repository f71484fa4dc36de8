using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>One run over a file, from its checkpoint to its end, batch by batch.</summary>
internal sealed class ImportRun(
    ImportRecord record, RowReader reader, RowMapper mapper, RowSink sink, ImportStore store, ImportMeter meter, Func<double> fraction)
{
    private int rejectedRoom = (int)Math.Max(0, ImportStore.MaxRejectedKept - record.Rejected);

    public async Task ReadAsync(int batchRows, long batchBytes, CancellationToken cancellationToken)
    {
        (long row, long offset) = (record.Row, record.Offset);
        while (true)
        {
            var batch = new ImportBatch(row, offset, rejectedRoom);
            (bool more, ImportFileException? broken) = Fill(batch, batchRows, batchBytes, cancellationToken);
            batch.Fraction = more ? Math.Min(1, fraction()) : 1;
            await CommitAsync(batch);
            (row, offset) = (batch.Row, batch.Offset);
            rejectedRoom -= batch.Rejected.Count;
            meter.Report(batch);
            cancellationToken.ThrowIfCancellationRequested();
            if (broken is not null)
            {
                throw new ImportFileException(broken.Problem, broken);
            }

            if (!more)
            {
                return;
            }
        }
    }

    private async Task CommitAsync(ImportBatch batch)
    {
        try
        {
            await sink.CommitAsync(batch, (transaction, cancel) => store.CheckpointAsync(transaction, record.Id, batch, cancel), CancellationToken.None);
        }
        catch (SourceTakenException e)
        {
            throw new ImportFileException(e, ImportFault.RunsElsewhere, record.Id);
        }
    }

    /// <summary>Reads rows until the batch is full, the file ends or breaks, or someone wants to stop.</summary>
    private (bool More, ImportFileException? Broken) Fill(ImportBatch batch, int batchRows, long batchBytes, CancellationToken cancellationToken)
    {
        try
        {
            for (int rows = 0; rows < batchRows && sink.Bytes < batchBytes && !cancellationToken.IsCancellationRequested; rows++)
            {
                if (!reader.Read())
                {
                    return (false, null);
                }

                RejectReason reason = mapper.Map();
                if (reason == RejectReason.None)
                {
                    sink.Add(mapper, reader.Row);
                }
                else
                {
                    batch.Reject(reader, reason);
                }

                batch.Reach(reader);
            }

            return (true, null);
        }
        catch (ImportFileException e)
        {
            return (true, e);
        }
    }
}
