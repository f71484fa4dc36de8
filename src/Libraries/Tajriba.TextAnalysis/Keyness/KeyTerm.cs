namespace Tajriba.TextAnalysis;

/// <summary>A word that sets one group of texts apart from the others.</summary>
/// <param name="Term">The folded word.</param>
/// <param name="Count">How often it stands in the group.</param>
/// <param name="Others">How often it stands elsewhere.</param>
/// <param name="LogOdds">The logarithm of the ratio of its odds, shrunk by the prior.</param>
/// <param name="Z">That over its standard error; above 1.96 it is more frequent in the group at the level of 5%, taken alone.</param>
public sealed record KeyTerm(string Term, long Count, long Others, double LogOdds, double Z);
