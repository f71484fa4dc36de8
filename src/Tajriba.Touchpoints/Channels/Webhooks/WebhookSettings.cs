using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>What a person says of a webhook.</summary>
/// <param name="Url">Where it is told, as <see cref="WebhookUrl"/> allows it.</param>
/// <param name="Description">What it is for; may be empty.</param>
/// <param name="EventNames">Names of the events told; all where empty.</param>
/// <param name="ObjectTypes">Only events that concern an object of one of these types; all where empty.</param>
/// <param name="SourceId">Only events of this source; of all where null.</param>
public sealed record WebhookSettings(string Url, string Description, IReadOnlyList<string> EventNames, IReadOnlyList<string> ObjectTypes, long? SourceId)
{
    public const int LongestDescription = 200;

    /// <summary>How many names and types may be chosen.</summary>
    public const int MostChoices = 500;

    public bool Cover(LoggedEvent item) =>
        (EventNames.Count == 0 || EventNames.Contains(item.Name, StringComparer.Ordinal))
        && (ObjectTypes.Count == 0 || item.Objects.Any(o => ObjectTypes.Contains(o.Type, StringComparer.Ordinal)))
        && (SourceId is not { } source || item.Source == EventSource.LogNameOf(source));
}
