namespace Tajriba.Organization.Strategy.Links;

/// <summary>All links of the map. They never run in a circle: what would be reached first?</summary>
public sealed record LinkList(IReadOnlyList<Link> All)
{
    /// <summary>Most links of a map.</summary>
    public const int Most = 500;

    public static LinkList Empty { get; } = new([]);

    /// <summary>The same with a link, in place of one between the same two.</summary>
    public LinkList With(Link link) => new([.. Without(link.Cause, link.Effect).All, link]);

    /// <summary>The same without the link between two.</summary>
    public LinkList Without(string cause, string effect) => new([.. All.Where(l => l.Cause != cause || l.Effect != effect)]);

    /// <summary>The same without links of objectives that are gone.</summary>
    public LinkList Among(IReadOnlySet<string> objectives) => new([.. All.Where(l => objectives.Contains(l.Cause) && objectives.Contains(l.Effect))]);

    /// <summary>What would lead back if a link were added: the way from its effect to its cause, both included; empty where it closes no circle.</summary>
    public IReadOnlyList<string> CircleOf(string cause, string effect)
    {
        var cameFrom = new Dictionary<string, string?>(StringComparer.Ordinal) { [effect] = null };
        var open = new Queue<string>([effect]);
        while (open.TryDequeue(out string? at))
        {
            if (at == cause)
            {
                List<string> way = [];
                for (string? step = at; step is not null; step = cameFrom[step])
                {
                    way.Add(step);
                }

                way.Reverse();
                return way;
            }

            foreach (Link next in All.Where(l => l.Cause == at && cameFrom.TryAdd(l.Effect, at)))
            {
                open.Enqueue(next.Effect);
            }
        }

        return [];
    }

    /// <summary>What reaching an objective unlocks, at once and further on.</summary>
    public IReadOnlyList<ChainStep> Unlocks(string objective) => Walk(objective, l => (l.Cause, l.Effect));

    /// <summary>What an objective rests on, at once and further back.</summary>
    public IReadOnlyList<ChainStep> RestsOn(string objective) => Walk(objective, l => (l.Effect, l.Cause));

    private List<ChainStep> Walk(string start, Func<Link, (string From, string To)> way)
    {
        ILookup<string, string> next = All.Select(way).ToLookup(w => w.From, w => w.To, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        var found = new List<ChainStep>();
        var open = new Queue<ChainStep>([new(start, 0)]);
        while (open.TryDequeue(out ChainStep? at))
        {
            foreach (string to in next[at.Objective].Where(seen.Add))
            {
                var step = new ChainStep(to, at.Distance + 1);
                found.Add(step);
                open.Enqueue(step);
            }
        }

        return found;
    }
}
