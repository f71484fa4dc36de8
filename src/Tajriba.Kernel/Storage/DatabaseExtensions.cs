using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Tajriba.Kernel.Storage;

public static class DatabaseExtensions
{
    /// <summary><see cref="IDatabase.WriteAsync"/> for work that returns nothing.</summary>
    public static Task WriteAsync(this IDatabase database, Func<DbTransaction, CancellationToken, Task> work, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                await work(transaction, cancel);
                return true;
            },
            cancellationToken);

    /// <summary>
    /// Points an EF Core context at a connection of <see cref="IDatabase"/>. To write, take the connection of the
    /// transaction in <see cref="IDatabase.WriteAsync"/> and call <c>context.Database.UseTransaction(transaction)</c>.
    /// </summary>
    public static DbContextOptionsBuilder UseTajriba(this DbContextOptionsBuilder options, IDatabase database, DbConnection connection)
        => database.Provider == DatabaseProvider.Sqlite ? options.UseSqlite(connection) : options.UseNpgsql(connection);
}
