using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>A ring of the picture.</summary>
/// <param name="Key">Its key within the frame.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Role">What it does for the others.</param>
public sealed record FrameLayer(string Key, LocalName Name, LocalName? Role = null);
