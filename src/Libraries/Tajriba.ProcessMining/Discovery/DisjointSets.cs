namespace Tajriba.ProcessMining.Discovery;

/// <summary>Union-find over 0..size-1.</summary>
internal sealed class DisjointSets
{
    private readonly int[] parent;

    public DisjointSets(int size)
    {
        parent = new int[size];
        for (var i = 0; i < size; i++)
        {
            parent[i] = i;
        }
    }

    public int Find(int item)
    {
        while (parent[item] != item)
        {
            parent[item] = parent[parent[item]];
            item = parent[item];
        }

        return item;
    }

    /// <summary>Joins two sets; the smaller representative stays, so that the result depends on no order. True if they were apart.</summary>
    public bool Union(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b)
        {
            return false;
        }

        parent[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }

    /// <summary>Group number of each item, numbered by first appearance.</summary>
    public int[] Groups()
    {
        var number = new Dictionary<int, int>();
        var groups = new int[parent.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            var root = Find(i);
            if (!number.TryGetValue(root, out var group))
            {
                group = number.Count;
                number.Add(root, group);
            }

            groups[i] = group;
        }

        return groups;
    }
}
