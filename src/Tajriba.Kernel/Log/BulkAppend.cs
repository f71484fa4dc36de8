using System.Data.Common;

namespace Tajriba.Kernel.Log;

/// <summary>
/// The road for millions of rows from one source whose ids ascend (an import): interned once, written in large
/// transactions, without a look-up of each id. The caller keeps its checkpoint in the same transaction.
/// </summary>
public interface IBulkAppend : IAsyncDisposable
{
    int EventName(string name);

    int Channel(string? name);

    int Unit(string? code);

    int ObjectType(string type);

    /// <summary>Number of an object, made where new. Bounded memory: rarely used ids are looked up again.</summary>
    long Object(int type, ReadOnlySpan<byte> utf8Id);

    /// <summary>Adds one event to the open batch. <paramref name="objects"/>: subject first, at least one.</summary>
    /// <param name="idNumber">The source's id as an ascending number; the event's id is its decimal text.</param>
    void Add(long idNumber, int eventName, long timeMicroseconds, int channel, int unit, ReadOnlySpan<long> objects, ReadOnlySpan<byte> utf8Attributes);

    /// <summary>Commits the open batch together with what <paramref name="alongside"/> writes, durably.</summary>
    Task CommitAsync(Func<DbTransaction, CancellationToken, Task>? alongside = null, CancellationToken cancellationToken = default);
}

/// <summary>Opens bulk appends.</summary>
public interface IBulkAppender
{
    /// <summary>Starts or continues appending for one source.</summary>
    Task<IBulkAppend> OpenAsync(string source, CancellationToken cancellationToken = default);
}
