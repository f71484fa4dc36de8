using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Puts what was posted into a run: only what was shown, only what may be chosen, numbers and dates in any digits.</summary>
internal sealed class FormReader(IFormCollection form, Read read, Func<string, string> words)
{
    private const int MostQuestions = 2_000;
    private const int LongestText = 20_000;

    private readonly List<PageFault> faults = [];
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);

    /// <summary>What was typed and cannot be read.</summary>
    public IReadOnlyList<PageFault> Faults => faults;

    /// <summary>That, as it was typed, by field.</summary>
    public IReadOnlyDictionary<string, string> Typed => typed;

    /// <summary>Keys of the questions that stood on the page when it was posted.</summary>
    public IReadOnlySet<string> Shown { get; } =
        form[Fields.Shown].ToString().Split('\n', MostQuestions).Select(k => k.Trim('\r')).Where(k => k.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>Answers the questions of a page, in their order, so that conditions see what stands before them.</summary>
    public void Apply(PageView page)
    {
        foreach (var view in page.Elements)
        {
            Apply(view);
        }
    }

    private void Apply(ElementView view)
    {
        if (!view.Visible)
        {
            return;
        }

        if (view.Element is Question question && view.Enabled && Shown.Contains(view.Key))
        {
            Take(view, question);
        }

        foreach (var inner in view.Elements.Concat(view.Groups.SelectMany(g => g.Elements)).ToList())
        {
            Apply(inner);
        }
    }

    private void Take(ElementView view, Question question)
    {
        switch (question)
        {
            case BooleanQuestion boolean:
                view.Answer(One(view.Key) switch { "true" => boolean.ValueTrue, "false" => boolean.ValueFalse, _ => null });
                break;
            case RatingQuestion:
                view.Answer(Match(view.Choices, One(view.Key))?.Value.DeepClone());
                break;
            case ChoiceQuestion { Kind: ElementKind.Ranking }:
                TakeRanking(view);
                break;
            case ChoiceQuestion choice:
                view.Answer(choice.IsMultiple ? Several(view.Choices, form[Fields.Answer(view.Key)]) : Match(view.Choices, One(view.Key))?.Value.DeepClone());
                break;
            case MatrixQuestion matrix:
                TakeMatrix(view, matrix);
                break;
            case CommentQuestion:
                view.Answer(Text(One(view.Key)));
                break;
            case TextQuestion text:
                TakeText(view, text);
                break;
            case SliderQuestion { IsRange: true }:
                TakeRange(view);
                break;
            case SliderQuestion:
                view.Answer(Number(view, Fields.Answer(view.Key)));
                break;
        }

        if (form.TryGetValue(Fields.Comment(view.Key), out var comment))
        {
            var text = Plain(comment.ToString());
            var isForOther = question is ChoiceQuestion { ShowOther: true, ShowCommentArea: false };
            view.AnswerComment(isForOther && !form[Fields.Answer(view.Key)].Contains("other") ? "" : text);
        }
    }

    private void TakeRanking(ElementView view)
    {
        var places = new SortedDictionary<int, JsonNode>();
        var isTwice = false;
        foreach (var choice in view.Choices)
        {
            var name = Fields.Part(view.Key, choice.Key);
            var text = Plain(form[name].ToString());
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place <= view.Choices.Count)
            {
                typed[name] = text;
                isTwice |= !places.TryAdd(place, choice.Value.DeepClone());
            }
        }

        if (isTwice)
        {
            faults.Add(new(view.Key, words("Fault-SamePlace")));
            return;
        }

        view.Answer(places.Count == 0 ? null : new JsonArray([.. places.Values]));
    }

    private void TakeMatrix(ElementView view, MatrixQuestion matrix)
    {
        if (view.Rows.Count == 0)
        {
            view.Answer(Cell(Fields.Answer(view.Key)));
            return;
        }

        var answers = new JsonObject();
        foreach (var row in view.Rows)
        {
            if (Cell(Fields.Part(view.Key, row.Key)) is { } cell)
            {
                answers[row.Key] = cell;
            }
        }

        view.Answer(answers.Count == 0 ? null : answers);

        JsonNode? Cell(string name) => matrix.IsMultiple ? Several(view.Choices, form[name]) : Match(view.Choices, form[name].ToString())?.Value.DeepClone();
    }

    private void TakeText(ElementView view, TextQuestion text)
    {
        var name = Fields.Answer(view.Key);
        switch (text.InputType)
        {
            case "number" or "range":
                view.Answer(Number(view, name));
                break;
            case "date" or "datetime-local":
                TakeDate(view, text, name);
                break;
            case "tel":
                view.Answer(Text(AsciiDigits(One(view.Key))));
                break;
            default:
                view.Answer(Text(One(view.Key).ReplaceLineEndings(" ")));
                break;
        }
    }

    /// <summary>A date as one text in either calendar, or in the parts of the Iranian one.</summary>
    private void TakeDate(ElementView view, TextQuestion text, string name)
    {
        var withTime = text.InputType != "date";
        string[] parts = [.. new[] { "y", "m", "d", "t" }.Select(p => Plain(form[Fields.Part(view.Key, p)].ToString()))];
        var whole = Plain(form[name].ToString());
        if (whole.Length == 0 && parts.All(p => p.Length == 0))
        {
            view.Answer(null);
            return;
        }

        foreach (var (part, value) in new[] { "y", "m", "d", "t" }.Zip(parts))
        {
            typed[Fields.Part(view.Key, part)] = value;
        }

        typed[name] = whole;
        var date = whole.Length > 0 ? read.Date(whole.Split('T')[0])
            : read.Count(parts[0]) is { } year && read.Count(parts[1]) is { } month && read.Count(parts[2]) is { } day && year is > 0 and < 10_000 && month is > 0 and < 13 && day is > 0 and < 32
                ? Jalali.ToDate((int)(year < 100 ? year + 1300 : year), (int)month, (int)day)
            : null;
        var time = TimeOnly.MinValue;
        var clock = whole.Length > 0 ? whole.Split('T').ElementAtOrDefault(1) ?? "" : AsciiDigits(parts[3]);
        if (date is null || (withTime && !TimeOnly.TryParse(clock, CultureInfo.InvariantCulture, out time)))
        {
            faults.Add(new(view.Key, words("Fault-NotDate")));
            return;
        }

        view.Answer(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (withTime ? time.ToString("'T'HH:mm", CultureInfo.InvariantCulture) : ""));
    }

    private void TakeRange(ElementView view)
    {
        var (from, to) = (Number(view, Fields.Part(view.Key, "From")), Number(view, Fields.Part(view.Key, "To")));
        view.Answer(from is null || to is null ? null : new JsonArray(from, to));
    }

    private JsonValue? Number(ElementView view, string name)
    {
        var text = Plain(form[name].ToString());
        if (text.Length == 0)
        {
            return null;
        }

        if (read.Number(text) is { } number)
        {
            return JsonValue.Create(number);
        }

        typed[name] = text;
        faults.Add(new(view.Key, words("Fault-NotNumber")));
        return null;
    }

    private static JsonArray? Several(IReadOnlyList<ChoiceView> choices, IEnumerable<string?> posted)
    {
        var keys = posted.ToHashSet(StringComparer.Ordinal);
        JsonNode[] chosen = [.. choices.Where(c => c.Enabled && keys.Contains(c.Key)).Select(c => c.Value.DeepClone())];
        return chosen.Length == 0 ? null : new JsonArray(chosen);
    }

    private static ChoiceView? Match(IReadOnlyList<ChoiceView> choices, string key)
        => key.Length == 0 ? null : choices.FirstOrDefault(c => c.Enabled && c.Key == key);

    private string One(string key) => form[Fields.Answer(key)].FirstOrDefault() ?? "";

    private static JsonValue? Text(string text) => Plain(text) is { Length: > 0 } plain ? JsonValue.Create(plain) : null;

    /// <summary>Without what no store takes, lines ended one way.</summary>
    private static string Plain(string text)
    {
        var plain = text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
        return plain.Length > LongestText ? plain[..LongestText] : plain;
    }

    private static string AsciiDigits(string text) => string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
}
