using FsCheck;
using FsCheck.Fluent;
using Tajriba.Leadership.Culture.Pulse;

namespace Tajriba.Leadership.Tests.Culture;

/// <summary>What is shown of a round, of units against each other and of rounds against rounds, speaks of nobody alone.</summary>
public sealed class ShownUnitsTests
{
    private static readonly Dictionary<string, string> Branch = new(StringComparer.Ordinal) { ["north"] = "", ["sales"] = "north", ["service"] = "north" };

    /// <summary>
    /// Whoever takes all figures of two rounds and believes that people answer the same both times can compute their linear
    /// combinations. None of these may rest on fewer people than the threshold: taking any so few away must leave the rank of the figures as it is.
    /// </summary>
    [Fact]
    public void No_combination_of_the_figures_of_two_rounds_rests_on_fewer_than_the_threshold()
    {
        int shownAtAll = 0, shownInParts = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            int fewest = random.Next(2, 4);
            Dictionary<string, string> parents = Tree(random);
            var before = new List<(IReadOnlySet<string> Shown, Dictionary<long, string> Placed, Dictionary<long, string> Parts)>();
            for (int round = 0; round < 3; round++)
            {
                Dictionary<long, string> placed = Answered(random, parents, before.Count == 0 ? null : before[^1].Placed);
                IReadOnlySet<string> shown = ShownUnits.Of(parents, placed, [.. before.Select(b => b.Parts)], fewest);
                double[][] figures = Figures(parents, placed, shown);
                Guarded(figures, fewest);
                foreach ((IReadOnlySet<string> otherShown, Dictionary<long, string> otherPlaced, _) in before)
                {
                    Guarded([.. figures, .. Figures(parents, otherPlaced, otherShown)], fewest);
                }

                if (shown.Count > 0)
                {
                    shownAtAll++;
                    shownInParts += shown.Count > 1 ? 1 : 0;
                    before.Add((shown, placed, placed.ToDictionary(p => p.Key, p => ShownUnits.PartOf(p.Value, parents, shown)!)));
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

        // To show nothing would be safe too.
        Assert.True(shownAtAll > 200 && shownInParts > 100, $"{shownAtAll} rounds were shown, {shownInParts} of them in parts.");
    }

    [Fact]
    public void Units_with_enough_people_are_all_shown()
        => Assert.Equal(["", "north", "sales", "service"], Shown(("sales", 6), ("service", 7)));

    [Fact]
    public void A_unit_beside_one_that_is_too_small_is_joined_with_it()
        => Assert.Equal(["", "north"], Shown(("sales", 6), ("service", 2)));

    [Fact]
    public void The_head_of_a_branch_is_not_what_its_teams_leave()
        => Assert.Equal(["", "north", "service"], Shown(("sales", 6), ("service", 7), ("north", 1)));

    [Fact]
    public void Too_few_are_not_shown_at_all() => Assert.Empty(Shown(("sales", 2), ("service", 2)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_round_with_a_few_more_people_than_the_one_before_is_not_shown(int more, bool isShown)
    {
        Dictionary<long, string> first = Place(("sales", 12));
        Dictionary<long, string> parts = first.ToDictionary(p => p.Key, _ => "sales");
        Assert.Equal(isShown, ShownUnits.Of(Branch, Place(("sales", 12 + more)), [parts]).Count > 0);
    }

    [Fact]
    public void Whoever_moves_alone_from_team_to_team_is_not_seen_by_it()
    {
        Dictionary<long, string> first = Place(("sales", 8), ("service", 8));
        Dictionary<long, string> second = new(first) { [1] = "service" };
        Assert.Equal(["", "north"], ShownUnits.Of(Branch, second, [first]).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Shown(params (string Unit, int People)[] units) => ShownUnits.Of(Branch, Place(units), []).Order(StringComparer.Ordinal);

    private static Dictionary<long, string> Place(params (string Unit, int People)[] units)
        => units.SelectMany(u => Enumerable.Repeat(u.Unit, u.People)).Select((unit, i) => (Person: (long)i + 1, unit)).ToDictionary(p => p.Person, p => p.unit);

    private static Dictionary<string, string> Tree(Random random)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int unit = 0; unit < random.Next(1, 6); unit++)
        {
            parents["u" + unit] = parents.Count == 0 || random.Next(3) == 0 ? "" : parents.Keys.ElementAt(random.Next(parents.Count));
        }

        return parents;
    }

    /// <summary>Most answer again where they did before; some leave, some come, some move.</summary>
    private static Dictionary<long, string> Answered(Random random, Dictionary<string, string> parents, Dictionary<long, string>? before)
    {
        string[] places = [.. parents.Keys, ""];
        double steady = random.NextDouble();
        var placed = new Dictionary<long, string>();
        for (long person = 0; person < 12; person++)
        {
            if (before is not null && random.NextDouble() < steady)
            {
                if (before.TryGetValue(person, out string? unit))
                {
                    placed[person] = unit;
                }
            }
            else if (random.Next(4) > 0)
            {
                placed[person] = places[random.Next(places.Length)];
            }
        }

        return placed;
    }

    /// <summary>One row for each unit shown: 1 for each person counted in it.</summary>
    private static double[][] Figures(Dictionary<string, string> parents, Dictionary<long, string> placed, IReadOnlySet<string> shown)
        => [.. shown.Select(unit => Enumerable.Range(0, 12).Select(p => placed.TryGetValue(p, out string? at) && ShownUnits.IsWithin(at, unit, parents) ? 1.0 : 0.0).ToArray())];

    private static void Guarded(double[][] figures, int fewest)
    {
        int rank = Rank(figures, []);
        foreach (int[] few in Enumerable.Range(0, 12).Select(p => new[] { p }).Concat(fewest < 3 ? [] : from a in Enumerable.Range(0, 12) from b in Enumerable.Range(a + 1, 11 - a) select new[] { a, b }))
        {
            Assert.True(Rank(figures, few) == rank, $"The figures tell of {string.Join(" and ", few)} alone.");
        }
    }

    /// <summary>The rank of rows without some columns, by Gaussian elimination.</summary>
    private static int Rank(double[][] rows, int[] without)
    {
        double[][] left = [.. rows.Select(r => r.Where((_, i) => !without.Contains(i)).ToArray())];
        int rank = 0;
        for (int column = 0; left.Length > 0 && column < left[0].Length && rank < left.Length; column++)
        {
            int pivot = Enumerable.Range(rank, left.Length - rank).MaxBy(r => Math.Abs(left[r][column]));
            if (Math.Abs(left[pivot][column]) < 1e-9)
            {
                continue;
            }

            (left[rank], left[pivot]) = (left[pivot], left[rank]);
            for (int row = rank + 1; row < left.Length; row++)
            {
                double factor = left[row][column] / left[rank][column];
                for (int at = column; at < left[row].Length; at++)
                {
                    left[row][at] -= factor * left[rank][at];
                }
            }

            rank++;
        }

        return rank;
    }
}
