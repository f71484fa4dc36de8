using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Bench.Collect;
using Tajriba.Bench.Crash;
using Tajriba.Kernel.Log;

namespace Tajriba.Bench.Tests;

/// <summary>A kill in the middle of sorting events into the timelines of their objects.</summary>
public sealed class MergeCrashTests
{
    private const int MergeAt = 500_000;
    private const int Cases = 50_000;
    private const int Killed = 137;

    [Fact]
    public async Task Case02_A_merge_that_was_killed_goes_on_and_ends_as_if_nothing_had_been()
    {
        string parent = Store.Folder();
        string folder = Path.Combine(parent, "data");
        try
        {
            Directory.CreateDirectory(folder);
            using Disk disk = Disk.Under(folder, forgets: true);
            Assert.Equal(0, await ImportAsync(parent, disk, 0, MergeAt - 100));
            Assert.Equal(MergeAt - 100, await UnmergedAsync(folder));

            // The next imports make enough wait for a merge. They die with the disk at the n-th write, ever later until one passes.
            int told = MergeAt - 100;
            int within = 0;
            for (int writes = 25; ; writes *= 2)
            {
                disk.Fail(DiskFault.Write | DiskFault.Death, 0, after: writes, count: 1);
                int exit = await ImportAsync(parent, disk, told, 200);
                disk.Heal();
                if (exit == 0)
                {
                    break;
                }

                Assert.Equal(Killed, exit);
                disk.Cut(new Random(writes));
                within += await UnmergedAsync(folder) >= MergeAt ? 1 : 0;
                await AssertTimelinesAsync(folder, told, told + 200);
                told = await KeptAsync(folder);
            }

            told += 200;
            Assert.True(within >= 3, "Too few kills fell into the merge.");
            Assert.InRange(await UnmergedAsync(folder), 0, told - MergeAt);
            await AssertTimelinesAsync(folder, told, told);
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    /// <summary>Imports events by number; each belongs to the case of its number modulo the number of cases, a minute after the one before.</summary>
    private static async Task<int> ImportAsync(string parent, Disk disk, int first, int count)
    {
        string file = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"events-{first}.csv"));
        if (!File.Exists(file))
        {
            await File.WriteAllLinesAsync(file, Enumerable.Range(first, count).Select(i => $"c{i % Cases},Step {i % 7},{TimeOf(i):yyyy-MM-ddTHH:mm:ssZ}").Prepend("case_id,activity,timestamp"));
        }

        var start = new ProcessStartInfo("dotnet", [Product.Program, "import", file, "--data", Path.Combine(parent, "data")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in disk.Environment)
        {
            start.Environment[name] = value;
        }

        using Process import = Process.Start(start)!;
        await Task.WhenAll(import.StandardOutput.ReadToEndAsync(), import.StandardError.ReadToEndAsync());
        await import.WaitForExitAsync();
        return import.ExitCode;
    }

    private static DateTimeOffset TimeOf(int number) => DateTimeOffset.UnixEpoch.AddYears(50).AddMinutes(number);

    private static async Task<long> UnmergedAsync(string folder)
    {
        await using ServiceProvider kernel = Product.Kernel(folder, null);
        return await Product.AskAsync(kernel, Product.UnmergedQuestion);
    }

    private static async Task<int> KeptAsync(string folder)
    {
        await using ServiceProvider kernel = Product.Kernel(folder, null);
        return (int)await Product.AskAsync(kernel, "select position from log_head");
    }

    /// <summary>Each case has all of its events up to a number, newest first, and none beyond another.</summary>
    private static async Task AssertTimelinesAsync(string folder, int least, int most)
    {
        await using ServiceProvider kernel = Product.Kernel(folder, null);
        var log = kernel.GetRequiredService<IExperienceLog>();
        for (int of = 0; of < Cases; of += 997)
        {
            long number = Assert.NotNull(await log.FindObjectAsync("case", $"c{of}"));
            Timeline timeline = await log.ReadObjectAsync(number, null, 1_000);
            DateTimeOffset[] times = [.. timeline.Events.Select(e => e.Time)];
            Assert.InRange(times.Length, Numbers(of, least).Length, Numbers(of, most).Length);
            Assert.Equal(Numbers(of, most).Take(times.Length).Select(TimeOf).Reverse(), times);
        }
    }

    private static int[] Numbers(int of, int most) => [.. Enumerable.Range(0, most).Where(i => i % Cases == of)];
}
