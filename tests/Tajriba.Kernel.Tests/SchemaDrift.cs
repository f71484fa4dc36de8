using Microsoft.EntityFrameworkCore;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests;

/// <summary>Finds where an EF Core model and the schema steps have drifted apart.</summary>
public static class SchemaDrift
{
    /// <summary>Selects every mapped column of every entity on the database; throws naming the table that does not fit.</summary>
    public static async Task CheckAsync(DbContext context)
    {
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync();
        foreach (var entity in context.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            var columns = entity.GetProperties().Select(p => '"' + p.GetColumnName() + '"');
            try
            {
                await connection.Command($"select {string.Join(", ", columns)} from \"{entity.GetTableName()}\" where 1 = 0").RunAsync();
            }
            catch (System.Data.Common.DbException e)
            {
                throw new SchemaException($"{entity.DisplayName()} does not fit table {entity.GetTableName()}: {e.Message}", e);
            }
        }
    }
}
