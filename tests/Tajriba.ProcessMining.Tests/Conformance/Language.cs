using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Tests.Conformance;

/// <summary>The whole language of a small tree without loops, by enumeration.</summary>
internal static class Language
{
    public static IReadOnlyList<string[]> Words(ProcessTree tree) => [.. Distinct(tree.Operator switch
    {
        ProcessTreeOperator.Activity => [[tree.Activity!]],
        ProcessTreeOperator.Tau => [[]],
        ProcessTreeOperator.Choice => tree.Children.SelectMany(Words),
        ProcessTreeOperator.Sequence => tree.Children.Select(Words).Aggregate((x, y) => [.. x.SelectMany(a => y.Select(b => (string[])[.. a, .. b]))]),
        ProcessTreeOperator.Parallel => tree.Children.Select(Words).Aggregate((x, y) => [.. x.SelectMany(a => y.SelectMany(b => Shuffles(a, b)))]),
        _ => throw new ArgumentException("A loop has no end of words.", nameof(tree)),
    })];

    /// <summary>Fewest insertions and deletions that turn one into the other.</summary>
    public static int Distance(IReadOnlyList<string> x, IReadOnlyList<string> y)
    {
        var common = new int[x.Count + 1, y.Count + 1];
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < y.Count; j++)
            {
                common[i + 1, j + 1] = x[i] == y[j] ? common[i, j] + 1 : Math.Max(common[i, j + 1], common[i + 1, j]);
            }
        }

        return x.Count + y.Count - (2 * common[x.Count, y.Count]);
    }

    private static IEnumerable<string[]> Distinct(IEnumerable<string[]> words) => words.DistinctBy(word => string.Join(' ', word));

    private static IEnumerable<string[]> Shuffles(string[] x, string[] y)
    {
        if (x.Length == 0 || y.Length == 0)
        {
            return [[.. x, .. y]];
        }

        return Shuffles(x[1..], y).Select(rest => (string[])[x[0], .. rest]).Concat(Shuffles(x, y[1..]).Select(rest => (string[])[y[0], .. rest]));
    }
}
