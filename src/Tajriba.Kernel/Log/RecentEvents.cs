namespace Tajriba.Kernel.Log;

/// <summary>
/// The last live events of this node as codes, without ids and attributes: read models that follow the log read them here
/// and not each for itself from the database. Holds one unbroken stretch of positions. Safe for concurrent use.
/// </summary>
internal sealed class RecentEvents
{
    /// <summary>Events kept at most; some fifty bytes each.</summary>
    private const int Most = 1 << 19;

    private readonly Lock gate = new();
    private readonly Queue<Chunk> chunks = new();
    private Chunk? open;
    private int count;
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
            }

            for (var i = 0; i < rows.Count; i++)
            {
                if (open is null || open.IsFull)
                {
                    chunks.Enqueue(open = new Chunk(first + i));
                }

                open.Add(rows, rows.Rows[i], objects);
            }

            count += rows.Count;
            last = first + rows.Count - 1;
            while (count > Most)
            {
                count -= chunks.Dequeue().Count;
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
        private int objectCount;

        public long First { get; } = first;

        public int Count { get; private set; }

        public bool IsFull => Count == Rows;

        public void Add(RowBuffer buffer, in RowBuffer.Row row, ObjectTable objects)
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

            rows[Count++] = new Row(row.Time, row.IdHash, row.Name, row.Channel, row.Unit, row.Source, objectCount, handles.Length);
            objectCount += handles.Length;
        }

        public View Now() => new(First, Count, rows, numbers, types, qualifiers);

        public readonly record struct Row(long Time, ulong IdHash, int Name, int Channel, int Unit, int Source, int ObjectStart, int ObjectCount);

        /// <summary>A chunk as it was when it was asked for; rows that are there never change.</summary>
        public readonly record struct View(long First, int Count, Row[] Rows, long[] Numbers, int[] Types, int[] Qualifiers)
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
                        Attributes = [],
                    };
                    visitor(in item);
                    after = item.Position;
                }

                return after;
            }
        }
    }
}
