using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Tajriba.ProcessMining.Discovery;

/// <summary>Gathers traces and adds up equal ones; looks a trace up before it copies it.</summary>
internal sealed class TraceSetBuilder
{
    private readonly List<int[]> traces = [];
    private readonly List<long> counts = [];
    private readonly Dictionary<int[], int> index;
    private readonly Dictionary<int[], int>.AlternateLookup<ReadOnlySpan<int>> lookup;

    public TraceSetBuilder()
    {
        index = new Dictionary<int[], int>(SequenceComparer.Instance);
        lookup = index.GetAlternateLookup<ReadOnlySpan<int>>();
    }

    public void Add(ReadOnlySpan<int> trace, long count)
    {
        if (lookup.TryGetValue(trace, out var at))
        {
            counts[at] += count;
            return;
        }

        var copy = trace.ToArray();
        index.Add(copy, traces.Count);
        traces.Add(copy);
        counts.Add(count);
    }

    public TraceSet Build() => new([.. traces], [.. counts]);

    private sealed class SequenceComparer : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public static readonly SequenceComparer Instance = new();

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public int GetHashCode([DisallowNull] int[] obj) => GetHashCode((ReadOnlySpan<int>)obj);
    }
}
