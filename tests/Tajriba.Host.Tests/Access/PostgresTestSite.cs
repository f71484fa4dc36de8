using Microsoft.AspNetCore.Hosting;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;

namespace Tajriba.Host.Tests.Access;

/// <summary>The same on PostgreSQL; where there is none, tests are skipped by <see cref="Present"/>.</summary>
public sealed class PostgresTestSite : TestSite
{
    private TestDatabase? database;
    private SkipException? missing;

    /// <summary>Itself, or the reason why its tests cannot run.</summary>
    public PostgresTestSite Present() => missing is null ? this : throw missing;

    public override async Task InitializeAsync()
    {
        try
        {
            database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
            await base.InitializeAsync();
        }
        catch (SkipException reason)
        {
            missing = reason;
        }
    }

    protected override async Task EndAsync()
    {
        await base.EndAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Tajriba:Database", database!.Address);
        base.ConfigureWebHost(builder);
    }
}
