using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>
/// What is left of a trace from each position on, as counts by activity, and for every node of the tree the least cost
/// of explaining these counts when order is forgotten. Made per position when first asked.
/// </summary>
internal sealed class SuffixCounts(TreeNode[] nodes, int[] trace)
{
    private readonly Position?[] positions = new Position?[trace.Length + 1];

    public Position From(int at)
    {
        if (positions[at] is { } known)
        {
            return known;
        }

        var counts = new int[nodes[0].AlphabetSize];
        for (var i = at; i < trace.Length; i++)
        {
            counts[trace[i]]++;
        }

        return positions[at] = new Position(nodes, counts, trace.Length - at);
    }

    /// <summary>Costs of the nodes at one position: once for exactly one execution, once for one or more.</summary>
    internal sealed class Position
    {
        private readonly int[] counts;

        public Position(TreeNode[] nodes, int[] counts, int events)
        {
            this.counts = counts;
            Events = events;
            Once = new int[nodes.Length];
            Often = new int[nodes.Length];
            var total = new int[nodes.Length];
            for (var n = nodes.Length - 1; n >= 0; n--)
            {
                Conclude(nodes[n], n, total);
            }
        }

        /// <summary>Number of events left.</summary>
        public int Events { get; }

        /// <summary>Least cost when the node is executed exactly once.</summary>
        public int[] Once { get; }

        /// <summary>Least cost when the node is executed once or more.</summary>
        public int[] Often { get; }

        /// <summary>Events left of the given activities.</summary>
        public int Of(ulong[] activities)
        {
            var sum = 0;
            for (var i = 0; i < activities.Length; i++)
            {
                for (var word = activities[i]; word != 0; word &= word - 1)
                {
                    sum += counts[(i << 6) + System.Numerics.BitOperations.TrailingZeroCount(word)];
                }
            }

            return sum;
        }

        private void Conclude(TreeNode node, int n, int[] total)
        {
            if (node.Operator == ProcessTreeOperator.Activity)
            {
                total[n] = counts[node.Activity];
                Once[n] = Math.Abs(total[n] - 1);
                Often[n] = total[n] > 0 ? 0 : 1;
                return;
            }

            foreach (var child in node.Children)
            {
                total[n] += total[child];
                Once[n] += Once[child];
                Often[n] += Often[child];
            }

            if (node.Operator == ProcessTreeOperator.Loop)
            {
                var redo = node.Children[1];
                Once[n] = Often[n] = Often[node.Children[0]] + Math.Min(Often[redo], total[redo]);
            }
            else if (node.Operator == ProcessTreeOperator.Choice)
            {
                var (once, often, extra) = (int.MaxValue, 0, int.MaxValue);
                foreach (var child in node.Children)
                {
                    once = Math.Min(once, Once[child] + total[n] - total[child]);
                    often += Math.Min(Often[child], total[child]);
                    extra = Math.Min(extra, Often[child] - Math.Min(Often[child], total[child]));
                }

                Once[n] = once;
                Often[n] = often + extra;
            }
        }
    }
}
