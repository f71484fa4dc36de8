namespace Tajriba.Experience.Feedback.Themes;

/// <summary>What the product found in what customers said, without examples.</summary>
/// <param name="At">When it last looked.</param>
/// <param name="Languages">The themes of each language.</param>
/// <param name="Week">First day of the week that was last tested for what emerges; null before the first.</param>
/// <param name="Emerging">What emerged in that week, the least probable by chance first.</param>
public sealed record ThemeReport(DateTimeOffset At, IReadOnlyList<LanguageThemes> Languages, DateOnly? Week, IReadOnlyList<EmergingTheme> Emerging)
{
    /// <summary>Name under which it is kept.</summary>
    public const string Name = "feedback.themes";

    /// <summary>Days that are looked at.</summary>
    public const int Days = 91;

    /// <summary>The most that the chance of any false alarm in one week may be.</summary>
    public const double FalseAlarms = 0.05;

    /// <summary>Before the first look.</summary>
    public static ThemeReport None { get; } = new(DateTimeOffset.MinValue, [], null, []);
}
