using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture;

/// <summary>
/// How our log stands in files of the field. What their formats have no place for goes under <c>tajriba:</c> names, which
/// the import takes back, so that a log survives the way out and in.
/// </summary>
internal static class ExportNames
{
    public const string Id = "tajriba:id";
    public const string Source = "tajriba:source";
    public const string Channel = "tajriba:channel";
    public const string Unit = "tajriba:unit";
    public const string Objects = "tajriba:objects";

    /// <summary>Attributes that a table has no room for, as one JSON object.</summary>
    public const string Rest = "tajriba:attributes";

    private const string JsonPrefix = "tajriba:json:";
    private const string AttributePrefix = "tajriba:attribute:";

    private static readonly HashSet<string> Reserved =
        new(StringComparer.Ordinal) { "concept:name", "time:timestamp", "org:resource", "case:concept:name", "ocel:id", "ocel:type", "ocel:time", "ocel_id", "ocel_time" };

    public static bool IsReserved(string column) =>
        Reserved.Contains(column) || (column.StartsWith("tajriba:", StringComparison.Ordinal) && !column.StartsWith(JsonPrefix, StringComparison.Ordinal) && !column.StartsWith(AttributePrefix, StringComparison.Ordinal));

    /// <summary>The name of an attribute in a file, apart from the names that mean something there.</summary>
    public static string Attribute(string name) =>
        Reserved.Contains(name) || name.StartsWith("tajriba:", StringComparison.Ordinal) || name.StartsWith("case:", StringComparison.Ordinal) ? AttributePrefix + name : name;

    /// <summary>The name of an attribute whose value is JSON that the format cannot say.</summary>
    public static string Json(string name) => JsonPrefix + Attribute(name);

    public static bool TryTakeJson(ref string column)
    {
        if (!column.StartsWith(JsonPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        column = column[JsonPrefix.Length..];
        return true;
    }

    /// <summary>The attribute that a column stands for.</summary>
    public static string Undo(string column)
    {
        while (column.StartsWith(AttributePrefix, StringComparison.Ordinal))
        {
            column = column[AttributePrefix.Length..];
        }

        return column;
    }

    /// <summary>One more prefix: for columns that a format cannot tell apart (SQLite: by case alone).</summary>
    public static string Apart(string column) => AttributePrefix + column;

    public static string ApartJson(string column) => JsonPrefix + AttributePrefix + column[JsonPrefix.Length..];

    /// <summary>An event's id that is unique over all sources, as OCEL asks for.</summary>
    public static string EventId(LoggedEvent item) => item.Source + "/" + item.Id;

    /// <summary>An object's id that is unique over all types, as OCEL asks for.</summary>
    public static string ObjectId(ObjectRef item) => item.Type + ":" + item.Id;

    public static ObjectRef ObjectOf(string type, string ocelId, string qualifier) =>
        new(type, ocelId.StartsWith(type + ":", StringComparison.Ordinal) ? ocelId[(type.Length + 1)..] : ocelId, qualifier);
}
