using System.Globalization;
using System.Text;

namespace Tajriba.Bench;

/// <summary>Every view and filter of the explorer on a log of the wanted size, asked for over HTTP, first and again; the table as Markdown.</summary>
internal static class ExplorerBench
{
    private const int Port = 5797;
    private const int Must = 300;
    private const int MostMegabytes = 1024;

    private static readonly (string What, string Path)[] Views =
    [
        ("map by frequency", "/journeys/{0}"),
        ("map by median time", "/journeys/{0}?metric=median"),
        ("variants", "/journeys/{0}?tab=variants"),
        ("steps", "/journeys/{0}?tab=steps"),
        ("durations", "/journeys/{0}?tab=durations"),
        ("trend by month", "/journeys/{0}?tab=trend"),
        ("trend by week", "/journeys/{0}?tab=trend&by=week"),
        ("trend, a unit against the others", "/journeys/{0}?tab=trend&compare=azadi-service"),
        ("dotted chart", "/journeys/{0}?tab=dotted"),
        ("hand-overs of employees", "/journeys/{0}/handovers"),
        ("hand-overs of units", "/journeys/{0}/handovers?between=unit"),
        ("friction list", "/journeys/{0}/friction"),
        ("filter: begun in 2026", "/journeys/{0}?from=2026-01-01"),
        ("filter: a channel", "/journeys/{0}?channel=phone"),
        ("filter: a unit", "/journeys/{0}?unit=azadi-service"),
        ("filter: an attribute", "/journeys/{0}?attr.segment=premium"),
        ("filter: contains", "/journeys/{0}?has=Repair+Started"),
        ("filter: never", "/journeys/{0}?never=Complaint+Made"),
        ("filter: followed by", "/journeys/{0}?follows=Part+Ordered~%3ERepair+Reopened"),
        ("filter: longer than 10 days", "/journeys/{0}?min=10d"),
        ("filter: a unit, then friction", "/journeys/{0}/friction?unit=vanak-service"),
        ("filter: an attribute, then variants", "/journeys/{0}?attr.segment=family&tab=variants"),
        ("filter: a channel, then steps", "/journeys/{0}?channel=branch&tab=steps"),
    ];

    public static async Task RunAsync(int events, string folder)
    {
        if (!Directory.Exists(folder))
        {
            await ExplorerStore.MakeAsync(folder, events);
        }

        await using ExplorerHost host = await ExplorerHost.StartAsync(folder, Port);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| {events} events, milliseconds over HTTP | all of a customer: first | its CPU | again | a service visit: first | its CPU | again | must |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        double[] opened = [(await host.AskAsync("/journeys/1")).Wall, (await host.AskAsync("/journeys/5")).Wall];
        await host.AskAsync("/preferences");
        foreach ((string what, string path) in Views)
        {
            double[] cells = new double[6];
            for (int journey = 0; journey < 2; journey++)
            {
                string address = string.Format(CultureInfo.InvariantCulture, path, journey == 0 ? 1 : 5);
                (cells[3 * journey], cells[(3 * journey) + 1]) = await host.AskAsync(address);
                cells[(3 * journey) + 2] = (await host.AskAsync(address)).Wall;
            }

            Console.Error.WriteLine($"{what}: {string.Join(' ', cells.Select(Cell))}");
            text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {string.Join(" | ", cells.Select(Cell))} | {Must} |");
        }

        double two = host.Megabytes;
        await host.AskAsync("/journeys");
        text.AppendLine(CultureInfo.InvariantCulture, $"| the journey opened for the first time after the start | {opened[0]:0} | | | {opened[1]:0} | | | – |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| memory of the process, MB: two journeys, all eight, peak | {two:0} | {host.Megabytes:0} | {host.PeakMegabytes:0} | | | | {MostMegabytes} |");
        Console.Write(text);
    }

    private static string Cell(double milliseconds)
        => (milliseconds > Must ? "**" : "") + milliseconds.ToString("0", CultureInfo.InvariantCulture) + (milliseconds > Must ? "**" : "");
}
