using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>
/// An append-only list: a head that grows, when the length can be foretold to that length at one go, then chunks, so that growing
/// never copies much. What fits the head becomes a column without a copy.
/// </summary>
internal sealed class ChunkedList<T> where T : unmanaged
{
    private const int Shift = 16;
    private const int ChunkSize = 1 << Shift;
    private readonly List<T[]> _chunks = [];
    private T[] _head = [];
    private T[] _tail = [];
    private int _tailCount;
    private int _before;
    private int _expected;

    public int Count => _before + _tailCount;

    /// <summary>The head and the chunks in order.</summary>
    public int ChunkCount => Count == 0 ? 0 : 1 + _chunks.Count;

    public T this[int index]
    {
        get => index < _head.Length ? _head[index] : _chunks[(index - _head.Length) >> Shift][(index - _head.Length) & (ChunkSize - 1)];
        set
        {
            if (index < _head.Length)
            {
                _head[index] = value;
            }
            else
            {
                _chunks[(index - _head.Length) >> Shift][(index - _head.Length) & (ChunkSize - 1)] = value;
            }
        }
    }

    /// <summary>Foretells the length. Room for it is taken when the list outgrows a chunk; what is never written is never touched.</summary>
    public void Expect(int count) => _expected = count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value)
    {
        T[] tail = _tail;
        int at = _tailCount;
        if ((uint)at >= (uint)tail.Length)
        {
            Grow();
            tail = _tail;
            at = _tailCount;
        }

        tail[at] = value;
        _tailCount = at + 1;
    }

    [MethodImpl(Compile.AtOnce)]
    public void PadTo(int count, T value)
    {
        while (Count < count)
        {
            if (_tailCount == _tail.Length)
            {
                Grow();
            }

            int n = Math.Min(count - Count, _tail.Length - _tailCount);
            _tail.AsSpan(_tailCount, n).Fill(value);
            _tailCount += n;
        }
    }

    public ReadOnlySpan<T> Chunk(int index)
    {
        T[] chunk = index == 0 ? _head : _chunks[index - 1];
        return ReferenceEquals(chunk, _tail) ? chunk.AsSpan(0, _tailCount) : chunk;
    }

    /// <summary>Gives everything as one array of at least <see cref="Count"/> and empties the list; chunks are let go as they are copied.</summary>
    public Column<T> Release()
    {
        int count = Count;
        Column<T> all;
        if (_chunks.Count == 0 && count >= _head.Length / 2)
        {
            all = new Column<T>(_head, count);
        }
        else
        {
            T[] to = Column<T>.Room(count);
            int at = 0;
            int chunks = ChunkCount;
            for (int c = 0; c < chunks; c++)
            {
                ReadOnlySpan<T> chunk = Chunk(c);
                chunk.CopyTo(to.AsSpan(at));
                at += chunk.Length;
                if (c > 0)
                {
                    _chunks[c - 1] = [];
                }
            }

            all = to;
        }

        _chunks.Clear();
        _head = [];
        _tail = [];
        _tailCount = 0;
        _before = 0;
        _expected = 0;
        return all;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        if (_chunks.Count == 0 && (_head.Length < ChunkSize || _expected > _head.Length))
        {
            T[] head = _head.Length < ChunkSize ? new T[Math.Clamp(_head.Length * 4, 256, ChunkSize)] : Column<T>.Room(_expected);
            _head.AsSpan(0, _tailCount).CopyTo(head);
            _head = head;
            _tail = head;
            return;
        }

        _before += _tailCount;
        _tail = GC.AllocateUninitializedArray<T>(ChunkSize);
        _tailCount = 0;
        _chunks.Add(_tail);
    }
}
