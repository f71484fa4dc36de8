namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>How a receiver verifies in one language.</summary>
/// <param name="Code">What addresses call it.</param>
/// <param name="Name">The language's own name.</param>
/// <param name="Text">The program.</param>
internal sealed record ReceiverSample(string Code, string Name, string Text);
