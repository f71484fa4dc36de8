namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>A webhook for which something is due.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Secret">The sealed secret.</param>
/// <param name="OldSecret">The sealed secret before it, where it still signs.</param>
public sealed record DueWebhook(long Id, string Url, string Secret, string? OldSecret);
