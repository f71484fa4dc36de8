namespace Tajriba.TextAnalysis;

/// <summary>A word or topic that stands in more texts than before.</summary>
/// <param name="Term">The word or topic.</param>
/// <param name="Now">How many texts of the new window have it.</param>
/// <param name="Before">How many texts of the window before had it.</param>
/// <param name="Probability">How probable as many or more would be if its share had not changed.</param>
public sealed record EmergingTerm(string Term, int Now, int Before, double Probability);
