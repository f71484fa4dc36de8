namespace Tajriba.Touchpoints.Channels.Messages.Gateways;

/// <summary>A way out for one channel.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name among ours.</param>
/// <param name="Channel">One of <see cref="MessageChannels.All"/>.</param>
/// <param name="Kind">How it sends.</param>
/// <param name="Settings">JSON, by kind.</param>
/// <param name="Secret">Sealed, by kind; null where there is none.</param>
/// <param name="IsOn">Whether it is used.</param>
/// <param name="TakesReports">Whether a secret for delivery reports was made.</param>
public sealed record Gateway(long Id, string Name, string Channel, GatewayKind Kind, string Settings, string? Secret, bool IsOn, bool TakesReports);
