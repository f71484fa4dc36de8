using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>What settings must be before they are kept.</summary>
public sealed class WebhookRules(WebhookUrl urls, SourceStore sources)
{
    private const int LongestName = 200;

    public async Task<WebhookFault> FaultAsync(WebhookSettings settings, CancellationToken cancellationToken = default)
    {
        WebhookFault fault = urls.Fault(settings.Url);
        return fault != WebhookFault.None ? fault
            : settings.Description.Length > WebhookSettings.LongestDescription ? WebhookFault.Description
            : !Fit(settings.EventNames) || !Fit(settings.ObjectTypes) ? WebhookFault.Choices
            : settings.SourceId is { } source && await sources.FindAsync(source, cancellationToken) is null ? WebhookFault.Source
            : WebhookFault.None;
    }

    private static bool Fit(IReadOnlyList<string> names) => names.Count <= WebhookSettings.MostChoices && names.All(name => name.Length is > 0 and <= LongestName);
}
