namespace Tajriba.Experience.Feedback.Themes.Look;

/// <summary>The texts of the page of themes.</summary>
public sealed class ThemeTexts;
