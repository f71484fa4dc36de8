namespace Tajriba.ProcessMining.Discovery;

/// <summary>A process tree as BPMN nodes and flows with their places on a plane, block by block from left to right.</summary>
internal sealed class BpmnDiagram
{
    private const int Gap = 50;
    private const int TaskWidth = 120;
    private const int TaskHeight = 80;
    private const int GatewaySize = 50;
    private const int EventSize = 36;
    private const int LaneGap = 30;

    public BpmnDiagram(ProcessTree tree)
    {
        var height = HeightOf(tree);
        var middle = Gap + (Math.Max(height, EventSize) / 2);
        var start = Add("startEvent", null, Gap, middle, EventSize, EventSize);
        var x = Gap + EventSize + Gap;
        var last = Place(tree, x, middle, start);
        var end = Add("endEvent", null, x + WidthOf(tree) + (WidthOf(tree) > 0 ? Gap : 0), middle, EventSize, EventSize);
        Connect(last, end);
    }

    public List<Node> Nodes { get; } = [];

    public List<Flow> Flows { get; } = [];

    private static int WidthOf(ProcessTree tree) => tree.Operator switch
    {
        ProcessTreeOperator.Activity => TaskWidth,
        ProcessTreeOperator.Tau => 0,
        ProcessTreeOperator.Sequence => tree.Children.Select(WidthOf).Where(w => w > 0).Sum(w => w + Gap) - (tree.Children.Any(c => WidthOf(c) > 0) ? Gap : 0),
        _ => tree.Children.Max(WidthOf) + (2 * (GatewaySize + Gap)),
    };

    private static int HeightOf(ProcessTree tree) => tree.Operator switch
    {
        ProcessTreeOperator.Activity => TaskHeight,
        ProcessTreeOperator.Tau => 0,
        ProcessTreeOperator.Sequence => tree.Children.Max(HeightOf),
        _ => Math.Max(GatewaySize, tree.Children.Sum(HeightOf) + (LaneGap * (tree.Children.Count - 1))),
    };

    /// <summary>Places a block from x on around the middle line, behind a node; returns the node it ends with.</summary>
    private Node Place(ProcessTree tree, int x, int middle, Node before)
    {
        switch (tree.Operator)
        {
            case ProcessTreeOperator.Tau:
                return before;
            case ProcessTreeOperator.Activity:
                var task = Add("task", tree.Activity, x, middle, TaskWidth, TaskHeight);
                Connect(before, task);
                return task;
            case ProcessTreeOperator.Sequence:
                foreach (var child in tree.Children)
                {
                    before = Place(child, x, middle, before);
                    x += WidthOf(child) > 0 ? WidthOf(child) + Gap : 0;
                }

                return before;
            case ProcessTreeOperator.Loop:
                return PlaceLoop(tree, x, middle, before);
            default:
                return PlaceBranches(tree, x, middle, before);
        }
    }

    private Node PlaceBranches(ProcessTree tree, int x, int middle, Node before)
    {
        var kind = tree.Operator == ProcessTreeOperator.Choice ? "exclusiveGateway" : "parallelGateway";
        var split = Add(kind, null, x, middle, GatewaySize, GatewaySize);
        var join = Add(kind, null, x + WidthOf(tree) - GatewaySize, middle, GatewaySize, GatewaySize);
        Connect(before, split);
        var top = middle - (HeightOf(tree) / 2);
        foreach (var child in tree.Children)
        {
            var line = top + (HeightOf(child) / 2);
            Connect(Place(child, x + GatewaySize + Gap, line, split), join, line);
            top += HeightOf(child) + LaneGap;
        }

        return join;
    }

    private Node PlaceLoop(ProcessTree tree, int x, int middle, Node before)
    {
        var (body, redo) = (tree.Children[0], tree.Children[1]);
        var join = Add("exclusiveGateway", null, x, middle, GatewaySize, GatewaySize);
        Connect(before, join);
        var top = middle - (HeightOf(tree) / 2);
        var bodyLine = top + (HeightOf(body) / 2);
        var redoLine = top + HeightOf(body) + LaneGap + (HeightOf(redo) / 2);
        var bodyEnd = Place(body, x + GatewaySize + Gap, bodyLine, join);
        var split = Add("exclusiveGateway", null, x + WidthOf(tree) - GatewaySize, middle, GatewaySize, GatewaySize);
        Connect(bodyEnd, split);
        Connect(Place(redo, x + GatewaySize + Gap, redoLine, split), join, redoLine);
        return split;
    }

    private Node Add(string kind, string? name, int x, int middle, int width, int height)
    {
        var node = new Node($"n{Nodes.Count}", kind, name, x, middle - (height / 2), width, height);
        Nodes.Add(node);
        return node;
    }

    private void Connect(Node from, Node to, int? line = null)
    {
        var (fromX, fromY, toX, toY) = (from.X + from.Width, from.Y + (from.Height / 2), to.X, to.Y + (to.Height / 2));
        var level = line ?? toY;
        var turn = fromX + (Gap / 2);
        var back = toX - (Gap / 2);
        List<(int X, int Y)> points = level == fromY && level == toY && toX >= fromX
            ? [(fromX, fromY), (toX, toY)]
            : [(fromX, fromY), (turn, fromY), (turn, level), (back, level), (back, toY), (toX, toY)];
        Flows.Add(new Flow($"f{Flows.Count}", from, to, [.. points.Distinct()]));
    }

    internal sealed record Node(string Id, string Kind, string? Name, int X, int Y, int Width, int Height);

    internal sealed record Flow(string Id, Node From, Node To, IReadOnlyList<(int X, int Y)> Points);
}
