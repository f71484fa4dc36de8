using System.Globalization;
using Tajriba.Bench.Collect;

namespace Tajriba.Bench.Crash;

/// <summary><c>crash</c>: what is left after kills and power cuts under load (T10).</summary>
internal static class CrashVerb
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (CrashOptions.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine("crash [--rounds N] [--acknowledged N] [--power-cut | --lying-disk | --postgres CONNECTION] [--seed N]");
            return 2;
        }

        string parent = Directory.CreateTempSubdirectory("tajriba-crash-").FullName;
        var rounds = new List<CrashRound>();
        try
        {
            Finding found = await CrashRun.RunAsync(options, Path.Combine(parent, "data"), round =>
            {
                rounds.Add(round);
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rounds.Count}: {round.Acknowledged} acknowledged, {round.Ahead} stored beyond, {round.Undone} writes forgotten, ready after {round.ReadyAfter.TotalSeconds:0.0} s, {round.Integrity}"));
            });
            Print(options, found, rounds);
            bool isSound = found is { Lost: 0, Doubled: 0, Unacknowledged: 0 } && rounds.TrueForAll(r => r.Integrity == "ok");

            // A disk that lies must be found out, or this proves nothing.
            return isSound != options.IsLying ? 0 : 1;
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    private static void Print(CrashOptions options, Finding found, List<CrashRound> rounds)
    {
        string what = options.IsLying ? "a disk that lies, power cut" : options.PowerCut ? "power cut" : options.Postgres is null ? "kill -9" : "kill -9, PostgreSQL";
        Console.WriteLine("| T10 | rounds | acknowledged | lost | doubled | stored before the answer, sent again | longest start, s | integrity |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {rounds.Count} | {found.Acknowledged:N0} | {found.Lost:N0} | {found.Doubled:N0} | {rounds.Sum(r => Math.Max(0, r.Ahead)):N0} | {rounds.Max(r => r.ReadyAfter.TotalSeconds):0.0} | {string.Join(' ', rounds.Select(r => r.Integrity).Distinct())} |"));
    }
}
