using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tajriba.Architecture.Tests;

/// <summary>Three languages from the first page: every text stands in all three, with the same placeholders.</summary>
public sealed partial class ResourceTests
{
    /// <summary>The product's name, names of keys and of file formats.</summary>
    private static readonly HashSet<string> SameInEveryLanguage = ["Tajriba", "Ctrl K", "CSV", "XES", "SVG", "PNG"];

    [Fact]
    public void Every_resource_file_has_its_Persian_and_Arabic_twin_with_the_same_keys_and_placeholders()
    {
        var wrong = new List<string>();
        foreach (var path in Repository.Sources(".resx").Where(path => !IsTranslation(path)))
        {
            var neutral = Texts(path);
            foreach (var language in (string[])["fa", "ar"])
            {
                var twin = path[..^".resx".Length] + $".{language}.resx";
                if (!File.Exists(Path.Combine(Repository.Root, twin)))
                {
                    wrong.Add($"{twin} is missing");
                    continue;
                }

                var translated = Texts(twin);
                wrong.AddRange(neutral.Keys.Except(translated.Keys).Select(key => $"{twin}: {key} is missing"));
                wrong.AddRange(translated.Keys.Except(neutral.Keys).Select(key => $"{twin}: {key} is not in English"));
                wrong.AddRange(neutral.Keys.Intersect(translated.Keys)
                    .Where(key => !Placeholders(neutral[key]).SetEquals(Placeholders(translated[key])))
                    .Select(key => $"{twin}: {key} has other placeholders"));
                wrong.AddRange(translated.Where(pair => string.IsNullOrWhiteSpace(pair.Value) && !string.IsNullOrWhiteSpace(neutral.GetValueOrDefault(pair.Key)))
                    .Select(pair => $"{twin}: {pair.Key} is empty"));
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Persian_uses_Persian_letters_and_no_text_mixes_the_keyboards()
    {
        var wrong = Repository.Sources(".resx")
            .Where(path => path.EndsWith(".fa.resx", StringComparison.Ordinal))
            .SelectMany(path => Texts(path)
                .Where(pair => pair.Value.Contains('\u064A') || pair.Value.Contains('\u0643'))
                .Select(pair => $"{path}: {pair.Key} has an Arabic yeh or kaf"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_visible_text_stands_in_markup()
    {
        var wrong = Repository.Sources(".razor")
            .SelectMany(path => VisibleText(Repository.Read(path)).Select(text => $"{path}: {text}"));
        Assert.Empty(wrong);
    }

    private static bool IsTranslation(string path) => path.EndsWith(".fa.resx", StringComparison.Ordinal) || path.EndsWith(".ar.resx", StringComparison.Ordinal);

    private static Dictionary<string, string> Texts(string path)
        => XDocument.Parse(Repository.Read(path)).Descendants("data")
            .ToDictionary(item => item.Attribute("name")!.Value, item => item.Element("value")?.Value ?? "", StringComparer.Ordinal);

    private static HashSet<string> Placeholders(string text)
        => Placeholder().Matches(text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> VisibleText(string razor)
    {
        var markup = CodeBlock().Replace(Comment().Replace(razor, ""), "");
        foreach (Match match in TextBetweenTags().Matches(markup))
        {
            var text = Expression().Replace(match.Groups[1].Value, "").Trim();
            if (Word().IsMatch(text) && !SameInEveryLanguage.Contains(text) && !text.Contains('@') && !text.Contains('{') && !text.Contains(';') && !text.Contains("=>", StringComparison.Ordinal))
            {
                yield return text;
            }
        }
    }

    [GeneratedRegex(@"\{(\d+)[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@code\s*\{.*\z", RegexOptions.Singleline, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>([^<>@{}]+)</", RegexOptions.None, 1000)]
    private static partial Regex TextBetweenTags();

    [GeneratedRegex(@"@[\w.\[\]""()]+", RegexOptions.None, 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
