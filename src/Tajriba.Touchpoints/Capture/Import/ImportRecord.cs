using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>One import: which file, by which mapping, and how far it came.</summary>
public sealed record ImportRecord
{
    public required long Id { get; init; }

    /// <summary>The file's name as the person knows it.</summary>
    public required string FileName { get; init; }

    /// <summary>Where the file lies.</summary>
    public required string Path { get; init; }

    public required FileFormat Format { get; init; }

    /// <summary>SHA-256 of the content, decompressed.</summary>
    public required string ContentHash { get; init; }

    public required long ContentLength { get; init; }

    public required ColumnMapping Mapping { get; init; }

    /// <summary>The log's source of events that bring no id of their own.</summary>
    public required string Source { get; init; }

    public required ImportState State { get; init; }

    /// <summary>Rows that an earlier import of the same beginning had read.</summary>
    public required long FirstRow { get; init; }

    /// <summary>Last row that is committed, whether taken or rejected.</summary>
    public required long Row { get; init; }

    /// <summary>Bytes of the content up to there, where the format has a place.</summary>
    public required long Offset { get; init; }

    public required long Added { get; init; }

    /// <summary>Events that the log already held.</summary>
    public required long Known { get; init; }

    public required long Rejected { get; init; }

    /// <summary>Part of the file that was read, 0-1.</summary>
    public required double Fraction { get; init; }

    /// <summary>Why it failed.</summary>
    public ImportProblem? Problem { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the last rows were committed.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Rows of this import so far.</summary>
    public long Rows => Row - FirstRow;
}
