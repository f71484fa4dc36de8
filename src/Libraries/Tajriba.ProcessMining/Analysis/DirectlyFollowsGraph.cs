using System.Security.Cryptography;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>How often each activity directly follows each other one within a case, with the activities that open and close cases.</summary>
public sealed partial class DirectlyFollowsGraph
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _counts;
    private readonly Dictionary<long, long> _index;

    internal DirectlyFollowsGraph(StringTable activities, FlowEdge[] edges, int[] starts, int[] ends, int cases)
    {
        Activities = activities;
        _starts = starts;
        _ends = ends;
        _counts = (int[])starts.Clone();
        _index = new Dictionary<long, long>(edges.Length);
        foreach (FlowEdge edge in edges)
        {
            _counts[edge.To] += (int)edge.Count;
            Total += edge.Count;
            _index.Add(((long)edge.From << 32) | (uint)edge.To, edge.Count);
        }

        Edges = Ranking.Sort(edges, activities);
        CaseCount = cases;
    }

    /// <summary>The activities that codes point into.</summary>
    public StringTable Activities { get; }

    /// <summary>Pairs that occur, by count descending, then by name.</summary>
    public IReadOnlyList<FlowEdge> Edges { get; }

    /// <summary>The sum of all counts: events minus cases.</summary>
    public long Total { get; }

    /// <summary>Cases counted.</summary>
    public int CaseCount { get; }

    /// <summary>Events per activity code.</summary>
    public ReadOnlySpan<int> ActivityCounts => _counts;

    /// <summary>Cases that begin with each activity code.</summary>
    public ReadOnlySpan<int> StartCounts => _starts;

    /// <summary>Cases that end with each activity code.</summary>
    public ReadOnlySpan<int> EndCounts => _ends;

    /// <summary>How often b directly follows a.</summary>
    public long Count(int from, int to) => _index.GetValueOrDefault(((long)from << 32) | (uint)to);

    /// <summary>The graph of a log; counted once and kept with it.</summary>
    public static DirectlyFollowsGraph Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Graph;
    }

    /// <summary>
    /// SHA-256 in lower-case hex over lines <c>A&lt;TAB&gt;B&lt;TAB&gt;count&lt;LF&gt;</c> in UTF-8, sorted by code point of A, then B:
    /// two graphs are equal exactly when their hashes are. The hash without edges is that of a single line feed.
    /// </summary>
    public string Sha256() => HashEdges(Edges, Activities);

    internal static string HashEdges(IEnumerable<FlowEdge> edges, StringTable activities)
    {
        int[] ranks = activities.Ranks.ToArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        FlowEdge[] all = [.. edges];
        if (all.Length == 0)
        {
            hash.AppendData("\n"u8);
        }

        foreach (FlowEdge edge in all.OrderBy(e => ranks[e.From]).ThenBy(e => ranks[e.To]))
        {
            hash.AppendData(activities.Utf8(edge.From));
            hash.AppendData("\t"u8);
            hash.AppendData(activities.Utf8(edge.To));
            hash.AppendData(Encoding.UTF8.GetBytes($"\t{edge.Count}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
