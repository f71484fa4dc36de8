using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tajriba.Experience.Feedback.Promises.Macros;

/// <summary>Ready answers as they are set.</summary>
internal sealed partial class ReadyAnswers(FeedbackSettings settings) : IMacros
{
    public IReadOnlyList<Macro> All
        => [.. settings.Of(SettingKind.Macro).Select(v => JsonSerializer.Deserialize<Macro>(v.Body!, FeedbackSettings.Json)!).OrderBy(m => m.Key, StringComparer.Ordinal)];

    /// <summary>The first placeholder of a text that nothing is known for, or null.</summary>
    public static string? UnknownIn(string text)
        => Placeholder().Matches(text).Select(m => m.Groups[1].Value).FirstOrDefault(name => !Macro.Placeholders.Contains(name, StringComparer.Ordinal));

    public Task<string?> FillAsync(string key, string language, IReadOnlyDictionary<string, string?> values, CancellationToken cancellationToken = default)
        => Task.FromResult(All.FirstOrDefault(m => m.Key == key) is { } macro
            ? Placeholder().Replace(macro.In(language), m => values.GetValueOrDefault(m.Groups[1].Value) ?? "")
            : null);

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
