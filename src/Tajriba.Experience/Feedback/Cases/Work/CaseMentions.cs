using System.Text.RegularExpressions;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>Colleagues whom a note names: <c>@</c> and the name under which they sign in.</summary>
internal static partial class CaseMentions
{
    private const string Ends = ".-_+@";

    /// <summary>The names after <c>@</c>, as they may be meant: with and without the signs at their end, which may be the sentence's.</summary>
    public static IReadOnlyList<string> NamesIn(string text) => [.. Marked().Matches(text).SelectMany(m => Meanings(m.Groups[1].Value)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A note in parts; those that name one of these people are marked.</summary>
    public static IReadOnlyList<(string Text, bool IsMention)> PartsOf(string text, IReadOnlyCollection<string> userNames)
    {
        var parts = new List<(string, bool)>();
        int reached = 0;
        foreach (Match match in Marked().Matches(text))
        {
            if (Meanings(match.Groups[1].Value).FirstOrDefault(n => userNames.Contains(n, StringComparer.OrdinalIgnoreCase)) is { } name)
            {
                parts.Add((text[reached..match.Index], false));
                parts.Add((text.Substring(match.Index, name.Length + 1), true));
                reached = match.Index + name.Length + 1;
            }
        }

        parts.Add((text[reached..], false));
        return [.. parts.Where(p => p.Item1.Length > 0)];
    }

    private static IEnumerable<string> Meanings(string name)
    {
        for (string rest = name; rest.Length > 0; rest = rest[..^1])
        {
            yield return rest;
            if (!Ends.Contains(rest[^1]))
            {
                yield break;
            }
        }
    }

    // An address in a sentence (sara@example.com) names nobody.
    [GeneratedRegex(@"(?<![\p{L}\p{N}@._+-])@([A-Za-z0-9@._+-]{1,100})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marked();
}
