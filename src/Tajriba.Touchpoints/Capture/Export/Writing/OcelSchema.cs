using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>Event types with their attributes, and the objects, of a part of the log.</summary>
internal sealed class OcelSchema
{
    private readonly Dictionary<string, Dictionary<string, string>> types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Id), bool> objects = [];

    public IEnumerable<ObjectRef> Objects => objects.Keys.Select(o => new ObjectRef(o.Type, o.Id));

    public IEnumerable<string> ObjectTypes => objects.Keys.Select(o => o.Type).Distinct(StringComparer.Ordinal);

    /// <summary>Attributes of each event type. Columns of one type differ by more than case.</summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyList<OcelAttribute>>> Events => types.Select(t => KeyValuePair.Create(t.Key, Attributes(t.Value)));

    public static async Task<OcelSchema> OfAsync(IAsyncEnumerable<LoggedEvent> events)
    {
        var schema = new OcelSchema();
        await foreach (LoggedEvent item in events)
        {
            schema.Learn(item);
        }

        return schema;
    }

    public void Learn(LoggedEvent item)
    {
        foreach (ObjectRef known in item.Objects)
        {
            objects.TryAdd((known.Type, known.Id), true);
        }

        if (!types.TryGetValue(item.Name, out Dictionary<string, string>? attributes))
        {
            types.Add(item.Name, attributes = new(StringComparer.Ordinal));
        }

        if (item.Attributes is null)
        {
            return;
        }

        using JsonDocument json = JsonDocument.Parse(item.Attributes);
        foreach (JsonProperty attribute in json.RootElement.EnumerateObject())
        {
            if (TypeOf(attribute.Value) is { } type)
            {
                attributes[attribute.Name] = attributes.TryGetValue(attribute.Name, out string? before) && before != type ? "json" : type;
            }
        }
    }

    private static string? TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number when value.TryGetInt64(out _) => "integer",
        JsonValueKind.Number when value.TryGetDouble(out double number) && double.IsFinite(number) => "float",
        _ => "json",
    };

    private static IReadOnlyList<OcelAttribute> Attributes(Dictionary<string, string> kinds)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "ocel_id", "ocel_time", ExportNames.Source, ExportNames.Channel, ExportNames.Unit, ExportNames.Rest };
        var result = new List<OcelAttribute>();
        foreach ((string name, string kind) in kinds)
        {
            bool json = kind == "json";
            string column = json ? ExportNames.Json(name) : ExportNames.Attribute(name);
            while (!taken.Add(column))
            {
                column = json ? ExportNames.ApartJson(column) : ExportNames.Apart(column);
            }

            result.Add(new OcelAttribute(name, column, json ? "string" : kind, json));
        }

        return result;
    }
}
