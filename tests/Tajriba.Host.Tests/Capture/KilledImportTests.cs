using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Tajriba.Host.Tests.CommandLine;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture;

namespace Tajriba.Host.Tests.Capture;

/// <summary>What was accepted survives a killed process: <c>tajriba import</c> as a process of its own, ended by SIGKILL in the middle.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Rows = 240_000;
    private readonly TemporaryFolder folder = new();

    public static TheoryData<DatabaseProvider, string> Files => new()
    {
        { DatabaseProvider.Sqlite, "plain.csv" },
        { DatabaseProvider.Sqlite, "packed.csv.gz" },
        { DatabaseProvider.Sqlite, "named.csv" },
        { DatabaseProvider.Postgres, "plain.csv" },
        { DatabaseProvider.Postgres, "named.csv" },
    };

    public void Dispose() => folder.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task Killed_again_and_again_it_ends_like_one_that_was_left_alone(DatabaseProvider provider, string file)
    {
        string path = folder.Write(file, Content(file));
        string expected = await UninterruptedAsync(path);
        await using TestDatabase database = await TestDatabase.CreateAsync(provider, [new AccessRoom(), new CaptureRoom()]);
        int kills = 0;
        foreach (int after in new[] { 1, 60_000, 140_000 })
        {
            kills += await KillAsync(database, path, after) ? 1 : 0;
        }

        Assert.True(kills > 0, "Every import ended before it could be killed.");
        VerbResult last = await Verb.RunAsync("import", path, "--database", database.Address, "--data", folder.Path);
        Assert.True(last.ExitCode == 0, last.Error);
        Assert.Equal(Rows, await NumberAsync(database, "SELECT added FROM capture_imports"));
        Assert.Equal(expected, await ExportAsync(database.Address));
        if (provider == DatabaseProvider.Sqlite)
        {
            await using var connection = await database.Get<IDatabase>().OpenAsync();
            Assert.Equal("ok", await connection.Command("PRAGMA integrity_check").ScalarAsync<string>());
        }
    }

    /// <summary>Starts the import and kills it once rows up to a number are committed; false where it ended before.</summary>
    private async Task<bool> KillAsync(TestDatabase database, string path, int after)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Tajriba.Host.dll"), "import", path, "--database", database.Address, "--data", folder.Path])
        { UseShellExecute = false, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        while (!process.HasExited)
        {
            if (await NumberAsync(database, "SELECT COALESCE(MAX(checkpoint_row), 0) FROM capture_imports WHERE state <> 'Done'") >= after)
            {
                process.Kill();
                await process.WaitForExitAsync();
                return process.ExitCode == 137;
            }

            await Task.Delay(3);
        }

        return false;
    }

    private async Task<string> UninterruptedAsync(string path)
    {
        string data = Path.Combine(folder.Path, "whole");
        VerbResult import = await Verb.RunAsync("import", path, "--data", data);
        Assert.True(import.ExitCode == 0, import.Error);
        return await ExportAsync("sqlite:" + Path.Combine(data, "tajriba.db"));
    }

    /// <summary>Everything that the log holds, in its order, as a hash.</summary>
    private async Task<string> ExportAsync(string address)
    {
        string exported = Path.Combine(folder.Path, Guid.NewGuid().ToString("N") + ".jsonl");
        VerbResult export = await Verb.RunAsync("export", exported, "--database", address, "--data", folder.Path);
        Assert.True(export.ExitCode == 0, export.Error);
        await using FileStream content = File.OpenRead(exported);
        return Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(content));
    }

    private static async Task<long> NumberAsync(TestDatabase database, string sql)
    {
        await using var connection = await database.Get<IDatabase>().OpenAsync();
        return await connection.Command(sql).ScalarAsync<long>();
    }

    private static byte[] Content(string file)
    {
        var random = new Random(8);
        bool named = file.StartsWith("named", StringComparison.Ordinal);
        var text = new StringBuilder((named ? "event_id," : "") + "case_id,customer_id,activity,timestamp,amount\n");
        for (int i = 0; i < Rows; i++)
        {
            text.Append(named ? $"e{i * 7919L % Rows}," : "").Append(
                CultureInfo.InvariantCulture, $"C{random.Next(Rows / 8)},U{random.Next(Rows / 40)},step {random.Next(12)},2024-01-{1 + random.Next(28):00}T{random.Next(24):00}:00:00Z,{random.Next(1000)}\n");
        }

        byte[] content = Encoding.UTF8.GetBytes(text.ToString());
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
        {
            return content;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
