using FsCheck;
using FsCheck.Fluent;
using Tajriba.Leadership.Culture.Pulse;

namespace Tajriba.Leadership.Tests.Culture;

public sealed class MinimumCutTests
{
    [Fact]
    public void It_is_the_least_of_all_ways_to_cut_in_two()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            int count = random.Next(2, 8);
            int[,] weights = new int[count, count];
            for (int vertex = 1; vertex < count; vertex++)
            {
                for (int other = 0; other < vertex; other++)
                {
                    weights[vertex, other] = weights[other, vertex] = other == vertex - 1 ? random.Next(1, 9) : random.Next(0, 6);
                }
            }

            (int weight, IReadOnlyList<int> side) = MinimumCut.Of(weights);
            int least = Enumerable.Range(1, (1 << (count - 1)) - 1).Min(set => Weight(weights, [.. Enumerable.Range(1, count - 1).Where(v => (set & (1 << (v - 1))) != 0)]));
            Assert.Equal(least, weight);
            Assert.Equal(least, Weight(weights, side));
            Assert.DoesNotContain(0, side);
            return true;
        }).Check(Config.QuickThrowOnFailure);

    private static int Weight(int[,] weights, IReadOnlyList<int> side)
        => side.Sum(v => Enumerable.Range(0, weights.GetLength(0)).Where(other => !side.Contains(other)).Sum(other => weights[v, other]));
}
