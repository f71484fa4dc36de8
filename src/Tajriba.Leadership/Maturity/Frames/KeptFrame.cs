namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>A frame or a mapping as it stands.</summary>
/// <param name="Version">0 for what ships with the product.</param>
/// <param name="Frame">The frame; null for a mapping.</param>
/// <param name="Mapping">The mapping; null for a frame.</param>
public sealed record KeptFrame(int Version, Frame? Frame, FrameMapping? Mapping);
