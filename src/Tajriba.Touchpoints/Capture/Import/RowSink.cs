using System.Data.Common;
using Tajriba.Touchpoints.Capture.Import.Mapping;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>Where mapped rows go. A batch and its checkpoint commit together or not at all.</summary>
internal abstract class RowSink : IAsyncDisposable
{
    /// <summary>Events in the open batch.</summary>
    public int Count { get; protected set; }

    /// <summary>Bytes of the open batch, about.</summary>
    public long Bytes { get; protected set; }

    public abstract void Add(RowMapper row, long rowNumber);

    /// <summary>Commits the batch with its checkpoint.</summary>
    public abstract Task CommitAsync(ImportBatch batch, Func<DbTransaction, CancellationToken, Task> checkpoint, CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
