namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>What the product itself knows about a practice.</summary>
/// <param name="Practice">Key of the practice in our own frame.</param>
/// <param name="Level">The level that it speaks for.</param>
/// <param name="Why">The figures behind it, in the reader's language.</param>
/// <param name="Href">Where they can be looked at.</param>
public sealed record LiveEvidence(string Practice, int Level, string Why, string Href);
