using System.Buffers;

namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>A row in the log's terms: what <see cref="RowMapper"/> made of it. Reused from row to row.</summary>
public sealed class MappedRow
{
    private readonly List<(string Type, int Start, int Length, string Qualifier)> objects = [];
    private readonly ArrayBufferWriter<byte> ids = new();

    internal ArrayBufferWriter<byte> AttributeBytes { get; } = new();

    /// <summary>Microseconds since 1970-01-01T00:00Z.</summary>
    public long Time { get; internal set; }

    public int ObjectCount => objects.Count;

    /// <summary>The attributes as a JSON object, or empty.</summary>
    public ReadOnlySpan<byte> Attributes => AttributeBytes.WrittenSpan;

    public string ObjectType(int index) => objects[index].Type;

    public string Qualifier(int index) => objects[index].Qualifier;

    public ReadOnlySpan<byte> ObjectId(int index) => ids.WrittenSpan.Slice(objects[index].Start, objects[index].Length);

    internal void Clear()
    {
        objects.Clear();
        ids.ResetWrittenCount();
        AttributeBytes.ResetWrittenCount();
    }

    internal void AddObject(string type, ReadOnlySpan<byte> id, string qualifier = "")
    {
        for (int i = 0; i < objects.Count; i++)
        {
            if (objects[i].Type == type && objects[i].Qualifier == qualifier && ObjectId(i).SequenceEqual(id))
            {
                return;
            }
        }

        int start = ids.WrittenCount;
        ids.Write(id);
        objects.Add((type, start, id.Length, qualifier));
    }
}
