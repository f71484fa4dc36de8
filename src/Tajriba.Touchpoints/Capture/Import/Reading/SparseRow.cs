using System.Text;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>A row whose cells name their columns: values in one buffer, columns learned as they come.</summary>
internal sealed class SparseRow
{
    /// <summary>More different columns than this are no table.</summary>
    public const int MaxColumns = 2_000;

    private readonly List<string> columns = [];
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly List<byte[]> utf8Names = [];
    private (int Start, int Length, CellKind Kind, long Version)[] cells = new (int, int, CellKind, long)[16];
    private byte[] values = new byte[1024];
    private int used;
    private long version;
    private int expected;

    public IReadOnlyList<string> Columns => columns;

    public void Clear()
    {
        version++;
        used = 0;
        expected = 0;
    }

    public CellKind Kind(int column) => column < columns.Count && cells[column].Version == version ? cells[column].Kind : CellKind.Missing;

    public ReadOnlySpan<byte> Cell(int column) =>
        Kind(column) == CellKind.Missing ? default : values.AsSpan(cells[column].Start, cells[column].Length);

    public int Column(string name)
    {
        if (!byName.TryGetValue(name, out int column))
        {
            if (columns.Count == MaxColumns)
            {
                throw new ImportFileException(ImportFault.TooManyColumns, MaxColumns);
            }

            column = columns.Count;
            columns.Add(name);
            utf8Names.Add(Encoding.UTF8.GetBytes(name));
            byName.Add(name, column);
            if (column == cells.Length)
            {
                Array.Resize(ref cells, column * 2);
            }
        }

        return column;
    }

    /// <summary>The column of a name; quick where rows repeat the order of their names.</summary>
    public int Column(ReadOnlySpan<byte> utf8Name)
    {
        if (expected < utf8Names.Count && utf8Name.SequenceEqual(utf8Names[expected]))
        {
            return expected++;
        }

        int column = Column(Encoding.UTF8.GetString(utf8Name));
        expected = column + 1;
        return column;
    }

    /// <summary>Room for a value of at most some length; <see cref="Set(int, int, CellKind)"/> says how much was used.</summary>
    public Span<byte> Reserve(int length)
    {
        if (values.Length - used < length)
        {
            Array.Resize(ref values, Math.Max(values.Length * 2, used + length));
        }

        return values.AsSpan(used, length);
    }

    public void Set(int column, int length, CellKind kind)
    {
        cells[column] = (used, length, kind, version);
        used += length;
    }

    public void Set(int column, ReadOnlySpan<byte> value, CellKind kind)
    {
        value.CopyTo(Reserve(value.Length));
        Set(column, value.Length, kind);
    }

    public void Set(int column, string value, CellKind kind) =>
        Set(column, Encoding.UTF8.GetBytes(value, Reserve(Encoding.UTF8.GetMaxByteCount(value.Length))), kind);
}
