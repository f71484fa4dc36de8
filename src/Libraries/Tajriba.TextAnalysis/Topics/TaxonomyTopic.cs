namespace Tajriba.TextAnalysis;

/// <summary>A topic of a taxonomy.</summary>
/// <param name="Key">Its key, which texts are labelled with; it stays when the names change.</param>
/// <param name="Names">Its names by language code.</param>
/// <param name="Examples">Texts that are about it; five are enough to begin with.</param>
public sealed record TaxonomyTopic(string Key, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Examples);
