using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>One component of a frame.</summary>
/// <param name="Key">Its key within the frame.</param>
/// <param name="Layer">Key of the layer that it is in.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Short">The same in one to three words, for pictures; the name where null.</param>
/// <param name="Categories">At least one.</param>
public sealed record FrameComponent(string Key, string Layer, LocalName Name, LocalName? Short, IReadOnlyList<FrameCategory> Categories)
{
    /// <summary>What it is called where there is little room.</summary>
    public LocalName Label => Short ?? Name;

    /// <summary>Weight of all its categories.</summary>
    public double Weight => Categories.Sum(c => c.Weight);
}
