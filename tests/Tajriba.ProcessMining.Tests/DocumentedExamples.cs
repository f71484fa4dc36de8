using Microsoft.Data.Sqlite;
using Tajriba.ProcessMining.Conformance;
using Tajriba.ProcessMining.Discovery;
using Tajriba.ProcessMining.ObjectCentric;
using Tajriba.ProcessMining.Ocel;

namespace Tajriba.ProcessMining.Tests;

/// <summary>The examples of docs/process-mining.md and of the package's README: the text between the marks is theirs, line by line.</summary>
public sealed class DocumentedExamples
{
    private static readonly string File_ = Checkout.PathOf("samples", "service-visits.csv");

    [Fact]
    public void Read_and_analyse()
    {
        string path = File_;

        // example: read
        using FileStream stream = File.OpenRead(path);
        EventLog log = LogReader.Read(stream, path).Log;

        DirectlyFollowsGraph graph = DirectlyFollowsGraph.Of(log);
        foreach (FlowEdge edge in graph.Edges.Take(5))
        {
            Console.WriteLine($"{log.Activities[edge.From]} → {log.Activities[edge.To]}: {edge.Count}");
        }

        Variants variants = Variants.Of(log);
        Console.WriteLine($"{log.CaseCount} cases, {variants.Count} variants, the first followed by {variants[0].Cases}");
        // end

        Assert.Equal(24, log.CaseCount);
        Assert.True(variants.Count > 3);
    }

    [Fact]
    public void Discover_a_model()
    {
        using FileStream stream = File.OpenRead(File_);
        EventLog log = LogReader.Read(stream, File_).Log;
        using var output = new MemoryStream();

        // example: discover
        TraceBag traces = TraceBag.Of(log);
        ProcessTree tree = InductiveMiner.Discover(traces, noise: 0.2);
        Console.WriteLine(tree);                     // ->( X( tau, 'Appointment booked' ), 'Vehicle received', …

        PetriNet net = PetriNet.Of(tree);
        Console.WriteLine($"{net.Places} places, {net.Transitions.Count} transitions, simplicity {net.Simplicity:0.00}");
        BpmnXml.Write(tree, output, "Service visit"); // opens in any BPMN editor
        // end

        Assert.StartsWith("->( X( tau, 'Appointment booked' ), 'Vehicle received'", tree.ToString(), StringComparison.Ordinal);
        Assert.True(output.Length > 0);
    }

    [Fact]
    public void Check_conformance()
    {
        using FileStream stream = File.OpenRead(File_);
        TraceBag traces = TraceBag.Of(LogReader.Read(stream, File_).Log);

        // example: conform
        ProcessTree promised = ProcessTree.Parse(
            "->( X( tau, 'Appointment booked' ), 'Vehicle received', 'Inspection', 'Repair', 'Quality check', 'Vehicle returned', X( tau, 'Survey answered' ) )");

        TokenReplayResult replay = TokenReplay.Replay(PetriNet.Of(promised), traces);
        AlignmentResult aligned = Alignments.Align(promised, traces);
        double precision = EtcPrecision.Of(promised, traces);
        Console.WriteLine($"{replay.PercentageOfFittingTraces:0.0} % fit; fitness {aligned.LogFitness:0.000}, precision {precision:0.000}");

        TraceAlignment worst = aligned.Traces.MaxBy(t => t.Cost)!;
        foreach (AlignmentMove move in worst.Moves!.Where(m => m.Kind != AlignmentMoveKind.Both))
        {
            Console.WriteLine($"{move.Kind}: {move.Activity}");
        }
        // end

        Assert.InRange(replay.PercentageOfFittingTraces, 1, 99);
        Assert.InRange(aligned.LogFitness!.Value, 0.5, 0.999);
        Assert.Contains(worst.Moves!, m => m.Kind == AlignmentMoveKind.LogOnly);
    }

    [Fact]
    public void Object_centric_logs()
    {
        string path = Checkout.PathOf("samples", "vehicle-orders.ocel.json");
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        // example: ocel
        using FileStream stream = File.OpenRead(path);
        ObjectCentricLog log = OcelJson.Read(stream);

        foreach (ObjectTypeGraph type in ObjectCentricGraph.Of(log).Types)
        {
            Console.WriteLine($"{type.ObjectType}: {type.Objects} objects, {type.Edges.Count} steps");
        }

        FlattenedLog byVehicle = log.Flatten("vehicle");
        Console.WriteLine($"{byVehicle.Log.CaseCount} vehicles; {byVehicle.Lost} events concern none, {byVehicle.Converging} concern several");

        OcelDatabase.Write(log, connection);          // an open Microsoft.Data.Sqlite connection, for instance
        ObjectCentricLog again = OcelDatabase.Read(connection);
        // end

        Assert.Equal(5, byVehicle.Log.CaseCount);
        Assert.Equal(log.Events.Count, again.Events.Count);
        Assert.Equal(2, byVehicle.Converging);
    }

    [Theory]
    [InlineData("docs/process-mining.md")]
    [InlineData("src/Libraries/Tajriba.ProcessMining/README.md")]
    public void The_documents_show_exactly_what_runs_here(string document)
    {
        string text = File.ReadAllText(Checkout.PathOf(document.Split('/')));
        string[] shown = [.. Blocks(text.Split('\n'), "```csharp", "```")];
        string[] source = File.ReadAllLines(Checkout.PathOf("tests", "Tajriba.ProcessMining.Tests", "DocumentedExamples.cs"));
        string[] run = [.. Blocks(source, "// example:", "// end")];
        Assert.NotEmpty(shown);
        Assert.All(shown, block => Assert.Contains(block, run));
    }

    [Fact]
    public void The_same_visits_in_XES_and_CSV_are_the_same_log()
    {
        using FileStream csv = File.OpenRead(File_);
        using FileStream xes = File.OpenRead(Checkout.PathOf("samples", "service-visits.xes"));
        Assert.Equal(
            DirectlyFollowsGraph.Of(LogReader.Read(csv, "a.csv").Log).Sha256(),
            DirectlyFollowsGraph.Of(LogReader.Read(xes, "a.xes").Log).Sha256());
    }

    private static IEnumerable<string> Blocks(string[] lines, string open, string close)
    {
        List<string>? block = null;
        foreach (string line in lines)
        {
            if (block is null)
            {
                block = line.Trim().StartsWith(open, StringComparison.Ordinal) ? [] : null;
            }
            else if (line.Trim() == close)
            {
                yield return string.Join('\n', block).Trim();
                block = null;
            }
            else
            {
                block.Add(line.Trim());
            }
        }
    }
}
