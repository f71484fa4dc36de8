using System.Net;
using Tajriba.Bench.Crash;

namespace Tajriba.Bench.Tests;

/// <summary>A disk that is full, or fails: nothing is acknowledged that is not kept, and it goes on once the disk does.</summary>
public sealed class DiskFaultTests
{
    private const int InputOutput = 5;
    private const int NoSpace = 28;
    private const int Batch = 20;

    [Fact]
    public async Task Case04_A_full_disk_is_told_with_503_and_recovers_without_a_restart()
    {
        await using Store store = await Store.OpenAsync();
        await AssertAsync(HttpStatusCode.OK, store.SendAsync(0, Batch));
        store.Disk.Fail(DiskFault.Write, NoSpace);
        using (HttpResponseMessage refused = await store.SendAsync(100, Batch))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        await AssertAsync(HttpStatusCode.OK, store.GetAsync("/health/ready"));
        await AssertAsync(HttpStatusCode.OK, store.GetAsync($"/v1/projects/{store.Product.Keys[0]}/settings"));
        Assert.Equal(Batch, (await store.StoredAsync()).Count);

        store.Disk.Heal();
        await AssertAsync(HttpStatusCode.OK, store.SendAsync(100, Batch));
        Dictionary<long, int> stored = await store.StoredAsync();
        Assert.Equal(2 * Batch, stored.Count);
        Assert.All(stored.Values, times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(DiskFault.Write, InputOutput)]
    [InlineData(DiskFault.Write | DiskFault.Torn, InputOutput)]
    [InlineData(DiskFault.Write | DiskFault.Torn, NoSpace)]
    [InlineData(DiskFault.Sync, InputOutput)]
    internal async Task Case05_The_nth_call_to_the_disk_fails_and_nothing_is_acknowledged_falsely(DiskFault kinds, int error)
    {
        const int Most = 200;
        await using Store store = await Store.OpenAsync();
        await AssertAsync(HttpStatusCode.OK, store.SendAsync(0, Batch));
        long failures = -1;
        for (int n = 0; failures != store.Disk.Failures; n++)
        {
            Assert.True(n < Most, "It never passes.");
            failures = store.Disk.Failures;
            long first = (n + 1) * 100L;
            store.Disk.Fail(kinds, error, after: n, count: 1);
            bool isKept;
            using (HttpResponseMessage answer = await store.SendAsync(first, Batch))
            {
                isKept = answer.StatusCode == HttpStatusCode.OK;
                Assert.True(isKept || answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{n}: {answer.StatusCode}");
            }

            store.Disk.Heal();
            Dictionary<long, int> stored = await store.StoredAsync();
            int there = Enumerable.Range(0, Batch).Count(i => stored.ContainsKey(first + i));
            Assert.True(there == Batch || (!isKept && there == 0), $"{n}: {there} of {Batch} are there, acknowledged: {isKept}");
            await AssertAsync(HttpStatusCode.OK, store.SendAsync(first, Batch));
        }

        Assert.True(failures > 0, "No call failed.");
        Assert.All(await store.StoredAsync(), pair => Assert.Equal(1, pair.Value));
        Assert.Equal("ok", Finding.Integrity(store.Product, quick: false));
    }

    [Fact]
    public async Task Case05_A_damaged_file_is_noticed_at_the_start()
    {
        await using Store store = await Store.OpenAsync();
        await AssertAsync(HttpStatusCode.OK, store.SendAsync(0, Batch));
        await store.Product.Server.StopAsync();
        await using (var file = new FileStream(Path.Combine(store.Product.Folder, "tajriba.db"), FileMode.Open))
        {
            byte[] noise = new byte[4096];
            new Random(5).NextBytes(noise);
            await file.WriteAsync(noise);
        }

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(store.Product.StartAsync);
        Assert.Contains("not a database", refused.Message, StringComparison.Ordinal);
    }

    private static async Task AssertAsync(HttpStatusCode expected, Task<HttpResponseMessage> asked)
    {
        using HttpResponseMessage answer = await asked;
        Assert.Equal(expected, answer.StatusCode);
    }
}
