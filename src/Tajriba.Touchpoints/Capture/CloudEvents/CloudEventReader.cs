using System.Buffers;
using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>Reads one event in the JSON event format of CloudEvents 1.0.2 and holds it to the specification.</summary>
internal static partial class CloudEventReader
{
    private const string Version = "1.0";
    private static readonly string[] Required = ["specversion", "id", "source", "type"];
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The event, or null and what is wrong with it.</summary>
    /// <param name="json">A JSON object that the log can keep.</param>
    /// <param name="fault">Names the attribute at fault, or null.</param>
    public static CloudEvent? Read(JsonElement json, out MessageFault? fault)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonElement data = default;
        string? base64 = null;
        fault = null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            // A null is the same as an attribute that is left out.
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (member.Name)
            {
                case "data":
                    data = member.Value;
                    break;
                case "data_base64":
                    base64 = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : "";
                    fault ??= base64 is { Length: > 0 } && Base64.IsValid(base64) ? null : Bad("data_base64", "must be text in base64");
                    break;
                default:
                    fault ??= Attribute(member, attributes);
                    break;
            }
        }

        fault ??= base64 is not null && data.ValueKind != JsonValueKind.Undefined ? Bad("data_base64", "must not stand beside data") : null;
        long? time = null;
        fault ??= Missing(attributes) ?? Values(attributes) ?? Time(attributes, out time);
        return fault is null ? new CloudEvent(attributes, time, IsJson(attributes) ? data : default) : null;
    }

    /// <summary>Whether data of this content type are JSON; they are where none is given.</summary>
    public static bool IsJson(string? contentType)
    {
        string? type = contentType?.Split(';')[0].Trim();
        return type is null || type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    public static MessageFault Bad(string attribute, string what) => new(RefusalReason.BadAttribute, attribute, $"{attribute} {what}.");

    private static bool IsJson(Dictionary<string, string> attributes) => IsJson(attributes.GetValueOrDefault("datacontenttype"));

    private static MessageFault? Attribute(JsonProperty member, Dictionary<string, string> attributes)
    {
        string name = member.Name;
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            return Bad(name, "is no name of an attribute: lower-case letters a to z and digits only");
        }

        string? text = member.Value.ValueKind switch
        {
            JsonValueKind.String => member.Value.GetString(),
            JsonValueKind.Number when !IsText(name) => member.Value.GetRawText(),
            JsonValueKind.True when !IsText(name) => "true",
            JsonValueKind.False when !IsText(name) => "false",
            _ => null,
        };
        if (text is null)
        {
            return Bad(name, IsText(name) ? "must be text" : "must be text, a number or a boolean");
        }

        if (text.Length == 0 && IsText(name))
        {
            return Bad(name, "must not be empty");
        }

        attributes[name] = text;
        return text.Any(char.IsControl) ? Bad(name, "must not hold control characters") : null;
    }

    /// <summary>Attributes that the specification itself names: all of them texts that are not empty.</summary>
    private static bool IsText(string name) => name is "specversion" or "id" or "source" or "type" or "subject" or "time" or "datacontenttype" or "dataschema";

    private static MessageFault? Missing(Dictionary<string, string> attributes) =>
        Array.Find(Required, name => !attributes.ContainsKey(name)) is { } missing ? Bad(missing, "is required") : null;

    private static MessageFault? Values(Dictionary<string, string> attributes) =>
        attributes["specversion"] != Version ? Bad("specversion", "must be 1.0")
        : attributes["source"].Any(char.IsWhiteSpace) || !Uri.TryCreate(attributes["source"], UriKind.RelativeOrAbsolute, out _) ? Bad("source", "must be a URI reference")
        : attributes.TryGetValue("dataschema", out string? schema) && !Uri.TryCreate(schema, UriKind.Absolute, out _) ? Bad("dataschema", "must be an absolute URI")
        : attributes.TryGetValue("datacontenttype", out string? type) && !MediaTypeHeaderValue.TryParse(type, out _) ? Bad("datacontenttype", "must be a media type")
        : null;

    private static MessageFault? Time(Dictionary<string, string> attributes, out long? time)
    {
        time = null;
        if (!attributes.TryGetValue("time", out string? text))
        {
            return null;
        }

        // A leap second counts as the one before it.
        time = Rfc3339().IsMatch(text) ? MessageTimes.Of(text.Replace(":60", ":59", StringComparison.Ordinal)) : null;
        return time is null ? Bad("time", "must be a time of RFC 3339 (2026-03-21T08:30:00Z)") : null;
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,30})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rfc3339();
}
