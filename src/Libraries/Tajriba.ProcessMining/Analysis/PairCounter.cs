namespace Tajriba.ProcessMining;

/// <summary>Counts pairs of activities: a square matrix while it stays small, a hash table above that.</summary>
internal sealed class PairCounter
{
    internal const int MatrixLimit = 1500;
    private readonly long[]? _matrix;
    private readonly Dictionary<long, long>? _map;
    private readonly int _size;

    public PairCounter(int activities)
    {
        _size = activities;
        if (activities <= MatrixLimit)
        {
            _matrix = new long[activities * activities];
        }
        else
        {
            _map = [];
        }
    }

    public void Add(int from, int to, long count)
    {
        if (_matrix is not null)
        {
            _matrix[(from * _size) + to] += count;
            return;
        }

        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_map!, ((long)from << 32) | (uint)to, out _) += count;
    }

    public long this[int from, int to] =>
        _matrix is not null ? _matrix[(from * _size) + to] : _map!.GetValueOrDefault(((long)from << 32) | (uint)to);

    public FlowEdge[] ToEdges()
    {
        var edges = new List<FlowEdge>();
        if (_matrix is not null)
        {
            for (int i = 0; i < _matrix.Length; i++)
            {
                if (_matrix[i] > 0)
                {
                    edges.Add(new FlowEdge(i / _size, i % _size, _matrix[i]));
                }
            }
        }
        else
        {
            foreach ((long pair, long count) in _map!)
            {
                if (count > 0)
                {
                    edges.Add(new FlowEdge((int)(pair >> 32), (int)pair, count));
                }
            }
        }

        return [.. edges];
    }
}
