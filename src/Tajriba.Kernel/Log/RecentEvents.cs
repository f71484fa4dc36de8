namespace Tajriba.Kernel.Log;

/// <summary>
/// The last live events of this node as codes, without ids and with wanted attributes only: read models that follow the log read them here
/// and not each for itself from the database. Holds one unbroken stretch of positions. Safe for concurrent use.
/// </summary>
internal sealed class RecentEvents
{
    /// <summary>Events kept at most, some fifty bytes each: more than wait for a merge, which reads them here.</summary>
    private const int Most = 720 * 1024;

    /// <summary>Bytes of wanted attributes kept at most.</summary>
    private const long MostBytes = 16 << 20;

    private readonly Lock gate = new();
    private readonly Queue<Chunk> chunks = new();
    private Chunk? open;
    private int count;
    private long bytes;
    private long last;

    /// <summary>Adds committed rows; what was kept is forgotten where others have appended in between.</summary>
    /// <param name="first">Position of the first.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="objects">Knows the numbers of their objects.</param>
    public void Add(long first, RowBuffer rows, ObjectTable objects)
    {
        lock (gate)
        {
            if (first != last + 1)
            {
                chunks.Clear();
                open = null;
                count = 0;
                bytes = 0;
            }

            for (var i = 0; i < rows.Count; i++)
            {
                if (open is null || open.IsFull)
                {
                    chunks.Enqueue(open = new Chunk(first + i));
                }

                bytes += open.Add(rows, rows.Rows[i], objects);
            }

            count += rows.Count;
            last = first + rows.Count - 1;
            while ((count > Most || bytes > MostBytes) && chunks.Count > 1)
            {
                var oldest = chunks.Dequeue();
                count -= oldest.Count;
                bytes -= oldest.AttributeBytes;
            }
        }
    }

    /// <summary>Visits the events after a position up to another; returns the last one visited, the position itself where what follows it is not here.</summary>
    public long Visit(long after, long upTo, CodedEventVisitor visitor, CancellationToken cancellationToken)
    {
        Chunk.View[] views;
        lock (gate)
        {
            if (chunks.Count == 0 || after + 1 < chunks.Peek().First)
            {
                return after;
            }

            views = [.. chunks.Where(c => c.First + c.Count - 1 > after && c.First <= upTo).Select(c => c.Now())];
        }

        foreach (var view in views)
        {
            cancellationToken.ThrowIfCancellationRequested();
            after = view.Visit(after, upTo, visitor);
        }

        return after;
    }

    private sealed class Chunk(long first)
    {
        private const int Rows = 1024;

        private readonly Row[] rows = new Row[Rows];
        private long[] numbers = new long[Rows];
        private int[] types = new int[Rows];
        private int[] qualifiers = new int[Rows];
        private byte[] attributes = [];
        private int objectCount;

        public long First { get; } = first;

        public int Count { get; private set; }

        public int AttributeBytes { get; private set; }

        public bool IsFull => Count == Rows;

        /// <summary>Adds a row; returns the bytes of its attributes that are kept.</summary>
        public int Add(RowBuffer buffer, in RowBuffer.Row row, ObjectTable objects)
        {
            var handles = buffer.ObjectsOf(row);
            var parts = buffer.QualifiersOf(row);
            if (objectCount + handles.Length > numbers.Length)
            {
                // Who reads holds on to the arrays as they were.
                var room = Math.Max(numbers.Length * 2, objectCount + handles.Length);
                Array.Resize(ref numbers, room);
                Array.Resize(ref types, room);
                Array.Resize(ref qualifiers, room);
            }

            for (var i = 0; i < handles.Length; i++)
            {
                numbers[objectCount + i] = objects.Number(handles[i]);
                types[objectCount + i] = objects.Type(handles[i]);
                qualifiers[objectCount + i] = parts[i];
            }

            var wanted = row.IsWanted ? buffer.AttributesOf(row) : [];
            if (AttributeBytes + wanted.Length > attributes.Length)
            {
                Array.Resize(ref attributes, Math.Max(attributes.Length * 2, AttributeBytes + wanted.Length));
            }

            wanted.CopyTo(attributes.AsSpan(AttributeBytes));
            rows[Count++] = new Row(row.Time, row.IdHash, row.Name, row.Channel, row.Unit, row.Source, objectCount, handles.Length, AttributeBytes, wanted.Length);
            objectCount += handles.Length;
            AttributeBytes += wanted.Length;
            return wanted.Length;
        }

        public View Now() => new(First, Count, rows, numbers, types, qualifiers, attributes);

        public readonly record struct Row(long Time, ulong IdHash, int Name, int Channel, int Unit, int Source, int ObjectStart, int ObjectCount, int AttributeStart, int AttributeLength);

        /// <summary>A chunk as it was when it was asked for; rows that are there never change.</summary>
        public readonly record struct View(long First, int Count, Row[] Rows, long[] Numbers, int[] Types, int[] Qualifiers, byte[] Attributes)
        {
            public long Visit(long after, long upTo, CodedEventVisitor visitor)
            {
                for (var i = (int)Math.Max(0, after + 1 - First); i < Count && First + i <= upTo; i++)
                {
                    ref readonly var row = ref Rows[i];
                    var item = new CodedEvent
                    {
                        Position = First + i,
                        Time = row.Time,
                        Source = row.Source,
                        Name = row.Name,
                        Channel = row.Channel,
                        Unit = row.Unit,
                        Objects = Numbers.AsSpan(row.ObjectStart, row.ObjectCount),
                        ObjectTypes = Types.AsSpan(row.ObjectStart, row.ObjectCount),
                        Qualifiers = Qualifiers.AsSpan(row.ObjectStart, row.ObjectCount),
                        IdHash = row.IdHash,
                        Attributes = Attributes.AsSpan(row.AttributeStart, row.AttributeLength),
                    };
                    visitor(in item);
                    after = item.Position;
                }

                return after;
            }
        }
    }
}
