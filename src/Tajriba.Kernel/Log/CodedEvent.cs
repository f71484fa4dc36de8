namespace Tajriba.Kernel.Log;

/// <summary>
/// One event in the log's own codes, for read models that scan millions: no strings but the raw attributes. Codes are
/// resolved by <see cref="ILogNames"/>. The spans live only during the visit.
/// </summary>
public readonly ref struct CodedEvent
{
    public required long Position { get; init; }

    /// <summary>Microseconds since 1970-01-01T00:00Z.</summary>
    public required long Time { get; init; }

    public required int Name { get; init; }

    /// <summary>Code of who told it.</summary>
    public required int Source { get; init; }

    /// <summary>Code of the channel, or 0.</summary>
    public required int Channel { get; init; }

    /// <summary>Code of the unit, or 0.</summary>
    public required int Unit { get; init; }

    /// <summary>Object numbers, subject first. An object's number never changes.</summary>
    public required ReadOnlySpan<long> Objects { get; init; }

    /// <summary>Type code of each object, parallel to <see cref="Objects"/>.</summary>
    public required ReadOnlySpan<int> ObjectTypes { get; init; }

    /// <summary>Code of each object's part in the event or 0, parallel to <see cref="Objects"/>.</summary>
    public required ReadOnlySpan<int> Qualifiers { get; init; }

    /// <summary><see cref="Log.IdHash"/> of source and id, where the scan reads ids.</summary>
    internal ulong IdHash { get; init; }

    /// <summary>The attributes as UTF-8 JSON, or empty.</summary>
    public required ReadOnlySpan<byte> Attributes { get; init; }
}

/// <summary>Visits one event of a scan.</summary>
public delegate void CodedEventVisitor(in CodedEvent item);
