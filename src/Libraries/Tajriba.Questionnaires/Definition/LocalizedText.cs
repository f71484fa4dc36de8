using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>A text in several languages: a JSON string, or an object of locales with <c>default</c> for the first one written.</summary>
public sealed class LocalizedText
{
    internal const string DefaultKey = "default";

    private readonly Dictionary<string, string> byLocale;

    internal LocalizedText(string text) => byLocale = new(StringComparer.OrdinalIgnoreCase) { [DefaultKey] = text };

    internal LocalizedText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        byLocale = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (locale, text) in texts)
        {
            byLocale[locale] = text;
        }
    }

    /// <summary>Locales that have a text, <c>default</c> among them.</summary>
    public IReadOnlyCollection<string> Locales => byLocale.Keys;

    /// <summary>The text for a reader: in the locale, in its language without region, by default, or in English.</summary>
    /// <param name="locale">A BCP 47 tag such as <c>fa</c>; empty for the default.</param>
    /// <returns>The text, or an empty string.</returns>
    public string For(string? locale)
    {
        if (byLocale.Count == 1 && byLocale.TryGetValue(DefaultKey, out var only))
        {
            return only;
        }

        return Own(locale)
            ?? (locale is { } tag && tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var cut ? Own(tag[..cut]) : null)
            ?? Own(DefaultKey)
            ?? Own("en")
            ?? "";
    }

    /// <summary>Whether there is a text of its own for the locale, without falling back.</summary>
    /// <param name="locale">A BCP 47 tag, or <c>default</c>.</param>
    public bool Has(string locale) => Own(locale) is not null;

    /// <inheritdoc/>
    public override string ToString() => For(null);

    internal int Longest => byLocale.Values.Select(text => text.Length).DefaultIfEmpty(0).Max();

    internal static LocalizedText? From(JsonNode? node) => node switch
    {
        null => null,
        JsonObject json => new LocalizedText(json
            .Where(pair => pair.Value is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.GetValue<string>()))),
        JsonValue value => new LocalizedText(value.ToString()),
        _ => null,
    };

    private string? Own(string? locale)
        => !string.IsNullOrEmpty(locale) && byLocale.TryGetValue(locale, out var text) && text.Length > 0 ? text : null;
}
