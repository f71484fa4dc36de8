namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>A webhook's settings as callers of the API write them.</summary>
/// <param name="Url">Where it is told.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Events">Names of the events told; all where none is named.</param>
/// <param name="ObjectTypes">Types of objects, one of which an event must concern; any where none is named.</param>
/// <param name="Source">Number of the source whose events are told; all sources where null.</param>
internal sealed record WebhookBody(string? Url = null, string? Description = null, IReadOnlyList<string>? Events = null, IReadOnlyList<string>? ObjectTypes = null, long? Source = null)
{
    public WebhookSettings ToSettings() => new(Url?.Trim() ?? "", Description?.Trim() ?? "", Distinct(Events), Distinct(ObjectTypes), Source);

    private static string[] Distinct(IReadOnlyList<string>? names) => [.. (names ?? []).Select(name => name ?? "").Distinct(StringComparer.Ordinal)];
}
