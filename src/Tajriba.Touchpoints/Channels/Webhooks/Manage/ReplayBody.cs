namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>Which deliveries are sent again.</summary>
/// <param name="Since">Those given up that were written since.</param>
internal sealed record ReplayBody(DateTimeOffset? Since = null);
