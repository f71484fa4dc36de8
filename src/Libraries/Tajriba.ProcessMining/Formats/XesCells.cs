using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>The attributes of one event or trace by column, their values in one buffer that is used again.</summary>
internal sealed class XesCells
{
    private Cell[] _cells = new Cell[16];
    private byte[] _values = new byte[1024];
    private long _stamp = 1;

    /// <summary>Bytes of the values.</summary>
    public int Bytes { get; private set; }

    public void Clear()
    {
        _stamp++;
        Bytes = 0;
    }

    [MethodImpl(Compile.AtOnce)]
    public void Set(int column, AttributeType type, ReadOnlySpan<byte> value)
    {
        if (column >= _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(_cells.Length * 2, column + 1));
        }

        if (_values.Length - Bytes < value.Length)
        {
            Array.Resize(ref _values, Math.Max(_values.Length * 2, Bytes + value.Length));
        }

        value.CopyTo(_values.AsSpan(Bytes));
        _cells[column] = new Cell { Stamp = _stamp, Start = Bytes, Length = value.Length, Type = type };
        Bytes += value.Length;
    }

    [MethodImpl(Compile.AtOnce)]
    public bool TryGet(int column, out AttributeType type, out ReadOnlySpan<byte> value)
    {
        if (column < _cells.Length && _cells[column].Stamp == _stamp)
        {
            ref readonly Cell cell = ref _cells[column];
            type = cell.Type;
            value = _values.AsSpan(cell.Start, cell.Length);
            return true;
        }

        type = default;
        value = default;
        return false;
    }

    private struct Cell
    {
        public long Stamp;
        public int Start;
        public int Length;
        public AttributeType Type;
    }
}
