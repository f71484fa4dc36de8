using FsCheck;
using FsCheck.Fluent;
using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Tests.Discovery;

/// <summary>Random traces, logs and trees over a small alphabet.</summary>
internal static class Cast
{
    public static Arbitrary<TraceBag> Logs { get; } = Arb.From(
        from size in Gen.Choose(2, 6)
        from traces in Gen.NonEmptyListOf(
            from trace in Gen.ListOf(Activities(size))
            from count in Gen.Choose(1, 20)
            select ((IReadOnlyList<string>)[.. trace.Take(8)], (long)count))
        select TraceBag.FromNames(traces.Take(12)));

    /// <summary>Trees in which no activity occurs twice, as the miner makes them.</summary>
    public static Arbitrary<ProcessTree> Trees { get; } = Arb.From(TreeOf([.. "abcdef".Select(c => c.ToString())], loops: true));

    /// <summary>Trees with a finite language.</summary>
    public static Arbitrary<ProcessTree> FiniteTrees { get; } = Arb.From(TreeOf([.. "abcd".Select(c => c.ToString())], loops: false));

    public static Gen<string> Activities(int size) => Gen.Elements("abcdef".Take(size).Select(c => c.ToString()));

    public static IReadOnlyList<string> Names(TraceBag log, WeightedTrace trace) => [.. trace.Activities.Select(a => log.Activities[a])];

    /// <summary>A random run of the tree.</summary>
    public static IEnumerable<string> Play(ProcessTree tree, Random random) => tree.Operator switch
    {
        ProcessTreeOperator.Activity => [tree.Activity!],
        ProcessTreeOperator.Tau => [],
        ProcessTreeOperator.Sequence => tree.Children.SelectMany(child => Play(child, random)),
        ProcessTreeOperator.Choice => Play(tree.Children[random.Next(tree.Children.Count)], random),
        ProcessTreeOperator.Parallel => Interleave([.. tree.Children.Select(child => new Queue<string>(Play(child, random)))], random),
        _ => Play(tree.Children[0], random).Concat(random.Next(2) == 0 ? [] : Play(tree.Children[1], random).Concat(Play(tree, random))),
    };

    private static List<string> Interleave(List<Queue<string>> parts, Random random)
    {
        var result = new List<string>();
        while (parts.RemoveAll(part => part.Count == 0) >= 0 && parts.Count > 0)
        {
            result.Add(parts[random.Next(parts.Count)].Dequeue());
        }

        return result;
    }

    private static Gen<ProcessTree> TreeOf(string[] activities, bool loops)
    {
        if (activities.Length == 0)
        {
            return Gen.Constant(ProcessTree.Tau);
        }

        if (activities.Length == 1)
        {
            return Gen.Frequency(
                (3, Gen.Constant(ProcessTree.Leaf(activities[0]))),
                (1, Gen.Constant(ProcessTree.Choice(ProcessTree.Tau, ProcessTree.Leaf(activities[0])))),
                (loops ? 1 : 0, Gen.Constant(ProcessTree.Loop(ProcessTree.Leaf(activities[0]), ProcessTree.Tau))));
        }

        return from kind in Gen.Choose(0, loops ? 4 : 3)
               from at in Gen.Choose(kind == 4 ? 1 : 0, activities.Length - 1)
               from left in TreeOf(activities[..at], loops)
               from right in TreeOf(activities[at..], loops)
               select kind switch
               {
                   0 => ProcessTree.Sequence(left, right),
                   1 => ProcessTree.Choice(left, right),
                   2 => ProcessTree.Parallel(left, right),
                   3 => ProcessTree.Choice(ProcessTree.Tau, ProcessTree.Sequence(left, right)),
                   _ => ProcessTree.Loop(left, right),
               };
    }
}
