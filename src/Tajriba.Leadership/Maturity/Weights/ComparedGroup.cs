using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;

namespace Tajriba.Leadership.Maturity.Weights;

/// <summary>What is compared with each other: the layers of a frame, or the components of a layer.</summary>
/// <param name="Layer">The layer; null for the layers themselves.</param>
/// <param name="Members">Keys and names, at least two, as many as there are random indices for.</param>
public sealed record ComparedGroup(FrameLayer? Layer, IReadOnlyList<(string Key, LocalName Name)> Members)
{
    /// <summary>Key of the group: of its layer, or empty for the layers.</summary>
    public string Key => Layer?.Key ?? "";

    /// <summary>The pairs that are compared, by place.</summary>
    public IEnumerable<(int First, int Second)> Pairs => Enumerable.Range(0, Members.Count).SelectMany(i => Enumerable.Range(i + 1, Members.Count - i - 1).Select(j => (i, j)));

    /// <summary>The groups of a frame: of one member there is nothing to compare.</summary>
    public static IReadOnlyList<ComparedGroup> Of(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        IEnumerable<ComparedGroup> all =
        [
            new(null, [.. frame.Layers.Where(l => frame.In(l).Any()).Select(l => (l.Key, l.Name))]),
            .. frame.Layers.Select(l => new ComparedGroup(l, [.. frame.In(l).Select(c => (c.Key, c.Label))])),
        ];
        return [.. all.Where(g => g.Members.Count > 1)];
    }
}
