using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>A copy made in the way that docs/operations.md tells, while clients send, is the log as it was at one moment.</summary>
[Collection(nameof(RunningProduct))]
public sealed class BackupTests
{
    private const int Enough = 2_000;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case16_A_copy_made_under_load_is_whole_and_the_product_starts_on_it(DatabaseProvider provider)
    {
        await using RunningProduct product = await RunningProduct.StartAsync(provider);
        (_, string key) = await product.SourceAsync();
        using var load = new Load(product.Address, key, 6);
        await RunningProduct.UntilAsync(() => Task.FromResult(load.Acknowledged.Count > Enough));
        string[] before = [.. load.Acknowledged];
        await using Copy copy = await Copy.MakeAsync(provider, product.Database);
        int then = load.Acknowledged.Count;
        await RunningProduct.UntilAsync(() => Task.FromResult(load.Acknowledged.Count > then + Enough));
        await load.StopAsync();

        IReadOnlyList<LoggedEvent> original = await product.EventsAsync();
        await using RunningProduct restored = await RunningProduct.StartAsync(copy.Address);
        IReadOnlyList<LoggedEvent> copied = await restored.EventsAsync();
        Assert.Equal(Enumerable.Range(1, copied.Count).Select(i => (long)i), copied.Select(e => e.Position));
        Assert.InRange(copied.Count, before.Length, original.Count - Enough);
        Assert.Empty(before.Except(copied.Select(e => e.Id)));
        Assert.Equal(original.Take(copied.Count).Select(Line), copied.Select(Line));

        // It goes on where it was: the old key opens, a message that the copy holds is known, a new one is the next.
        using var caller = new HttpClient { BaseAddress = restored.Address };
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        foreach (string id in new[] { before[0], "after" })
        {
            using var body = new StringContent($$"""{"event":"Load","userId":"u","messageId":"{{id}}"}""");
            Assert.Equal(HttpStatusCode.OK, (await caller.PostAsync("/v1/track", body)).StatusCode);
        }

        LoggedEvent last = (await restored.EventsAsync())[^1];
        Assert.Equal((copied.Count + 1L, "after"), (last.Position, last.Id));
    }

    private static string Line(LoggedEvent e) => $"{e.Position}|{e.Source}|{e.Id}|{e.Name}|{e.Time:O}|{e.ReceivedAt:O}|{string.Join(',', e.Objects)}|{e.Attributes}";

    /// <summary>The copy as a database of its own.</summary>
    private sealed class Copy(string address, Func<Task> drop) : IAsyncDisposable
    {
        public string Address => address;

        public static Task<Copy> MakeAsync(DatabaseProvider provider, string original) =>
            provider == DatabaseProvider.Sqlite ? SqliteAsync(original["sqlite:".Length..]) : PostgresAsync(original["postgres:".Length..]);

        public async ValueTask DisposeAsync() => await drop();

        private static async Task<Copy> SqliteAsync(string original)
        {
            string folder = Directory.CreateTempSubdirectory("tajriba-copy-").FullName;
            string path = Path.Combine(folder, "copy.db");
            await using (var connection = new SqliteConnection($"Data Source={original};Pooling=False"))
            {
                await connection.OpenAsync();
                await using SqliteCommand copy = connection.CreateCommand();
                copy.CommandText = $"VACUUM INTO '{path}'";
                await copy.ExecuteNonQueryAsync();
            }

            return new Copy("sqlite:" + path, () =>
            {
                Directory.Delete(folder, recursive: true);
                return Task.CompletedTask;
            });
        }

        private static async Task<Copy> PostgresAsync(string original)
        {
            var from = new NpgsqlConnectionStringBuilder(original);
            var to = new NpgsqlConnectionStringBuilder(original) { Database = "tajriba_" + Guid.NewGuid().ToString("N") };
            string file = Path.GetTempFileName();
            await RunAsync(from, "pg_dump", "-Fc", "-f", file, "-d", from.Database!);
            await RunAsync(from, "createdb", to.Database!);
            await RunAsync(from, "pg_restore", "--exit-on-error", "-d", to.Database!, file);
            File.Delete(file);
            return new Copy("postgres:" + to.ConnectionString, () => RunAsync(from, "dropdb", "--force", to.Database!));
        }

        private static async Task RunAsync(NpgsqlConnectionStringBuilder server, string tool, params string[] arguments)
        {
            string bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last();
            using Process process = Process.Start(new ProcessStartInfo(
                Path.Combine(bin, "bin", tool), ["-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, .. arguments])
            { UseShellExecute = false, RedirectStandardError = true })!;
            string error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{tool}: {error}");
        }
    }
}
