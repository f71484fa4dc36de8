using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Storage;

public sealed class SqliteNodeLockTests() : NodeLockTests(DatabaseProvider.Sqlite);

public sealed class PostgresNodeLockTests() : NodeLockTests(DatabaseProvider.Postgres)
{
    [SkippableFact]
    public async Task Locks_that_broke_with_their_connection_are_free_again()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        INodeLocks locks = database.Get<INodeLocks>();
        IAsyncDisposable held = (await locks.TryTakeAsync("a"))!;
        await using (var other = await database.Get<IDatabase>().OpenAsync())
        {
            await other.Command("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").RunAsync();
        }

        await using (IAsyncDisposable? next = await locks.TryTakeAsync("b"))
        {
            Assert.NotNull(next);
        }

        await held.DisposeAsync();
        await using IAsyncDisposable? again = await locks.TryTakeAsync("a");
        Assert.NotNull(again);
    }

    [SkippableFact]
    public async Task What_a_process_held_is_free_when_it_has_ended()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using (ServiceProvider second = database.Open([new AccessRoom()]))
        {
            Assert.NotNull(await second.GetRequiredService<INodeLocks>().TryTakeAsync("a"));
            Assert.Null(await database.Get<INodeLocks>().TryTakeAsync("a"));
        }

        // The server ends a session a little after its client has gone.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        IAsyncDisposable? taken;
        while ((taken = await database.Get<INodeLocks>().TryTakeAsync("a")) is null)
        {
            await Task.Delay(20, patience.Token);
        }

        await taken.DisposeAsync();
    }
}

public abstract class NodeLockTests(DatabaseProvider provider)
{
    /// <summary>A pool holds 20 connections in tests: locks must leave some for the work that they guard.</summary>
    private const int Many = 60;

    [SkippableFact]
    public async Task Many_locks_are_held_by_one_process_each_and_leave_room_for_work()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(provider);
        await using ServiceProvider second = database.Open([new AccessRoom()]);
        (INodeLocks one, INodeLocks other) = (database.Get<INodeLocks>(), second.GetRequiredService<INodeLocks>());
        IAsyncDisposable?[] held = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() => one.TryTakeAsync("lock-" + i))));
        Assert.DoesNotContain(null, held);
        Assert.Null(await one.TryTakeAsync("lock-7"));
        Assert.Null(await other.TryTakeAsync("lock-7"));
        await using (var work = await database.Get<IDatabase>().OpenAsync())
        {
            Assert.Equal(1, await work.Command("SELECT 1").ScalarAsync<long>());
        }

        await held[7]!.DisposeAsync();
        await held[7]!.DisposeAsync();
        await using (IAsyncDisposable? taken = await other.TryTakeAsync("lock-7"))
        {
            Assert.NotNull(taken);
            Assert.Null(await one.TryTakeAsync("lock-7"));
        }

        await using IAsyncDisposable? back = await one.TryTakeAsync("lock-7");
        Assert.NotNull(back);
        await Task.WhenAll(held.Select(h => h!.DisposeAsync().AsTask()));
    }
}
