namespace Tajriba.ProcessMining.Discovery;

/// <summary>
/// Divides a trace into one segment per group, in the groups' order, so that as few events as possible lie in a
/// segment of another group (dynamic programming over positions and groups).
/// </summary>
internal sealed class SequenceSplitter(Cut cut)
{
    private readonly int[] cost = new int[cut.Groups];
    private bool[] advanced = [];

    /// <summary>Fills <paramref name="bounds"/> so that group g has the events from bounds[g] to before bounds[g + 1].</summary>
    public void Divide(ReadOnlySpan<int> trace, int[] bounds)
    {
        var groups = cut.Groups;
        if (DivideExactly(trace, bounds))
        {
            return;
        }

        if (advanced.Length < (trace.Length + 1) * groups)
        {
            advanced = new bool[(trace.Length + 1) * groups];
        }

        // cost[g]: fewest misplaced events when the events so far lie in groups up to g, the next may lie in g;
        // advanced[i, g]: group g was entered from g - 1 just before event i
        Array.Clear(cost);
        advanced.AsSpan(0, groups).Fill(true);
        for (var i = 0; i < trace.Length; i++)
        {
            var own = cut.GroupOf[trace[i]];
            for (var g = 0; g < groups; g++)
            {
                cost[g] += g == own ? 0 : 1;
            }

            var row = advanced.AsSpan((i + 1) * groups, groups);
            row[0] = false;
            for (var g = 1; g < groups; g++)
            {
                row[g] = cost[g - 1] < cost[g];
                if (row[g])
                {
                    cost[g] = cost[g - 1];
                }
            }
        }

        bounds[groups] = trace.Length;
        for (int g = groups - 1, i = trace.Length; g >= 0; g--)
        {
            while (i > 0 && !advanced[(i * groups) + g])
            {
                i--;
            }

            bounds[g] = g == 0 ? 0 : i;
        }
    }

    private bool DivideExactly(ReadOnlySpan<int> trace, int[] bounds)
    {
        Array.Clear(bounds);
        var current = 0;
        for (var i = 0; i < trace.Length; i++)
        {
            var own = cut.GroupOf[trace[i]];
            if (own < current)
            {
                return false;
            }

            while (current < own)
            {
                bounds[++current] = i;
            }
        }

        while (current < cut.Groups)
        {
            bounds[++current] = trace.Length;
        }

        return true;
    }
}
