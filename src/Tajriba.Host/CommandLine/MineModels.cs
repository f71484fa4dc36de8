using System.Globalization;
using Spectre.Console;
using Tajriba.ProcessMining;
using Tajriba.ProcessMining.Conformance;
using Tajriba.ProcessMining.Discovery;

namespace Tajriba.Host.CommandLine;

/// <summary>Models discovered from a log, with their measures.</summary>
internal static class MineModels
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static KeyValuePair<string, object> Member(ReadLog read, IReadOnlyList<(LogFilter Filter, string? Name)> filters) => DiscoveryReport.Member(
        TraceBag.Of(read.Log.Where([.. filters.Select(f => f.Filter)])),
        new AlignmentBudget(Time: Longest, Clock: TimeProvider.System),
        () => Environment.CpuUsage.TotalTime);

    public static void Print(IReadOnlyList<KeyValuePair<string, object>> discovery)
    {
        foreach ((string model, object report) in discovery.SelectMany(d => Members(d.Value)))
        {
            AnsiConsole.MarkupLineInterpolated($"[bold]{model}[/]");
            foreach ((string name, object value) in Members(report))
            {
                AnsiConsole.WriteLine($"  {name}: {Text(value)}");
            }
        }
    }

    private static IReadOnlyList<KeyValuePair<string, object>> Members(object value) => (IReadOnlyList<KeyValuePair<string, object>>)value;

    private static string Text(object value) => value switch
    {
        IReadOnlyList<KeyValuePair<string, object>> members => string.Join(", ", members.Select(m => $"{m.Key} {Text(m.Value)}")),
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
