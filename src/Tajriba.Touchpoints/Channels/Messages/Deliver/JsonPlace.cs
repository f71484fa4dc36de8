using System.Globalization;
using System.Text.Json;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Finds one value in a JSON text by names and numbers parted by dots: <c>entries.0.messageid</c>.</summary>
internal static class JsonPlace
{
    /// <summary>The value as text; null where there is none, it is no JSON or no valid text.</summary>
    public static string? Text(string json, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement at = document.RootElement;
            foreach (string name in path.Split('.'))
            {
                if (at.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < at.GetArrayLength())
                {
                    at = at[index];
                }
                else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                {
                    return null;
                }
            }

            return at.ValueKind switch { JsonValueKind.String => at.GetString(), JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array => null, _ => at.GetRawText() };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
