namespace Tajriba.Experience.Feedback.Themes;

/// <summary>A theme or topic that more customers speak of than before, by a test whose rate of false alarms is stated.</summary>
/// <param name="Language">Of a theme its language; null for a topic.</param>
/// <param name="Theme">Number of the theme; null for a topic.</param>
/// <param name="Name">Words of the theme, or the key of the topic.</param>
/// <param name="Now">How many texts of the week have it.</param>
/// <param name="Before">How many of the four weeks before had it.</param>
/// <param name="Probability">How probable as many or more would be if its share had not changed.</param>
public sealed record EmergingTheme(string? Language, int? Theme, string Name, int Now, int Before, double Probability);
