using System.Diagnostics;
using System.Globalization;

namespace Tajriba.Client.Tests;

/// <summary>A process that is killed in the middle loses nothing that its queue had taken.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public async Task Killed_three_times_every_message_that_was_taken_is_delivered_once()
    {
        using var folder = new Folder();
        var taken = new List<int>();
        foreach (int after in new[] { 50, 400, 1_500 })
        {
            taken.Add(await ProduceAsync(folder, after));
        }

        var counts = new Dictionary<string, int>();
        using var server = new Server { Script = attempt => { Count(attempt, counts); return null; } };
        await DurableQueueTests.DrainAsync(folder, server);
        Assert.All(counts.Values, times => Assert.Equal(1, times));

        // Each run counted from 0; one message more than it had told of may have been taken.
        foreach (int run in taken)
        {
            Assert.True(server.Names.Count(n => int.Parse(n, CultureInfo.InvariantCulture) < run) >= run);
        }

        Assert.InRange(server.Names.Count, taken.Sum(), taken.Sum() + taken.Count);
    }

    private static void Count(Batch attempt, Dictionary<string, int> counts)
    {
        foreach (string id in attempt.Ids)
        {
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }
    }

    /// <summary>Runs a process until it has taken so many messages, kills it, and gives how many it told of.</summary>
    private static async Task<int> ProduceAsync(Folder folder, int after)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledProcessTests).Assembly.Location, "produce", folder.Path]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        int told = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Assert.Equal(told.ToString(CultureInfo.InvariantCulture), line);
            told++;
            if (told == after)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        Assert.Equal(137, process.ExitCode);
        return told;
    }
}
