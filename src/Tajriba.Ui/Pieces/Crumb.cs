namespace Tajriba.Ui.Pieces;

/// <summary>One step of the way to a page.</summary>
public sealed record Crumb(string Title, string Href);
