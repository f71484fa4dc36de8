namespace Tajriba.Ui.Drawings;

/// <summary>A step on a process map.</summary>
/// <param name="Id">Names it in edges.</param>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="Count">How often it happened.</param>
/// <param name="Sublabel">Line under the name, made by <see cref="Show"/>.</param>
/// <param name="Href">Where a click on it leads.</param>
public sealed record MapNode(string Id, string Label, double Count, string? Sublabel = null, string? Href = null)
{
    public MapNodeKind Kind { get; init; }

    public Tone Tone { get; init; } = Tone.Accent;

    public bool Selected { get; init; }
}
