namespace Tajriba.Experience.Feedback.Rules.Handlers;

/// <summary>Which cases somebody gets by themselves. What is not named does not matter.</summary>
/// <param name="Topics">Keys of topics that they know.</param>
/// <param name="Languages">ISO 639 codes of languages that they write.</param>
/// <param name="MostOpen">So many open cases at most, 1 to <see cref="Most"/>.</param>
/// <param name="IsAway">Gets none for now.</param>
public sealed record HandlerProfile(IReadOnlyList<string> Topics, IReadOnlyList<string> Languages, int MostOpen, bool IsAway)
{
    /// <summary>The most open cases that somebody can be given.</summary>
    public const int Most = 1000;

    /// <summary>Whether the matter is one for them.</summary>
    /// <param name="topics">What it is about; with no topic it is for everybody.</param>
    /// <param name="language">The customer's; null where nobody knows.</param>
    public bool Suits(IReadOnlyCollection<string> topics, string? language)
        => !IsAway
            && (Topics.Count == 0 || topics.Count == 0 || Topics.Intersect(topics, StringComparer.Ordinal).Any())
            && (Languages.Count == 0 || language is null || Languages.Contains(language));
}
