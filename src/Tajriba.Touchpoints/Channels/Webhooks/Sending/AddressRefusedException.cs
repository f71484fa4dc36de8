namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>A host has no address that may be reached.</summary>
public sealed class AddressRefusedException() : IOException("The host has no address that may be reached.");
