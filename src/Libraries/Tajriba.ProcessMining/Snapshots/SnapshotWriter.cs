using System.Runtime.InteropServices;

namespace Tajriba.ProcessMining;

/// <summary>Lays a log's columns one after another.</summary>
internal sealed class SnapshotWriter
{
    private delegate ReadOnlySpan<byte> Source();

    private readonly EventLog _log;
    private readonly List<(string Name, Source Bytes)> _parts = [];

    public SnapshotWriter(EventLog log)
    {
        _log = log;
        Table("activities", log.Activities);
        Table("cases", log.CaseIds);
        _parts.Add(("offsets", () => MemoryMarshal.AsBytes(log.CaseOffsets)));
        _parts.Add(("activityCodes", () => MemoryMarshal.AsBytes(log.ActivityCodes)));
        _parts.Add(("times", () => MemoryMarshal.AsBytes(log.Times)));
        if (log.HasEventKeys)
        {
            _parts.Add(("keys", () => MemoryMarshal.AsBytes(log.EventKeys)));
        }

        for (int i = 0; i < log.Columns.Count; i++)
        {
            AttributeColumn column = log.Columns[i];
            Table($"column{i}", column.Values);
            _parts.Add(($"column{i}.codes", () => MemoryMarshal.AsBytes(column.Codes)));
        }

        DirectlyFollowsGraph graph = log.Graph;
        long[] edges = [.. graph.Edges.SelectMany(e => new[] { e.From, e.To, e.Count })];
        _parts.Add(("graph.edges", () => MemoryMarshal.AsBytes(edges.AsSpan())));
        _parts.Add(("graph.starts", () => MemoryMarshal.AsBytes(graph.StartCounts)));
        _parts.Add(("graph.ends", () => MemoryMarshal.AsBytes(graph.EndCounts)));
    }

    public void Write(Stream stream)
    {
        var sections = new Dictionary<string, (long Offset, long Bytes)>(StringComparer.Ordinal);
        long at = 0;
        foreach ((string name, Source bytes) in _parts)
        {
            int length = bytes().Length;
            sections.Add(name, (at, length));
            at = SnapshotHeader.Align(at + length);
        }

        stream.Write(new SnapshotHeader
        {
            Events = _log.EventCount,
            Cases = _log.CaseCount,
            InTimeOrder = _log.SourceInTimeOrder,
            SourceColumns = _log.SourceColumns,
            Columns = [.. _log.Columns.Select(c => (c.Name, c.Level, c.Type))],
            Sections = sections,
        }.Write());
        Span<byte> padding = stackalloc byte[SnapshotHeader.Alignment];
        padding.Clear();
        foreach ((string _, Source bytes) in _parts)
        {
            ReadOnlySpan<byte> all = bytes();
            stream.Write(all);
            stream.Write(padding[..(int)(SnapshotHeader.Align(all.Length) - all.Length)]);
        }
    }

    private void Table(string name, StringTable table)
    {
        _parts.Add((name + ".bytes", () => table.Bytes));
        _parts.Add((name + ".offsets", () => MemoryMarshal.AsBytes(table.Offsets)));
        _parts.Add((name + ".slots", () => MemoryMarshal.AsBytes(table.Slots)));
    }
}
