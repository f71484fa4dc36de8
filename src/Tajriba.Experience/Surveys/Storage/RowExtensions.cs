using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Storage;

/// <summary>Columns that may be null, alike on both providers.</summary>
internal static class RowExtensions
{
    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? Number(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static DateTimeOffset? Time(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Microseconds.ToTime(reader.GetInt64(column));
}
