using System.Runtime.InteropServices;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Objects that the event catalogue finds in what a message tells besides.</summary>
internal static class CatalogueObjects
{
    public const int LongestId = 200;

    /// <summary>Adds the objects named by members of <paramref name="data"/>; none where it is not an object.</summary>
    public static void Add(JsonElement data, string eventName, IEventCatalogue catalogue, List<ObjectRef> objects)
    {
        if (data.ValueKind == JsonValueKind.Object)
        {
            Add(JsonMarshal.GetRawUtf8Value(data), eventName, catalogue, objects);
        }
    }

    /// <summary>Adds the objects named by members of the JSON object <paramref name="data"/>, which is sound, or empty.</summary>
    public static void Add(ReadOnlySpan<byte> data, string eventName, IEventCatalogue catalogue, List<ObjectRef> objects)
    {
        IReadOnlyList<ObjectRule> rules = data.IsEmpty ? [] : catalogue.Get(eventName).ObjectRules;
        if (rules.Count == 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? attribute = null;
            foreach (ObjectRule rule in rules)
            {
                attribute = reader.ValueTextEquals(rule.Attribute) ? rule.Attribute : attribute;
            }

            reader.Read();
            if (attribute is not null && SentItemReader.Text(ref reader, out _) is { Length: > 0 and <= LongestId } id)
            {
                foreach (ObjectRule rule in rules)
                {
                    if (rule.Attribute == attribute)
                    {
                        objects.Add(new ObjectRef(rule.ObjectType, id));
                    }
                }
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Text, or a number as it is written; null for everything else.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
