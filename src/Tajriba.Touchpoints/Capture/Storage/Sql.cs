using System.Data.Common;
using System.Globalization;

namespace Tajriba.Touchpoints.Capture.Storage;

/// <summary>Commands with parameters <c>@p0</c>, <c>@p1</c>, ... in the order given, alike on both providers.</summary>
internal static class Sql
{
    public static DbCommand Command(this DbConnection connection, string text, params ReadOnlySpan<object?> values)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = text;
        for (int i = 0; i < values.Length; i++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture);
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static DbCommand Command(this DbTransaction transaction, string text, params ReadOnlySpan<object?> values)
    {
        DbCommand command = transaction.Connection!.Command(text, values);
        command.Transaction = transaction;
        return command;
    }

    public static async Task<int> ExecuteAsync(this DbTransaction transaction, string text, object?[] values, CancellationToken cancellationToken)
    {
        await using DbCommand command = transaction.Command(text, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? Number(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
