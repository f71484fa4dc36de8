using System.Text;
using System.Text.RegularExpressions;

namespace Tajriba.Experience.Surveys;

/// <summary>What a survey may be called in events and addresses: <c>after-service</c>.</summary>
public static partial class SurveyKey
{
    public const int MaxLength = 60;

    /// <summary>Words that stand in the same place of an address.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "new", "programmes", "import", "restore", "templates" };

    public static bool IsOne(string? text) => text is { Length: > 0 and <= MaxLength } && Form().IsMatch(text) && !Taken.Contains(text);

    /// <summary>A key from a title, as far as it has Latin letters and digits; else <paramref name="otherwise"/>.</summary>
    public static string From(string title, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(title);
        var key = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        var text = key.ToString(0, Math.Min(key.Length, MaxLength - 4)).Trim('-');
        return IsOne(text) ? text : otherwise;
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$", RegexOptions.None, 100)]
    private static partial Regex Form();
}
