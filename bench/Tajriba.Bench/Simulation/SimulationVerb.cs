using System.Globalization;

namespace Tajriba.Bench.Simulation;

/// <summary><c>bench simulate</c>: whether intervals and control charts keep what they promise.</summary>
internal static class SimulationVerb
{
    private const int UsualRuns = 20_000;

    public static int Run(string[] args)
    {
        int runs = Option(args, "--runs", UsualRuns);
        int seed = Option(args, "--seed", 1);
        CoverageTable.Print(runs, seed);
        Console.WriteLine();
        AlarmTable.Print(runs, seed);
        return 0;
    }

    private static int Option(string[] args, string name, int usual)
    {
        int place = Array.IndexOf(args, name);
        return place < 0 ? usual : int.Parse(args[place + 1], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
