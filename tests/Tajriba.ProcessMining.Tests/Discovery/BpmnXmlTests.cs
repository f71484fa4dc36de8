using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Tests.Discovery;

public sealed class BpmnXmlTests
{
    private static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";

    [Fact]
    public void A_choice_has_a_gateway_on_each_side()
    {
        var process = Write(ProcessTree.Parse("->( 'سفارش', X( tau, 'b' ) )")).Root!.Element(Model + "process")!;
        Assert.Equal(["سفارش", "b"], process.Elements(Model + "task").Select(t => t.Attribute("name")!.Value));
        Assert.Equal(2, process.Elements(Model + "exclusiveGateway").Count());
        Assert.Equal(6, process.Elements(Model + "sequenceFlow").Count());
    }

    [Fact]
    public void Every_node_is_drawn_once_and_lies_on_a_way_from_start_to_end() =>
        Prop.ForAll(Cast.Trees, tree =>
        {
            var document = Write(tree);
            var process = document.Root!.Element(Model + "process")!;
            var flows = process.Elements(Model + "sequenceFlow").Select(f => (From: f.Attribute("sourceRef")!.Value, To: f.Attribute("targetRef")!.Value)).ToArray();
            var nodes = process.Elements().Where(e => e.Name != Model + "sequenceFlow").Select(e => e.Attribute("id")!.Value).ToHashSet();
            var drawn = document.Descendants(Diagram + "BPMNShape").Select(s => s.Attribute("bpmnElement")!.Value);
            var start = process.Element(Model + "startEvent")!.Attribute("id")!.Value;
            var end = process.Element(Model + "endEvent")!.Attribute("id")!.Value;
            return nodes.SetEquals(drawn)
                && nodes.SetEquals(Reached(start, flows))
                && nodes.SetEquals(Reached(end, [.. flows.Select(f => (f.To, f.From))]))
                && document.Descendants(Diagram + "BPMNEdge").Count() == flows.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_nodes_overlap() =>
        Prop.ForAll(Cast.Trees, tree =>
        {
            var boxes = Write(tree).Descendants(Diagram + "BPMNShape").Select(s => s.Elements().First()).Select(b =>
                (X: (int)b.Attribute("x")!, Y: (int)b.Attribute("y")!, W: (int)b.Attribute("width")!, H: (int)b.Attribute("height")!)).ToArray();
            return boxes.All(a => boxes.Count(b => a.X < b.X + b.W && b.X < a.X + a.W && a.Y < b.Y + b.H && b.Y < a.Y + a.H) == 1);
        }).QuickCheckThrowOnFailure();

    private static XDocument Write(ProcessTree tree)
    {
        using var stream = new MemoryStream();
        BpmnXml.Write(tree, stream);
        stream.Position = 0;
        return XDocument.Load(stream);
    }

    private static HashSet<string> Reached(string from, (string From, string To)[] flows)
    {
        var reached = new HashSet<string> { from };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var node))
        {
            foreach (var next in flows.Where(f => f.From == node).Select(f => f.To).Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }
}
