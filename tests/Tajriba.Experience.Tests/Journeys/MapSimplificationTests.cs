using FsCheck;
using FsCheck.Fluent;
using Tajriba.Experience.Journeys.Explore;

namespace Tajriba.Experience.Tests.Journeys;

public sealed class MapSimplificationTests
{
    [Fact]
    public void The_slider_never_hides_the_last_path_to_or_from_a_step()
    {
        var inputs = (from seed in Gen.Choose(0, int.MaxValue) from detail in Gen.Choose(0, 100) select (seed, detail)).ToArbitrary();
        Prop.ForAll(inputs, input =>
        {
            var map = MapSimplification.Simplify(Whole(new Random(input.seed)), input.detail);
            var shown = map.Nodes.Select(n => n.Activity).ToHashSet();
            return map.Nodes.Count > 0
                && map.Edges.All(e => (e.From < 0 || shown.Contains(e.From)) && (e.To < 0 || shown.Contains(e.To)))
                && shown.IsSubsetOf(Reach(map.Edges, JourneyMap.Start, e => e.From, e => e.To))
                && shown.IsSubsetOf(Reach(map.Edges, JourneyMap.End, e => e.To, e => e.From));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void More_detail_shows_no_less()
    {
        var whole = Whole(new Random(11));
        var sizes = Enumerable.Range(0, 101).Select(d => MapSimplification.Simplify(whole, d).Nodes.Count).ToArray();
        Assert.Equal(sizes.Order(), sizes);
        Assert.Equal(whole.Nodes.Count, sizes[100]);
    }

    /// <summary>The map of some random journeys, so that every step has a path.</summary>
    private static JourneyMap Whole(Random random)
    {
        var nodes = new Dictionary<int, long>();
        var edges = new Dictionary<(int, int), long>();
        for (var journey = random.Next(1, 30); journey > 0; journey--)
        {
            var last = JourneyMap.Start;
            for (var steps = random.Next(1, 12); steps > 0; steps--)
            {
                var next = random.Next(15);
                nodes[next] = nodes.GetValueOrDefault(next) + 1;
                edges[(last, next)] = edges.GetValueOrDefault((last, next)) + 1;
                last = next;
            }

            edges[(last, JourneyMap.End)] = edges.GetValueOrDefault((last, JourneyMap.End)) + 1;
        }

        return new JourneyMap(
            [.. nodes.Select(n => new MapStep(n.Key, n.Value, n.Value))], [.. edges.Select(e => new MapWay(e.Key.Item1, e.Key.Item2, e.Value, null))], nodes.Count, edges.Count);
    }

    private static HashSet<int> Reach(IReadOnlyList<MapWay> ways, int from, Func<MapWay, int> near, Func<MapWay, int> far)
    {
        var reached = new HashSet<int> { from };
        while (ways.Any(w => reached.Contains(near(w)) && reached.Add(far(w))))
        {
        }

        return reached;
    }
}
