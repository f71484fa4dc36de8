using System.Data.Common;

namespace Tajriba.Kernel.Access;

/// <summary>Columns that may be empty, and names in three of them.</summary>
internal static class AccessRows
{
    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? Number(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static LocalName Name(this DbDataReader reader, int column)
        => new(reader.GetString(column), reader.Text(column + 1), reader.Text(column + 2));
}
