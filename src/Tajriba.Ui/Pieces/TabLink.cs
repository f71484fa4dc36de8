namespace Tajriba.Ui.Pieces;

/// <summary>One tab: an address of its own.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Current">Whether it is the one at hand.</param>
/// <param name="Count">How much stands behind it, made by <see cref="Show"/>, or null.</param>
public sealed record TabLink(string Title, string Href, bool Current, string? Count = null);
