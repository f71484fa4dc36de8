namespace Tajriba.Kernel.Log;

/// <summary>Events on their way to the database: names in codes, objects as handles that are resolved when written.</summary>
internal sealed class RowBuffer
{
    private Row[] rows = new Row[256];
    private long[] objects = new long[512];
    private int[] qualifiers = new int[512];
    private byte[] attributes = new byte[4096];
    private int objectCount;
    private int attributeLength;

    public int Count { get; private set; }

    public Span<Row> Rows => rows.AsSpan(0, Count);

    /// <summary>The qualifier of each object of each row, 0 for none.</summary>
    public Span<int> Qualifiers => qualifiers.AsSpan(0, objectCount);

    public ReadOnlySpan<long> ObjectsOf(in Row row) => objects.AsSpan(row.ObjectStart, row.ObjectCount);

    public ReadOnlySpan<int> QualifiersOf(in Row row) => qualifiers.AsSpan(row.ObjectStart, row.ObjectCount);

    /// <summary>The attributes of all rows, one after the other.</summary>
    public ReadOnlySpan<byte> Attributes => attributes;

    public ReadOnlySpan<byte> AttributesOf(in Row row) => attributes.AsSpan(row.AttributeStart, row.AttributeLength);

    public void Add(Row row, ReadOnlySpan<long> objectHandles, ReadOnlySpan<int> objectQualifiers, ReadOnlySpan<byte> utf8Attributes)
    {
        row.ObjectStart = objectCount;
        row.ObjectCount = objectHandles.Length;
        row.AttributeStart = attributeLength;
        row.AttributeLength = utf8Attributes.Length;
        Grow(ref rows, Count + 1);
        Grow(ref objects, objectCount + objectHandles.Length);
        Grow(ref qualifiers, objectCount + objectHandles.Length);
        Grow(ref attributes, attributeLength + utf8Attributes.Length);
        rows[Count++] = row;
        objectHandles.CopyTo(objects.AsSpan(objectCount));
        if (objectQualifiers.IsEmpty)
        {
            qualifiers.AsSpan(objectCount, objectHandles.Length).Clear();
        }
        else
        {
            objectQualifiers.CopyTo(qualifiers.AsSpan(objectCount));
        }

        objectCount += objectHandles.Length;
        utf8Attributes.CopyTo(attributes.AsSpan(attributeLength));
        attributeLength += utf8Attributes.Length;
    }

    /// <summary>Keeps the marked rows and forgets the others; returns how many were forgotten.</summary>
    public int Keep(ReadOnlySpan<bool> marked)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (marked[i])
            {
                rows[kept++] = rows[i];
            }
        }

        var forgotten = Count - kept;
        rows.AsSpan(kept, forgotten).Clear();
        Count = kept;
        return forgotten;
    }

    public void Clear()
    {
        rows.AsSpan(0, Count).Clear();
        Count = 0;
        objectCount = 0;
        attributeLength = 0;
    }

    private static void Grow<T>(ref T[] array, int needed)
    {
        if (needed > array.Length)
        {
            Array.Resize(ref array, Math.Max(needed, array.Length * 2));
        }
    }

    public struct Row
    {
        /// <summary>The source's id as text, or null where <see cref="IdNumber"/> holds it.</summary>
        public string? IdText;
        public long IdNumber;

        /// <summary>Of a live event's source and id.</summary>
        public ulong IdHash;

        /// <summary>Whether a follower of the log wants the attributes.</summary>
        public bool IsWanted;
        public long Time;
        public int Source;
        public int Name;
        public int Channel;
        public int Unit;
        public int ObjectStart;
        public int ObjectCount;
        public int AttributeStart;
        public int AttributeLength;
    }
}
