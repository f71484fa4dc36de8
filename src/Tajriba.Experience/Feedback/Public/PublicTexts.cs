namespace Tajriba.Experience.Feedback.Public;

/// <summary>Texts of the pages that customers see.</summary>
public sealed class PublicTexts;
