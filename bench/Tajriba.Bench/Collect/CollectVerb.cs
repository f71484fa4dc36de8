namespace Tajriba.Bench.Collect;

/// <summary><c>collect</c>: what capture costs, beside a server that does nothing but read the same bodies, in the same run.</summary>
internal static class CollectVerb
{
    public const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
    public const string SocketThreads = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (CollectOptions.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine($"collect [{string.Join(' ', CollectOptions.Known)}] [--postgres CONNECTION] [--server-cores LIST] [--rounds N] [--events N] [--seconds N]");
            return 2;
        }

        MakeTheLoadCheap();
        ServerProcess.Cores = options.ServerCores;
        string folder = Directory.CreateTempSubdirectory("tajriba-collect-").FullName;
        try
        {
            ResultTable.Begin();
            await MeasureAsync(options, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>The load and the server share the processor's cores: one thread that takes answers where they arrive costs least.</summary>
    private static void MakeTheLoadCheap()
    {
        Environment.SetEnvironmentVariable(InlineCompletions, "1");
        Environment.SetEnvironmentVariable(SocketThreads, "1");
    }

    private static async Task MeasureAsync(CollectOptions options, string folder)
    {
        if (options.Targets.Contains("T1") || options.Targets.Contains("T2"))
        {
            await RateMeasure.RunAsync(options, Path.Combine(folder, "rate"));
        }

        if (options.Targets.Contains("T3") && options.Postgres is not null)
        {
            await PostgresMeasure.RunAsync(options, Path.Combine(folder, "postgres"));
        }

        if (options.Targets.Contains("T4") || options.Targets.Contains("T5"))
        {
            await GrowthMeasure.RunAsync(options, Path.Combine(folder, "growth"));
        }

        (string Target, Func<string, Task> Run)[] others =
        [
            ("T6", own => SyncMeasure.RunAsync(options, own)),
            ("T7", own => LatencyMeasure.RunAsync(options, own)),
            ("T8", own => OverloadMeasure.RunAsync(options, own)),
            ("T9", own => GzipMeasure.RunAsync(options, own)),
            ("T11", FixtureMeasure.RunAsync),
            ("CALM", own => NeighbourMeasure.RunAsync(options, own)),
        ];
        foreach ((string target, Func<string, Task> run) in others.Where(o => options.Targets.Contains(o.Target)))
        {
            await run(Path.Combine(folder, target));
        }
    }
}
