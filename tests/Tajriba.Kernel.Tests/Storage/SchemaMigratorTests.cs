using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Storage;

public sealed class SqliteSchemaMigratorTests() : SchemaMigratorTests(DatabaseProvider.Sqlite);

public sealed class PostgresSchemaMigratorTests() : SchemaMigratorTests(DatabaseProvider.Postgres);

public abstract class SchemaMigratorTests(DatabaseProvider provider)
{
    private const string Prefix = "Some.Storage";

    [SkippableFact]
    public async Task Steps_run_once_in_order()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var node = With(database, ("0001_shop.sql", "create table shop (id integer)"), ("0002_more.sql", "alter table shop add column name text; insert into shop (id, name) values (1, 'a')"));
        var migrator = node.GetRequiredService<SchemaMigrator>();
        Assert.Equal(["shop/0001_shop", "shop/0002_more"], await migrator.PendingAsync());
        Assert.Equal(["shop/0001_shop", "shop/0002_more"], await migrator.MigrateAsync());
        Assert.Empty(await migrator.MigrateAsync());
        Assert.Empty(await migrator.PendingAsync());
    }

    [SkippableFact]
    public async Task Two_nodes_that_start_at_once_do_the_work_once()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var nodes = Enumerable.Range(0, 3).Select(_ => With(database, ("0001_shop.sql", "create table shop (id integer)"))).ToList();
        var done = await Task.WhenAll(nodes.Select(n => Task.Run(() => n.GetRequiredService<SchemaMigrator>().MigrateAsync())));
        Assert.Single(done, d => d.Count == 1);
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_step_changed_after_it_ran_is_named()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = With(database, ("0001_shop.sql", "create table shop (id integer)"));
        await first.GetRequiredService<SchemaMigrator>().MigrateAsync();
        await using var second = With(database, ("0001_shop.sql", "create table shop (id integer, name text)"));
        var error = await Assert.ThrowsAsync<SchemaException>(() => second.GetRequiredService<SchemaMigrator>().MigrateAsync());
        Assert.Contains("shop/0001_shop", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_step_that_fails_leaves_nothing_and_an_older_program_refuses()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var broken = With(database, ("0001_shop.sql", "create table shop (id integer)"), ("0002_bad.sql", "create tabel x (id integer)")))
        {
            var error = await Assert.ThrowsAsync<SchemaException>(() => broken.GetRequiredService<SchemaMigrator>().MigrateAsync());
            Assert.Contains("shop/0002_bad", error.Message, StringComparison.Ordinal);
            Assert.Equal(2, (await broken.GetRequiredService<SchemaMigrator>().PendingAsync()).Count);
        }

        await using var newer = With(database, ("0001_shop.sql", "create table shop (id integer)"), ("0002_good.sql", "create table other (id integer)"));
        await newer.GetRequiredService<SchemaMigrator>().MigrateAsync();
        await using var older = With(database, ("0001_shop.sql", "create table shop (id integer)"));
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => older.GetRequiredService<SchemaMigrator>().MigrateAsync());
        Assert.Contains("newer", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_write_inside_a_write_is_an_error_and_not_a_standstill()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var write = database.Get<IDatabase>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => write.WriteAsync((_, cancel) => write.WriteAsync((_, _) => Task.FromResult(1), cancel)));
    }

    [SkippableFact]
    public async Task A_lock_is_held_by_one_and_free_again_afterwards()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var other = database.Open();
        await using (var held = await database.Get<INodeLocks>().TryTakeAsync("a"))
        {
            Assert.NotNull(held);
            Assert.Null(await other.GetRequiredService<INodeLocks>().TryTakeAsync("a"));
            await using var different = await other.GetRequiredService<INodeLocks>().TryTakeAsync("b");
            Assert.NotNull(different);
        }

        await using var again = await other.GetRequiredService<INodeLocks>().TryTakeAsync("a");
        Assert.NotNull(again);
    }

    private ServiceProvider With(TestDatabase database, params (string File, string Sql)[] steps)
        => database.Open(configure: s => s.AddSingleton(new SchemaSource("shop", new Embedded(provider, steps), Prefix)));

    private sealed class Embedded(DatabaseProvider provider, (string File, string Sql)[] steps) : Assembly
    {
        public override string[] GetManifestResourceNames() => [.. steps.Select(s => $"{Prefix}.{provider}.{s.File}")];

        public override Stream? GetManifestResourceStream(string name)
            => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(steps.Single(s => name.EndsWith(s.File, StringComparison.Ordinal)).Sql));
    }
}
