using System.Data.Common;

namespace Tajriba.Kernel.Log;

/// <summary>
/// The road for millions of rows from one source whose ids ascend (an import): kept in memory until
/// <see cref="CommitAsync"/> writes the batch in one transaction, without a look-up of each id. The caller keeps its
/// checkpoint in the same transaction. Batches of 20,000 to 100,000 events are best. For one caller at a time.
/// </summary>
/// <remarks>
/// Codes and object handles are those of this append alone, not of <see cref="ILogNames"/> or the log; they stay valid
/// until it is disposed.
/// </remarks>
public interface IBulkAppend : IAsyncDisposable
{
    /// <summary>Highest id that is committed, or null where the source has told nothing yet.</summary>
    long? HighWater { get; }

    /// <summary>Events in the open batch.</summary>
    int Pending { get; }

    /// <summary>Events committed by this append.</summary>
    long Added { get; }

    /// <summary>Events left out because the log has them.</summary>
    long Known { get; }

    /// <summary>Code of a source whose events come by <see cref="AddNamed"/>.</summary>
    int Source(string name);

    int EventName(string name);

    int Channel(string? name);

    int Unit(string? code);

    int ObjectType(string type);

    /// <summary>Code of the part that an object has in an event (<c>buyer</c>); 0 for none.</summary>
    int Qualifier(string? name);

    /// <summary>Handle of an object, which is made where new when the batch commits.</summary>
    long Object(int type, ReadOnlySpan<byte> utf8Id);

    /// <summary>Adds one event to the open batch, or counts it as known where its id is not above all ids before it.</summary>
    /// <param name="idNumber">The source's id as an ascending number; the event's id is its decimal text.</param>
    /// <param name="eventName">Code from <see cref="EventName"/>.</param>
    /// <param name="timeMicroseconds">Microseconds since 1970-01-01T00:00Z, years 1-9999.</param>
    /// <param name="channel">Code from <see cref="Channel"/>, or 0.</param>
    /// <param name="unit">Code from <see cref="Unit"/>, or 0.</param>
    /// <param name="objects">Handles from <see cref="Object"/>, subject first, at least one.</param>
    /// <param name="utf8Attributes">Attributes in which <see cref="EventAttributes.Fault"/> finds nothing, or empty.</param>
    /// <param name="qualifiers">For each of the objects a code from <see cref="Qualifier"/> or 0; empty where no object has one.</param>
    /// <exception cref="ArgumentException">An argument is none of these; the event is not added and the append goes on.</exception>
    void Add(
        long idNumber, int eventName, long timeMicroseconds, int channel, int unit,
        ReadOnlySpan<long> objects, ReadOnlySpan<byte> utf8Attributes, ReadOnlySpan<int> qualifiers = default);

    /// <summary>
    /// Adds one event with an id that its source gave. Such ids come in any order, so each is looked up when the batch
    /// commits; an event whose id the log knows already is counted as known and left out.
    /// </summary>
    /// <param name="source">Code from <see cref="Source"/>; not a source of numbered events.</param>
    /// <param name="id">1 to 100 characters.</param>
    /// <param name="eventName">As of <see cref="Add"/>, like all that follow.</param>
    /// <param name="timeMicroseconds">See <see cref="Add"/>.</param>
    /// <param name="channel">See <see cref="Add"/>.</param>
    /// <param name="unit">See <see cref="Add"/>.</param>
    /// <param name="objects">See <see cref="Add"/>.</param>
    /// <param name="utf8Attributes">See <see cref="Add"/>.</param>
    /// <param name="qualifiers">See <see cref="Add"/>.</param>
    /// <exception cref="ArgumentException">An argument is none of these; the event is not added and the append goes on.</exception>
    void AddNamed(
        int source, string id, int eventName, long timeMicroseconds, int channel, int unit,
        ReadOnlySpan<long> objects, ReadOnlySpan<byte> utf8Attributes, ReadOnlySpan<int> qualifiers = default);

    /// <summary>
    /// Commits the open batch together with what <paramref name="alongside"/> writes, durably. When it throws, nothing of
    /// the batch is kept and the append is of no further use: open it again. Whoever writes alongside reads from
    /// <see cref="Added"/> and <see cref="Known"/> what will be committed.
    /// </summary>
    /// <exception cref="SourceTakenException">Another append for the same source has committed meanwhile.</exception>
    Task CommitAsync(Func<DbTransaction, CancellationToken, Task>? alongside = null, CancellationToken cancellationToken = default);
}

/// <summary>Opens bulk appends.</summary>
public interface IBulkAppender
{
    /// <summary>Starts or continues appending for one source. A source is told in bulk or singly, never both.</summary>
    Task<IBulkAppend> OpenAsync(string source, CancellationToken cancellationToken = default);
}
