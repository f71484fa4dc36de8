namespace Tajriba.Ui;

/// <summary>Something that can be gone to from the command palette.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Href">Local address.</param>
/// <param name="Icon">Name of a Tabler icon.</param>
/// <param name="Kind">What it is, in the reader's language: "Customer", "Journey".</param>
/// <param name="Detail">What tells it from its like, or null.</param>
public sealed record Command(string Title, string Href, string Icon, string Kind, string? Detail = null);
