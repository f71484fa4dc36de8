using System.Data.Common;
using Npgsql;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Storage;

/// <summary>What the product asks of PostgreSQL's planner, and that whoever runs it has the last word.</summary>
public sealed class PostgresOptionsTests
{
    [SkippableTheory]
    [InlineData(null, "1.1")]
    [InlineData("-c random_page_cost=2.5", "2.5")]
    public async Task Few_rows_are_looked_up_and_not_searched_for(string? options, string expected)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        var address = new NpgsqlConnectionStringBuilder(database.Address["postgres:".Length..]) { Options = options };
        await using var store = new PostgresDatabase(address.ConnectionString);
        await using DbConnection connection = await store.OpenAsync();
        Assert.Equal(expected, await connection.Command("show random_page_cost").ScalarAsync<string>());
    }
}
