using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Call;

/// <summary>Puts what was pressed on a telephone into a run: a choice by its value or its number in the order read out, yes by 1, no by 2 or 0.</summary>
internal static class KeyAnswers
{
    private const int MostAnswers = 200;
    private const int LongestText = 4_000;

    /// <summary>Answers in the order of the questions, so that conditions see what stands before them; gives what is wrong.</summary>
    public static IReadOnlyList<CallFault> Apply(QuestionnaireRun run, IReadOnlyDictionary<string, JsonElement> pressed)
    {
        if (pressed.Count is 0 or > MostAnswers)
        {
            return [new("answers", "One to 200 answers by the name of their question.")];
        }

        List<CallFault> faults = [];
        var questions = run.AllPages.SelectMany(p => p.Elements).SelectMany(Questions).ToList();
        faults.AddRange(pressed.Keys.Where(name => !questions.Any(q => q.Key == name)).Select(name => new CallFault("answers." + name, "There is no such question.")));
        foreach (var view in questions)
        {
            if (!pressed.TryGetValue(view.Key, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (!view.Visible || !view.Enabled)
            {
                faults.Add(new("answers." + view.Key, "This is not asked after the other answers."));
            }
            else if (Read(view, value) is { } answer)
            {
                // What lies outside its bounds is not kept by the run, as on pages; here it must be told.
                view.Answer(answer);
                faults.AddRange(view.Value is null
                    ? [new("answers." + view.Key, "Outside its bounds.")]
                    : run.Check(run.AllPages.First(p => Holds(p, view))).Where(f => f.Key == view.Key).Select(f => new CallFault("answers." + view.Key, f.Code.ToString())));
            }
            else
            {
                faults.Add(new("answers." + view.Key, Expected(view)));
            }
        }

        return faults;
    }

    private static bool Holds(PageView page, ElementView view) => page.Elements.SelectMany(Questions).Contains(view);

    private static IEnumerable<ElementView> Questions(ElementView view)
        => view.Element switch
        {
            PanelElement => view.Elements.SelectMany(Questions),
            ExpressionQuestion => [],
            Question => [view],
            _ => [],
        };

    private static JsonNode? Read(ElementView view, JsonElement value) => view.Element switch
    {
        BooleanQuestion yes => Keys(value) switch { "1" or "true" or "True" => yes.ValueTrue.DeepClone(), "0" or "2" or "false" or "False" => yes.ValueFalse.DeepClone(), _ => null },
        RatingQuestion => view.Choices.FirstOrDefault(c => c.Enabled && c.Key == Keys(value))?.Value.DeepClone(),
        ChoiceQuestion { IsMultiple: true } => Several(view.Choices, value),
        ChoiceQuestion => Choice(view.Choices, Keys(value))?.Value.DeepClone(),
        MatrixQuestion { IsMultiple: false } => Lines(view, value),
        SliderQuestion { IsRange: false } or TextQuestion { InputType: "number" or "range" }
            => double.TryParse(Keys(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? JsonValue.Create(number) : null,
        TextQuestion or CommentQuestion => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text && !text.Contains('\0', StringComparison.Ordinal) ? JsonValue.Create(text) : null,
        _ => null,
    };

    private static JsonArray? Several(IReadOnlyList<ChoiceView> choices, JsonElement value)
    {
        string[] keys = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(Keys)]
            : Keys(value).Split([',', ' ', '*', '#'], StringSplitOptions.RemoveEmptyEntries);
        var chosen = keys.Select(k => Choice(choices, k)).ToList();
        return chosen.Count == 0 || chosen.Contains(null) ? null : new JsonArray([.. chosen.Distinct().Select(c => c!.Value.DeepClone())]);
    }

    private static JsonObject? Lines(ElementView view, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var lines = new JsonObject();
        foreach (var line in value.EnumerateObject())
        {
            if (!view.Rows.Any(r => r.Key == line.Name) || Choice(view.Choices, Keys(line.Value)) is not { } column)
            {
                return null;
            }

            lines[line.Name] = column.Value.DeepClone();
        }

        return lines.Count == 0 ? null : lines;
    }

    private static ChoiceView? Choice(IReadOnlyList<ChoiceView> choices, string key)
    {
        var offered = choices.Where(c => c.Enabled).ToList();
        return offered.FirstOrDefault(c => c.Key == key)
            ?? (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= offered.Count ? offered[number - 1] : null);
    }

    /// <summary>What was pressed in digits that the definition has, whatever the sender's are.</summary>
    private static string Keys(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return string.Concat(text.Trim().Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
    }

    private static string Expected(ElementView view) => view.Element switch
    {
        BooleanQuestion => "1 for yes, 2 or 0 for no.",
        RatingQuestion or ChoiceQuestion or MatrixQuestion when view.Choices.Count <= 30 => "One of " + string.Join(", ", view.Choices.Select(c => c.Key)) + ".",
        SliderQuestion or TextQuestion { InputType: "number" or "range" } => "A number.",
        TextQuestion or CommentQuestion => "A text.",
        _ => "This kind of question cannot be answered by telephone.",
    };
}
