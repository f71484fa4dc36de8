using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Experience.Feedback.Promises.Macros;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>Ready answers and causes as their forms send them.</summary>
internal static partial class SettingForms
{
    private const int LongestTitle = 200, LongestText = 5_000;

    /// <summary>A ready answer, and what is wrong with it: <c>key</c>, <c>title</c>, <c>text</c> or <c>placeholder</c>.</summary>
    public static (Macro Macro, string? Fault) Macro(IFormCollection form)
    {
        var texts = ReaderPreferences.Languages.Select(l => (Language: l, Text: form["text-" + l].ToString().ReplaceLineEndings("\n").Trim())).Where(t => t.Text.Length > 0).ToDictionary(t => t.Language, t => t.Text);
        var macro = new Macro(form["key"].ToString().Trim(), Title(form), texts);
        return (macro,
            !Key().IsMatch(macro.Key) ? "key"
            : !IsTitle(macro.Title) ? "title"
            : texts.Count == 0 || texts.Values.Any(t => t.Length > LongestText) ? "text"
            : texts.Values.Any(t => ReadyAnswers.UnknownIn(t) is not null) ? "placeholder"
            : null);
    }

    /// <summary>A cause, and what is wrong with it: <c>key</c>, <c>title</c> or <c>parent</c>. The tree has two levels.</summary>
    public static (Cause Cause, string? Fault) Cause(IFormCollection form, IReadOnlyList<Cause> all)
    {
        string? parent = form["parent"].ToString() is { Length: > 0 } named ? named : null;
        var cause = new Cause(form["key"].ToString().Trim(), Title(form), parent, form["closed"] == "true");
        return (cause,
            !Key().IsMatch(cause.Key) ? "key"
            : !IsTitle(cause.Title) ? "title"
            : parent is not null && (parent == cause.Key || all.All(c => c.Key != parent) || all.Any(c => c.Key == parent && c.Parent is not null) || all.Any(c => c.Parent == cause.Key)) ? "parent"
            : null);
    }

    /// <summary>A name in the languages of the house.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="field">Its fields are called so, with a hyphen and the language.</param>
    public static LocalName Title(IFormCollection form, string field = "title")
    {
        string? Of(string language) => form[$"{field}-{language}"].ToString().Trim() is { Length: > 0 } typed ? typed : null;
        return new(Of("en") ?? Of("fa") ?? Of("ar") ?? "", Of("fa"), Of("ar"));
    }

    /// <summary>Whether a text can be a key.</summary>
    public static bool IsKey(string text) => Key().IsMatch(text);

    /// <summary>Whether a name can stand on a page.</summary>
    public static bool IsTitle(LocalName title) => title.En.Length is > 0 and <= LongestTitle && title.Fa?.Length is null or <= LongestTitle && title.Ar?.Length is null or <= LongestTitle;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,49}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();
}
