using System.Net;
using System.Text;

namespace Tajriba.Questionnaires;

public sealed partial class QuestionnaireRun
{
    /// <summary>A text in the reader's language with <c>{name}</c> replaced by what stands for it.</summary>
    /// <param name="text">A text of the definition; null gives an empty string.</param>
    public string Text(LocalizedText? text) => Text(text, scope);

    /// <summary>The author's HTML in the reader's language; what replaces <c>{name}</c> is encoded, so that an answer stays text.</summary>
    /// <param name="text">HTML of the definition; null gives an empty string.</param>
    public string Html(LocalizedText? text) => Text(text, scope, WebUtility.HtmlEncode);

    internal string Text(LocalizedText? text, Scope around, Func<string, string>? encode = null)
    {
        var words = text?.For(Locale.Length > 0 ? Locale : Questionnaire.Locale) ?? "";
        return words.Contains('{', StringComparison.Ordinal) ? Pipe(words, around, encode) : words;
    }

    /// <summary>Finds a name as pages see it: what is built in, variables, questions, then answers that no question asks for.</summary>
    internal Found? Find(NamePath path)
    {
        if (path.Steps.Length == 1 && BuiltIn(path.Steps[0].Name, out var value))
        {
            return new Found(value);
        }

        if (variables.Count > 0 && path.Dig(variables, 0) is { } variable)
        {
            return variable;
        }

        for (var at = path.Reach(0); at >= 0; at--)
        {
            var name = path.Join(0, at);
            if (name.EndsWith("-unwrapped", StringComparison.Ordinal))
            {
                name = name[..^"-unwrapped".Length];
            }

            if (byValueName.TryGetValue(name, out var views))
            {
                return views[0].Look(path, at + 1, path.Steps[at].Index) ?? path.Dig(data, 0);
            }
        }

        return path.Dig(data, 0);
    }

    /// <summary>The element of a name, nearest first.</summary>
    internal ElementView? Named(ElementView? near, string name)
    {
        for (var group = near?.Item; group is not null; group = group.Owner.Item)
        {
            if (group.All.FirstOrDefault(view => view.Element.Name == name) is { } sibling)
            {
                return sibling;
            }
        }

        return questions.FirstOrDefault(view => view.Element.Name == name);
    }

    internal bool IsReady(string name)
    {
        if (AllPages.FirstOrDefault(page => page.Name == name) is { } page)
        {
            return AnswerChecks.Of(page).Count == 0;
        }

        return questions.FirstOrDefault(view => view.Element.Name == name && view.Element is PanelElement or DynamicPanelQuestion) is { } container
            && AnswerChecks.Of(container).Count == 0;
    }

    /// <summary>Choices in the order asked for; chance is the same for one seed and one question.</summary>
    internal List<Choice> Ordered(IReadOnlyList<Choice> choices, ChoicesOrder order, Func<Choice, string>? text = null, string key = "")
    {
        switch (order)
        {
            case ChoicesOrder.Asc:
                return [.. choices.OrderBy(text!, TextOrder.Instance)];
            case ChoicesOrder.Desc:
                return [.. choices.OrderByDescending(text!, TextOrder.Instance)];
            case ChoicesOrder.Random:
                var shuffled = choices.ToArray();
                new Random(key.Aggregate(options.Seed, (hash, letter) => unchecked((hash * 31) + letter))).Shuffle(shuffled);
                return [.. shuffled];
            default:
                return [.. choices];
        }
    }

    private bool BuiltIn(string name, out object? value)
    {
        value = name.ToLowerInvariant() switch
        {
            "pageno" => CurrentPage is null ? 0d : PageIndex + 1d,
            "pagecount" => (double)Pages.Count,
            "locale" => Locale.Length > 0 ? Locale : Questionnaire.Locale.Length > 0 ? Questionnaire.Locale : "en",
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Braces are replaced once: what an answer holds is never taken for a name.</summary>
    private static string Pipe(string words, Scope around, Func<string, string>? encode)
    {
        var piped = new StringBuilder(words.Length);
        var done = 0;
        var open = -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '{')
            {
                open = i;
            }
            else if (words[i] == '}' && open >= 0)
            {
                var name = words[(open + 1)..i];
                if (name.Length > 0 && !name.Contains(':', StringComparison.Ordinal) && name.Trim() is { Length: > 0 } trimmed
                    && piped.Length < DefinitionLimits.PipedLength && Quote(trimmed, around) is { } quoted)
                {
                    quoted = quoted.Length <= DefinitionLimits.PipedLength ? quoted : quoted[..DefinitionLimits.PipedLength];
                    piped.Append(words, done, open - done).Append(encode is null ? quoted : encode(quoted));
                    done = i + 1;
                }

                open = -1;
            }
        }

        return piped.Append(words, done, words.Length - done).ToString();
    }

    private static string? Quote(string name, Scope around)
    {
        if (around.Find(NamePath.Parse(name)) is not { } found)
        {
            return name.EndsWith(".length", StringComparison.Ordinal) ? "0" : null;
        }

        var number = found.Value as double?;
        var asWords = around.Owner?.Element is not Question { DisplayValuesInTexts: false };
        var isPlain = asWords && found.Words is null;
        if (asWords && found.Words is { } words)
        {
            found = new Found(words(found.Value));
        }

        var text = Js.Empty(found.Value) && !isPlain ? "" : Js.Text(found.Value);
        return number is not null && text == Js.Text(number) ? around.Run.options.Numbers(text) : text;
    }
}
