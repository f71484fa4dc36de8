namespace Tajriba.Experience.Indicators.Observe;

/// <summary>The observations of one definition while they grow: one writer, any number of readers.</summary>
internal sealed class ObservationTable(int slices)
{
    private const int Smallest = 256;

    private readonly Lock gate = new();
    private ObservationRows rows = new(0, [], [], [], [], [], [], [.. Enumerable.Range(0, slices).Select(_ => Array.Empty<int>())]);
    private long changes;

    public ObservationRows Rows
    {
        get
        {
            lock (gate)
            {
                return rows;
            }
        }
    }

    /// <summary>Grows with every observation and every change of one.</summary>
    public long Changes => Interlocked.Read(ref changes);

    public int Add(long position, long time, int day, int unit, int channel, double value, ReadOnlySpan<int> sliced)
    {
        var at = rows.Count;
        var next = at < rows.Positions.Length ? rows : Grown();
        next.Positions[at] = position;
        next.Times[at] = time;
        next.Days[at] = day;
        next.Units[at] = unit;
        next.Channels[at] = channel;
        next.Values[at] = value;
        for (var i = 0; i < sliced.Length; i++)
        {
            next.Slices[i][at] = sliced[i];
        }

        lock (gate)
        {
            rows = next with { Count = at + 1 };
        }

        Interlocked.Increment(ref changes);
        return at;
    }

    public void Change(int at, double value)
    {
        rows.Values[at] = value;
        Interlocked.Increment(ref changes);
    }

    private ObservationRows Grown()
    {
        var size = Math.Max(Smallest, rows.Count + (rows.Count / 2));
        return new ObservationRows(
            rows.Count, To(rows.Positions, size), To(rows.Times, size), To(rows.Days, size), To(rows.Units, size), To(rows.Channels, size), To(rows.Values, size),
            Array.ConvertAll(rows.Slices, s => To(s, size)));
    }

    private static T[] To<T>(T[] column, int size)
    {
        Array.Resize(ref column, size);
        return column;
    }
}
