using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Catalogue;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Objects that the event catalogue finds in what a message tells besides.</summary>
internal static class CatalogueObjects
{
    public const int LongestId = 200;

    /// <summary>The objects named by members of <paramref name="data"/>; none where it is not an object.</summary>
    public static IEnumerable<ObjectRef> In(JsonElement data, string eventName, IEventCatalogue catalogue)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (ObjectRule rule in catalogue.Get(eventName).ObjectRules)
        {
            if (data.TryGetProperty(rule.Attribute, out JsonElement value) && Text(value) is { Length: > 0 and <= LongestId } id)
            {
                yield return new ObjectRef(rule.ObjectType, id);
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
