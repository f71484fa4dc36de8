using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>What an assessment asks about: layers, components in them, categories in these, and practices that can be seen.</summary>
/// <param name="Key">1-50 letters a-z, digits and hyphens.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Layers">Outermost first.</param>
/// <param name="Components">Each in one of the layers.</param>
public sealed record Frame(string Key, LocalName Name, string? Source, IReadOnlyList<FrameLayer> Layers, IReadOnlyList<FrameComponent> Components)
{
    /// <summary>Levels that a practice can be on: 1 to this.</summary>
    public const int Levels = 5;

    /// <summary>All categories, component by component.</summary>
    public IEnumerable<FrameCategory> Categories => Components.SelectMany(c => c.Categories);

    /// <summary>All practices, category by category.</summary>
    public IEnumerable<Practice> Practices => Categories.SelectMany(c => c.Practices);

    /// <summary>A component by its key, or null.</summary>
    public FrameComponent? Component(string? key) => Components.FirstOrDefault(c => c.Key == key);

    /// <summary>The components of a layer.</summary>
    public IEnumerable<FrameComponent> In(FrameLayer layer) => Components.Where(c => c.Layer == layer.Key);
}
