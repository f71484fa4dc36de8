using System.Text.Json;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>A valid CloudEvent of version 1.0: its context attributes as text, and its data.</summary>
/// <param name="Attributes">Context attributes by name; those required are there.</param>
/// <param name="Time">When it happened, in microseconds since 1970; null where it does not say.</param>
/// <param name="Data">The data as JSON; undefined where there is none or it is not JSON.</param>
internal sealed record CloudEvent(IReadOnlyDictionary<string, string> Attributes, long? Time, JsonElement Data)
{
    public string Id => Attributes["id"];

    public string Source => Attributes["source"];

    public string Type => Attributes["type"];

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}
