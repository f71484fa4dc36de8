namespace Tajriba.ProcessMining;

/// <summary>An append-only list in chunks: growing never copies what is already there, and chunks are let go one by one as they are copied out.</summary>
internal sealed class ChunkedList<T> where T : unmanaged
{
    private const int Shift = 16;
    private const int ChunkSize = 1 << Shift;
    private readonly List<T[]?> _chunks = [];
    private T[] _tail = [];
    private int _tailCount;

    public int Count { get; private set; }

    public T this[int index]
    {
        get => _chunks[index >> Shift]![index & (ChunkSize - 1)];
        set => _chunks[index >> Shift]![index & (ChunkSize - 1)] = value;
    }

    public void Add(T value)
    {
        if (_tailCount == _tail.Length)
        {
            Grow();
        }

        _tail[_tailCount++] = value;
        Count++;
    }

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
            Count += n;
        }
    }

    public ReadOnlySpan<T> Chunk(int index)
    {
        int start = index << Shift;
        return _chunks[index].AsSpan(0, Math.Min(ChunkSize, Count - start));
    }

    public int ChunkCount => _chunks.Count;

    /// <summary>Copies everything into one array, releasing each chunk once it is copied.</summary>
    public T[] ToArrayAndRelease()
    {
        T[] all = GC.AllocateUninitializedArray<T>(Count);
        int at = 0;
        for (int c = 0; c < _chunks.Count; c++)
        {
            ReadOnlySpan<T> chunk = Chunk(c);
            chunk.CopyTo(all.AsSpan(at));
            at += chunk.Length;
            _chunks[c] = null;
        }

        _chunks.Clear();
        _tail = [];
        _tailCount = 0;
        Count = 0;
        return all;
    }

    private void Grow()
    {
        if (_tail.Length is > 0 and < ChunkSize)
        {
            Array.Resize(ref _tail, Math.Min(ChunkSize, _tail.Length * 4));
            _chunks[^1] = _tail;
            return;
        }

        _tail = GC.AllocateUninitializedArray<T>(_chunks.Count == 0 ? 256 : ChunkSize);
        _tailCount = 0;
        _chunks.Add(_tail);
    }
}
