using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>One category of a component.</summary>
/// <param name="Key">Unique within the frame.</param>
/// <param name="Weight">How much it counts; in our own frame the study's code frequency.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Practices">At least one.</param>
public sealed record FrameCategory(string Key, double Weight, LocalName Name, IReadOnlyList<Practice> Practices);
