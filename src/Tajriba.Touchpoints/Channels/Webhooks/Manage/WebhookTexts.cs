namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>Names the texts of the pages of webhooks.</summary>
public sealed class WebhookTexts;
