using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>T1 and T2: durable events per CPU second beside the baseline, batches and single calls.</summary>
internal static class RateMeasure
{
    private sealed record Shape(string Number, string What, int Connections, int Events, double Must, double Goal, double Absolute);

    private static readonly Shape[] Shapes =
    [
        new("T1", "batches of 100, 32 connections", 32, 100, 0.20, 0.30, 110_000),
        new("T2", "single calls, 512 connections", 512, 1, 0.45, 0.60, 20_000),
        new("T2", "single calls, 64 connections", 64, 1, 0.22, double.NaN, double.NaN),
    ];

    public static async Task RunAsync(CollectOptions options, string folder)
    {
        await using ServerProcess baseline = await StartBaselineAsync();
        await using Product product = await Product.StartAsync(folder);
        var target = new LoadTarget(baseline.Port, "none");
        Shape[] shapes = [.. Shapes.Where(s => options.Targets.Contains(s.Number))];
        var windows = shapes.ToDictionary(s => s, _ => (Ours: new List<Window>(), Theirs: new List<Window>()));

        // The first round is for the runtime's compiler and counts for nothing.
        for (int round = 0; round <= options.Rounds; round++)
        {
            foreach (Shape shape in shapes)
            {
                Window theirs = await Window.OfAsync(target, baseline.Id, shape.Connections, shape.Events, options.Stretch);
                Window ours = await Window.OfAsync(product.Target, product.Server.Id, shape.Connections, shape.Events, options.Stretch);
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{round} {shape.What}: baseline {theirs.PerCpuSecond:0}/CPU-s {theirs.PerSecond:0}/s, ours {ours.PerCpuSecond:0}/CPU-s {ours.PerSecond:0}/s, failed {theirs.Failed} {ours.Failed}"));
                if (round > 0)
                {
                    windows[shape].Ours.Add(ours);
                    windows[shape].Theirs.Add(theirs);
                }
            }
        }

        // Events that were acknowledged and put aside would look fast.
        long kept = await product.KeptAsync();
        long acknowledged = windows.Values.Sum(w => w.Ours.Sum(o => o.Events));
        if (kept < acknowledged)
        {
            throw new InvalidOperationException($"Of {acknowledged} events acknowledged, the log has {kept}.");
        }

        foreach (Shape shape in shapes)
        {
            Print(shape, windows[shape].Ours, windows[shape].Theirs);
        }
    }

    public static Task<ServerProcess> StartBaselineAsync() => ServerProcess.StartAsync(
        port => [Path.Combine(AppContext.BaseDirectory, "Tajriba.Bench.dll"), "baseline", $"{port}"],
        new Dictionary<string, string> { ["DOTNET_gcServer"] = "1", ["DOTNET_gcConcurrent"] = "1" });

    private static void Print(Shape shape, List<Window> ours, List<Window> theirs)
    {
        double own = Window.Median(ours.Select(w => w.PerCpuSecond));
        double bare = Window.Median(theirs.Select(w => w.PerCpuSecond));
        ResultTable.Add(
            shape.Number, $"durable events per CPU second, {shape.What}", ResultTable.Thousands(own, "/CPU-s"),
            $"{ResultTable.Thousands(bare, "/CPU-s")} baseline", Window.Median(ours.Zip(theirs, (a, b) => a.PerCpuSecond / b.PerCpuSecond)), shape.Must, shape.Goal);
        ResultTable.Add(
            shape.Number, $"the same, on the clock {ResultTable.Thousands(Window.Median(ours.Select(w => w.PerSecond)), "/s")}", "", "", own / 1000, shape.Absolute / 1000, double.NaN, "k");
    }
}
