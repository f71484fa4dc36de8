using Microsoft.EntityFrameworkCore;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Storage;

public sealed class SqliteEntityFrameworkTests() : EntityFrameworkTests(DatabaseProvider.Sqlite);

public sealed class PostgresEntityFrameworkTests() : EntityFrameworkTests(DatabaseProvider.Postgres);

public abstract class EntityFrameworkTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task A_context_writes_in_the_kernels_transaction_and_reads_what_was_committed()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var kernel = database.Get<IDatabase>();
        await kernel.WriteAsync(async (transaction, cancel) =>
        {
            await using var context = new Context(Options(kernel, transaction.Connection!));
            await context.Database.UseTransactionAsync(transaction, cancel);
            context.Add(new Setting { Name = "a", Value = "1" });
            await context.SaveChangesAsync(cancel);
        });
        await using var connection = await kernel.OpenAsync();
        await using var reading = new Context(Options(kernel, connection));
        Assert.Equal("1", (await reading.Set<Setting>().SingleAsync()).Value);
        await SchemaDrift.CheckAsync(reading);
    }

    [SkippableFact]
    public async Task Drift_names_the_table()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var connection = await database.Get<IDatabase>().OpenAsync();
        await using var context = new Drifted(Options(database.Get<IDatabase>(), connection));
        var error = await Assert.ThrowsAsync<SchemaException>(() => SchemaDrift.CheckAsync(context));
        Assert.Contains("kernel_setting", error.Message, StringComparison.Ordinal);
    }

    private static DbContextOptions Options(IDatabase database, System.Data.Common.DbConnection connection)
        => new DbContextOptionsBuilder().UseTajriba(database, connection).Options;

    private sealed class Setting
    {
        public string Name { get; set; } = "";

        public string Value { get; set; } = "";

        public string? Lost { get; set; }
    }

    private sealed class Context(DbContextOptions options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Setting>(e =>
        {
            e.ToTable("kernel_setting").HasKey(s => s.Name);
            e.Property(s => s.Name).HasColumnName("name");
            e.Property(s => s.Value).HasColumnName("value");
            e.Ignore(s => s.Lost);
        });
    }

    private sealed class Drifted(DbContextOptions options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Setting>(e =>
        {
            e.ToTable("kernel_setting").HasKey(s => s.Name);
            e.Property(s => s.Name).HasColumnName("name");
            e.Property(s => s.Value).HasColumnName("value");
            e.Property(s => s.Lost).HasColumnName("lost");
        });
    }
}
