using System.Data.Common;

namespace Tajriba.Kernel.Log;

/// <summary>
/// Everything that happens between the organization and its customers or employees, in one order. Append only: nothing
/// is rewritten, and what rooms conclude is appended too.
/// </summary>
public interface IExperienceLog
{
    ILogNames Names { get; }

    /// <summary>Position of the last committed event; 0 in an empty log.</summary>
    long Head { get; }

    /// <summary>
    /// Appends in one durable transaction and returns once it is committed. An event whose (source, id) the log already
    /// holds adds nothing and is counted as known.
    /// </summary>
    Task<AppendResult> AppendAsync(IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default);

    /// <summary>The same inside a transaction of the caller, so that a fact and the state it follows from commit together.</summary>
    Task<AppendResult> AppendAsync(DbTransaction transaction, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default);

    /// <summary>Events after a position, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LoggedEvent>> ReadAsync(long afterPosition, int limit, CancellationToken cancellationToken = default);

    /// <summary>Visits the events after a position, in order, in codes. Returns the last position visited.</summary>
    /// <param name="afterPosition">Only events after it.</param>
    /// <param name="visitor">Called for each.</param>
    /// <param name="withAttributes">False leaves <see cref="CodedEvent.Attributes"/> empty, which is faster.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    long Scan(long afterPosition, CodedEventVisitor visitor, bool withAttributes = true, CancellationToken cancellationToken = default);

    /// <summary>The same up to a position, for read models that take the log in portions.</summary>
    long Scan(long afterPosition, long upTo, CodedEventVisitor visitor, bool withAttributes = true, CancellationToken cancellationToken = default);

    /// <summary>
    /// The same with the attributes of at least those events that an <see cref="IAttributeInterest"/> wants; others may come
    /// with theirs or without.
    /// </summary>
    long ScanWanted(long afterPosition, long upTo, CodedEventVisitor visitor, CancellationToken cancellationToken = default)
        => Scan(afterPosition, upTo, visitor, withAttributes: true, cancellationToken);

    /// <summary>Events by position, in the order asked for; unknown positions are left out.</summary>
    Task<IReadOnlyList<LoggedEvent>> GetAsync(IReadOnlyList<long> positions, CancellationToken cancellationToken = default);

    /// <summary>An object's events, newest first.</summary>
    /// <param name="objectNumber">The object.</param>
    /// <param name="before">Only events before this cursor, as <see cref="Timeline.Next"/> gave it; null for the newest.</param>
    /// <param name="limit">1-1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Timeline> ReadObjectAsync(long objectNumber, TimelineCursor? before, int limit, CancellationToken cancellationToken = default);

    /// <summary>The events of several objects in one, newest first; one that concerns many of them comes once.</summary>
    /// <param name="objectNumbers">The objects.</param>
    /// <param name="before">As of <see cref="ReadObjectAsync"/>; cursors hold for any set of objects.</param>
    /// <param name="limit">1-1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Timeline> ReadObjectsAsync(IReadOnlyList<long> objectNumbers, TimelineCursor? before, int limit, CancellationToken cancellationToken = default);

    /// <summary>The number of an object, or null where the log has not met it.</summary>
    Task<long?> FindObjectAsync(string type, string id, CancellationToken cancellationToken = default);

    /// <summary>The same by the connection of a transaction: whoever holds one must not wait for another.</summary>
    Task<long?> FindObjectAsync(DbTransaction transaction, string type, string id, CancellationToken cancellationToken = default);

    /// <summary>The objects behind numbers, in the same order; unknown numbers are left out.</summary>
    Task<IReadOnlyList<KnownObject>> GetObjectsAsync(IReadOnlyList<long> numbers, CancellationToken cancellationToken = default);

    /// <summary>Objects of a type whose id starts with a text, by id.</summary>
    Task<IReadOnlyList<KnownObject>> SearchObjectsAsync(string type, string idPrefix, int limit, CancellationToken cancellationToken = default);
}

/// <param name="Added">Events that are new.</param>
/// <param name="Known">Events that the log already held.</param>
/// <param name="LastPosition">Position of the last event added, or the head where none was.</param>
public sealed record AppendResult(int Added, int Known, long LastPosition);

/// <param name="Events">Newest first.</param>
/// <param name="Next">Cursor for the older ones, or null at the end.</param>
public sealed record Timeline(IReadOnlyList<LoggedEvent> Events, TimelineCursor? Next);

/// <param name="Number">The log's own number of it, immutable.</param>
/// <param name="Type">Object type.</param>
/// <param name="Id">Identifier in the source's words.</param>
public sealed record KnownObject(long Number, string Type, string Id);
