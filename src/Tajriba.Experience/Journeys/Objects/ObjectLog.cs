using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>All events that concern objects of one type, case by case, up to a position of the experience log.</summary>
/// <param name="ObjectType">The type.</param>
/// <param name="Events">One case per object, named by the object's number; event keys are log positions.</param>
/// <param name="Position">The last position of the experience log that was read.</param>
/// <param name="Dropped">Attributes that took too many values to filter by, or came after the limit of columns; they stay in the log itself.</param>
public sealed record ObjectLog(string ObjectType, EventLog Events, long Position, IReadOnlySet<string> Dropped)
{
    /// <summary>A column with more distinct values than this is not kept.</summary>
    public const int MostValues = 20_000;

    /// <summary>At most this many learned attributes are kept, the first met.</summary>
    public const int MostAttributes = 32;

    /// <summary>The large part of <see cref="Events"/>, as it was kept or first read.</summary>
    internal EventLog Base { get; init; } = Events;

    /// <summary>What came since; <see cref="Events"/> is both put together.</summary>
    internal EventLog? Tail { get; init; }

    /// <summary>What must live as long as the events are read: the file that they lie in, or null.</summary>
    internal object? Source { get; init; }

    public static ObjectLog Empty(string objectType) => new(objectType, EventLog.Empty, 0, new HashSet<string>(StringComparer.Ordinal));
}
