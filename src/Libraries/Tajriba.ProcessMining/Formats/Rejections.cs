namespace Tajriba.ProcessMining;

/// <summary>The rows or events that a reader left out, counted by reason; the first ones with their line.</summary>
public sealed class Rejections
{
    private const int Kept = 100;
    private readonly SortedDictionary<string, long> _byReason = new(StringComparer.Ordinal);
    private readonly List<Rejection> _first = [];

    /// <summary>All of them.</summary>
    public long Total { get; private set; }

    /// <summary>Count per reason.</summary>
    public IReadOnlyDictionary<string, long> ByReason => _byReason;

    /// <summary>The first hundred.</summary>
    public IReadOnlyList<Rejection> First => _first;

    internal void Add(long line, string reason)
    {
        Total++;
        _byReason[reason] = _byReason.GetValueOrDefault(reason) + 1;
        if (_first.Count < Kept)
        {
            _first.Add(new Rejection(line, reason));
        }
    }
}
