using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Tajriba.ProcessMining;

/// <summary>
/// A log in a file that is used where it lies: opening maps it into memory and reads nothing but its head; columns come in as they
/// are touched. The log must not be used after the snapshot is disposed.
/// </summary>
public sealed unsafe class LogSnapshot : IDisposable
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly SnapshotHeader _header;
    private readonly byte* _start;
    private bool _disposed;

    private LogSnapshot(MemoryMappedViewAccessor view)
    {
        _view = view;

        // The pointer counts as a use, so that the mapping outlives even a forgotten snapshot while its log is read.
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + view.PointerOffset;
        try
        {
            _header = SnapshotHeader.Read(new ReadOnlySpan<byte>(_start, (int)Math.Min(view.Capacity, 1 << 26)));
            Log = new EventLog(Data());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The log.</summary>
    public EventLog Log { get; }

    /// <summary>Opens a snapshot.</summary>
    /// <param name="file">The mapped file; the caller disposes it after the snapshot.</param>
    /// <exception cref="LogFormatException">It is not a snapshot, of another version, damaged or cut off.</exception>
    public static LogSnapshot Open(MemoryMappedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new LogSnapshot(file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read));
    }

    /// <summary>Writes a log's snapshot, with the indexes of its names and its directly-follows graph.</summary>
    /// <param name="log">The log.</param>
    /// <param name="stream">Where to; not closed.</param>
    public static void Write(EventLog log, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stream);
        new SnapshotWriter(log).Write(stream);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }

    private EventLogData Data()
    {
        StringTable activities = Table("activities");
        var columns = new List<AttributeColumn>();
        for (int i = 0; i < _header.Columns.Count; i++)
        {
            (string name, AttributeLevel level, AttributeType type) = _header.Columns[i];
            columns.Add(new AttributeColumn(name, level, type, Table($"column{i}"), Section<int>($"column{i}.codes", level == AttributeLevel.Event ? _header.Events : _header.Cases)));
        }

        Column<long> edges = Section<long>("graph.edges");
        Column<int> starts = Section<int>("graph.starts", activities.Count);
        Column<int> ends = Section<int>("graph.ends", activities.Count);
        return new EventLogData
        {
            Activities = activities,
            CaseIds = Table("cases"),
            CaseOffsets = Section<int>("offsets", _header.Cases + 1),
            ActivityCodes = Section<int>("activityCodes", _header.Events),
            Times = Section<long>("times", _header.Events),
            EventKeys = _header.Sections.ContainsKey("keys") ? Section<long>("keys", _header.Events) : LateColumn<long>.None,
            Columns = columns,
            SourceColumns = _header.SourceColumns,
            SourceInTimeOrder = _header.InTimeOrder,
            Graph = () => new DirectlyFollowsGraph(activities, Edges(edges.Span), starts.Span.ToArray(), ends.Span.ToArray(), _header.Cases),
        };
    }

    private static FlowEdge[] Edges(ReadOnlySpan<long> flat)
    {
        var edges = new FlowEdge[flat.Length / 3];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = new FlowEdge((int)flat[3 * i], (int)flat[(3 * i) + 1], flat[(3 * i) + 2]);
        }

        return edges;
    }

    private StringTable Table(string name) =>
        new(Section<byte>(name + ".bytes"), Section<int>(name + ".offsets"), Section<int>(name + ".slots"));

    private Column<T> Section<T>(string name, int? count = null) where T : unmanaged
    {
        if (!_header.Sections.TryGetValue(name, out (long Offset, long Bytes) section) || section.Offset < 0 || section.Bytes < 0
            || section.Offset > _view.Capacity - section.Bytes || (count is { } n && section.Bytes != (long)n * sizeof(T)))
        {
            throw new LogFormatException($"the snapshot is cut off or lacks its part '{name}'");
        }

        return new Column<T>((T*)(_start + section.Offset), (int)(section.Bytes / sizeof(T)));
    }
}
