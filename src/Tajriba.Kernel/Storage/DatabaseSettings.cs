using Microsoft.Extensions.Configuration;

namespace Tajriba.Kernel.Storage;

/// <summary>Which database, read from <c>Tajriba:Database</c> and <c>Tajriba:DataDirectory</c>.</summary>
/// <param name="Provider">Kind of database.</param>
/// <param name="Address">File path of a SQLite database, or the connection string of a PostgreSQL one.</param>
/// <param name="DataDirectory">Folder for what the product keeps as files.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string Address, string DataDirectory)
{
    /// <exception cref="FormatException"><c>Tajriba:Database</c> is neither <c>sqlite:PATH</c> nor <c>postgres:CONNECTION STRING</c>.</exception>
    public static DatabaseSettings From(IConfiguration configuration)
    {
        var directory = configuration["Tajriba:DataDirectory"] is { Length: > 0 } given ? given : "data";
        return configuration["Tajriba:Database"] switch
        {
            null or "" => new(DatabaseProvider.Sqlite, Path.Combine(directory, "tajriba.db"), directory),
            var s when s.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase) => new(DatabaseProvider.Sqlite, s["sqlite:".Length..], directory),
            var s when s.StartsWith("postgres:", StringComparison.OrdinalIgnoreCase) => new(DatabaseProvider.Postgres, s["postgres:".Length..], directory),
            _ => throw new FormatException("Tajriba:Database must be sqlite:PATH or postgres:CONNECTION STRING."),
        };
    }
}
