namespace Tajriba.ProcessMining.Ocel;

/// <summary>How OCEL files spell the types of attributes.</summary>
internal static class OcelTypeNames
{
    public static string Of(OcelValueType type) => type switch
    {
        OcelValueType.Time => "time",
        OcelValueType.Integer => "integer",
        OcelValueType.Float => "float",
        OcelValueType.Boolean => "boolean",
        _ => "string",
    };

    public static OcelValueType? Parse(string name) => name.ToLowerInvariant() switch
    {
        "string" => OcelValueType.String,
        "time" or "date" or "timestamp" => OcelValueType.Time,
        "integer" or "int" => OcelValueType.Integer,
        "float" or "real" or "double" => OcelValueType.Float,
        "boolean" or "bool" => OcelValueType.Boolean,
        _ => null,
    };

    public static string Sql(OcelValueType type) => type switch
    {
        OcelValueType.Time => "TIMESTAMP",
        OcelValueType.Integer => "INTEGER",
        OcelValueType.Float => "REAL",
        OcelValueType.Boolean => "BOOLEAN",
        _ => "TEXT",
    };

    public static OcelValueType FromSql(string declared) => declared.ToUpperInvariant() switch
    {
        "TIMESTAMP" or "DATETIME" => OcelValueType.Time,
        "INTEGER" or "INT" or "BIGINT" => OcelValueType.Integer,
        "REAL" or "FLOAT" or "DOUBLE" => OcelValueType.Float,
        "BOOLEAN" or "BOOL" => OcelValueType.Boolean,
        _ => OcelValueType.String,
    };
}
