using System.Text.Json;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Reads one member of an event's attributes. Sources write what they like: of a name that comes twice the last counts.</summary>
internal static class AttributePath
{
    /// <summary>The member, or null where it is missing or null.</summary>
    public static JsonElement? At(string? attributes, string path)
    {
        if (attributes is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(attributes);
        var at = document.RootElement;
        foreach (var name in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at.ValueKind == JsonValueKind.Null ? null : at.Clone();
    }

    /// <summary>A text as it is, anything else as JSON.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
