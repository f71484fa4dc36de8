using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

/// <summary>The exact knapsack against trying everything, and against published instances.</summary>
public sealed class KnapsackTests
{
    private const int MostItems = 11;

    [Fact]
    public void Any_knapsack_is_solved_as_well_as_by_trying_everything()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Problems().ToArbitrary(), problem =>
        {
            var tried = Tried(problem.Items, problem.Budget);
            var found = Knapsack.Best(problem.Items, problem.Budget);
            return (tried is null) == (found is null)
                && (found is null || (found.IsExact && found.Value == tried!.Value.Value && found.Cost == tried.Value.Cost
                    && Fits(problem.Items, found.Taken.Aggregate(0, (mask, i) => mask | (1 << i)), problem.Budget)
                    && found.Value == found.Taken.Sum(i => problem.Items[i].Value) && found.Cost == found.Taken.Sum(i => problem.Items[i].Cost)));
        }));

    /// <summary>Instance p08 of Kreher and Stinson, Combinatorial Algorithms (1998): 24 items, optimum 13,549,094.</summary>
    [Fact]
    public void A_published_instance_of_24_items_is_solved()
    {
        double[] values =
            [825594, 1677009, 1676628, 1523970, 943972, 97426, 69666, 1296457, 1679693, 1902996, 1844992, 1049289, 1252836, 1319836, 953277, 2067538, 675367, 853655, 1826027, 65731, 901489, 577243, 466257, 369261];
        decimal[] costs =
            [382745, 799601, 909247, 729069, 467902, 44328, 34610, 698150, 823460, 903959, 853665, 551830, 610856, 670702, 488960, 951111, 323046, 446298, 931161, 31385, 496951, 264724, 224916, 169684];
        var choice = Knapsack.Best([.. values.Zip(costs, (v, c) => new KnapsackItem(v, c))], 6_404_180)!;
        Assert.Equal((13_549_094, true), (choice.Value, choice.IsExact));
        Assert.Equal([0, 1, 3, 4, 5, 9, 10, 12, 15, 21, 22, 23], choice.Taken);
    }

    [Fact]
    public void Forty_items_whose_value_is_their_cost_fill_the_budget_to_a_thousandth()
    {
        var random = new Random(5);
        var items = Enumerable.Range(0, 40).Select(_ => (decimal)random.Next(1_000_000, 900_000_000)).Select(cost => new KnapsackItem((double)cost, cost)).ToArray();
        var choice = Knapsack.Best(items, items.Sum(i => i.Cost) / 2)!;
        Assert.True(choice.Cost <= items.Sum(i => i.Cost) / 2);
        Assert.True(choice.Value > 0.999 * (double)items.Sum(i => i.Cost) / 2);
    }

    [Fact]
    public void What_must_be_taken_and_excludes_each_other_cannot_be_chosen()
        => Assert.Null(Knapsack.Best([new(1, 1) { Taken = true, Excludes = [1] }, new(1, 1) { Taken = true }], 10));

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Knapsack.Best([new(-1, 1)], 1));
        Assert.Throws<ArgumentException>(() => Knapsack.Best([new(double.NaN, 1)], 1));
        Assert.Throws<ArgumentException>(() => Knapsack.Best([new(1, 1) { Needs = [1] }], 1));
        Assert.Throws<ArgumentException>(() => Knapsack.Best([.. Enumerable.Repeat(new KnapsackItem(1, 1), 65)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Knapsack.Best([], -1));
    }

    private static Gen<Problem> Problems()
        => from count in Gen.Choose(0, MostItems)
           from items in Gen.ArrayOf(Items(count), count)
           from budget in Gen.Choose(0, 60)
           select new Problem(items, budget / 2m);

    private static Gen<KnapsackItem> Items(int count)
        => from value in Gen.Choose(0, 12)
           from cost in Gen.Choose(0, 24)
           from taken in Gen.Frequency((8, Gen.Constant((bool?)null)), (1, Gen.Constant((bool?)true)), (1, Gen.Constant((bool?)false)))
           from needs in Places(count)
           from excludes in Places(count)
           select new KnapsackItem(value, cost / 2m) { Taken = taken, Needs = needs, Excludes = excludes };

    private static Gen<int[]> Places(int count) => Gen.Frequency((4, Gen.Constant(Array.Empty<int>())), (1, Gen.ArrayOf(Gen.Choose(0, count - 1), 1)), (1, Gen.ArrayOf(Gen.Choose(0, count - 1), 2)));

    private static (double Value, decimal Cost)? Tried(IReadOnlyList<KnapsackItem> items, decimal budget)
    {
        (double Value, decimal Cost)? best = null;
        for (var mask = 0; mask < 1 << items.Count; mask++)
        {
            if (!Fits(items, mask, budget))
            {
                continue;
            }

            var (value, cost) = (items.Where((_, i) => (mask & (1 << i)) != 0).Sum(i => i.Value), items.Where((_, i) => (mask & (1 << i)) != 0).Sum(i => i.Cost));
            if (best is null || value > best.Value.Value || (value == best.Value.Value && cost < best.Value.Cost))
            {
                best = (value, cost);
            }
        }

        return best;
    }

    private static bool Fits(IReadOnlyList<KnapsackItem> items, int mask, decimal budget)
    {
        bool Has(int i) => (mask & (1 << i)) != 0;
        return Enumerable.Range(0, items.Count).All(i => items[i].Taken is not { } taken || taken == Has(i))
            && Enumerable.Range(0, items.Count).Where(Has).All(i => items[i].Needs.All(Has) && !items[i].Excludes.Any(Has))
            && Enumerable.Range(0, items.Count).Where(Has).Sum(i => items[i].Cost) <= budget;
    }

    /// <summary>What is to be solved.</summary>
    private sealed record Problem(IReadOnlyList<KnapsackItem> Items, decimal Budget);
}
