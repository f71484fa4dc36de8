namespace Tajriba.Ui.Drawings;

/// <summary>A passage from one step to another.</summary>
/// <param name="From">Id of the step left.</param>
/// <param name="To">Id of the step reached.</param>
/// <param name="Label">What stands on it, made by <see cref="Show"/>.</param>
/// <param name="Count">How often it was taken.</param>
/// <param name="Weight">Its width, relative to the widest; not negative.</param>
/// <param name="Href">Where a click on it leads.</param>
public sealed record MapEdge(string From, string To, string Label, double Count, double Weight, string? Href = null)
{
    public Tone Tone { get; init; } = Tone.Accent;

    public bool Selected { get; init; }
}
