namespace Tajriba.Browser.Tests;

/// <summary>What a page was found to be by a visitor who had seen nothing of the product before.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Problems">What it owes its reader and does not give; none where all is well.</param>
/// <param name="Bytes">What it and all that it loads weigh on the wire; with nothing cached in the language in which everything is looked at.</param>
/// <param name="IsDrawn">Whether charts or maps of processes stand on it.</param>
internal sealed record PageVisit(string Path, IReadOnlyList<string> Problems, long Bytes, bool IsDrawn);
