using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Promises.Macros;

/// <summary>A ready answer.</summary>
/// <param name="Key">Its short name: a-z, 0-9 and hyphens.</param>
/// <param name="Title">What it is for.</param>
/// <param name="Text">The answer by language; <c>{…}</c> are filled in.</param>
public sealed record Macro(string Key, LocalName Title, IReadOnlyDictionary<string, string> Text)
{
    /// <summary>What can be filled in.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["customer", "case", "link", "handler", "unit", "due"];

    /// <summary>The text in a language, or in the first that it is written in.</summary>
    public string In(string language) => Text.TryGetValue(language, out string? text) ? text : ReaderPreferences.Languages.Where(Text.ContainsKey).Select(l => Text[l]).FirstOrDefault() ?? "";
}
