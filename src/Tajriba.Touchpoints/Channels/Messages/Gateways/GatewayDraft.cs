namespace Tajriba.Touchpoints.Channels.Messages.Gateways;

/// <summary>A gateway as a person wants it; its settings have been judged.</summary>
/// <param name="Name">1-200 characters.</param>
/// <param name="Channel">One of <see cref="MessageChannels.All"/>.</param>
/// <param name="Kind">How it sends.</param>
/// <param name="Settings">JSON, by kind.</param>
/// <param name="Secret">Not sealed; null keeps what there is.</param>
public sealed record GatewayDraft(string Name, string Channel, GatewayKind Kind, string Settings, string? Secret);
