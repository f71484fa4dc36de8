using System.Data.Common;

namespace Tajriba.Kernel.Log;

/// <summary>
/// The road for events that systems outside tell as they happen, many requests to a commit. An id is looked for among
/// those of the last <see cref="Window"/> at least, over restarts and nodes; nothing is written in random order for it.
/// </summary>
public interface ILiveAppender
{
    /// <summary>How long after its first telling an event told again is known at least.</summary>
    static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <summary>
    /// Appends in one durable transaction together with what <paramref name="alongside"/> writes, and returns once it is
    /// committed. Of events that share source and id the first stays, in the log as among these. Calls wait for each other.
    /// </summary>
    /// <exception cref="ArgumentException">An event is none that the log takes, or its source tells by another road; nothing is kept.</exception>
    Task<AppendResult> AppendAsync(IReadOnlyList<LiveEvent> events, Func<DbTransaction, CancellationToken, Task>? alongside = null, CancellationToken cancellationToken = default);
}
