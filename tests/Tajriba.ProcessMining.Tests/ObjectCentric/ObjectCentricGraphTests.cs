using FsCheck;
using FsCheck.Fluent;
using Tajriba.ProcessMining.ObjectCentric;
using Tajriba.ProcessMining.Ocel;
using Tajriba.ProcessMining.Tests.Ocel;

namespace Tajriba.ProcessMining.Tests.ObjectCentric;

public sealed class ObjectCentricGraphTests
{
    [Fact]
    public void Events_objects_and_steps_are_counted_apart()
    {
        var graph = ObjectCentricGraph.Of(FlatteningTests.Example);
        var order = graph.Types[0];
        Assert.Equal(
            [new("pick", "pick", 1, 1, 1), new("pick", "ship", 1, 1, 1), new("place", "pick", 1, 1, 1), new("ship", "pay", 1, 1, 1)],
            order.Edges);
        var item = graph.Types[1];
        Assert.Equal([new("pick", "ship", 2, 2, 2), new("place", "pick", 2, 2, 2)], item.Edges);
        Assert.Equal([new("place", 1, 2)], item.Starts);
        Assert.Equal([new("ship", 1, 2)], item.Ends);
        Assert.Equal(new ObjectCentricCount("pick", 2, 3), graph.Activities[0]);
    }

    [Fact]
    public void Only_the_qualifiers_asked_for_count()
    {
        var graph = ObjectCentricGraph.Of(FlatteningTests.Example, new HashSet<string> { "item" });
        Assert.Equal(0, graph.Types[0].Objects);
        Assert.Equal(2, graph.Types[1].Objects);
    }

    [Fact]
    public void Steps_are_the_edges_of_the_flattened_log() =>
        Prop.ForAll(RandomOcel.Logs, log => ObjectCentricGraph.Of(log).Types.All(type =>
        {
            var flat = log.Flatten(type.ObjectType).Log;
            var edges = DirectlyFollowsGraph.Of(flat.All()).Edges.Select(e => (flat.Activities[e.From], flat.Activities[e.To], (long)e.Count));
            return type.Edges.Select(e => (e.From, e.To, e.Total)).Order().SequenceEqual(edges.Order())
                && type.Objects == flat.CaseCount
                && type.Edges.All(e => e.Events <= e.Total && e.Objects <= e.Total);
        })).QuickCheckThrowOnFailure();
}
