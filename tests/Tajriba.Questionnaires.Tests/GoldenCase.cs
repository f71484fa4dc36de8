using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires.Tests;

/// <summary>One definition with steps, played and compared with what survey-core made of it.</summary>
internal static class GoldenCase
{
    /// <summary>The differences after the first step that has some; none where all is the same.</summary>
    public static IEnumerable<string> Play(JsonNode golden, TimeProvider clock)
    {
        if (!Questionnaire.TryParse(golden["json"]!.ToJsonString(), out var questionnaire, out var faults))
        {
            return [$"refused: {string.Join(' ', faults)}"];
        }

        var run = new QuestionnaireRun(questionnaire, new RunOptions
        {
            Locale = (string)golden["locale"]!,
            Variables = golden["variables"]!.AsObject(),
            Clock = clock,
        });
        var states = golden["states"]!.AsArray();
        _ = run.Pages.SelectMany(run.Check).ToList(); // survey-core was looked at twice before the first step
        for (var step = 0; step < states.Count; step++)
        {
            if (step > 0)
            {
                Do(run, golden["steps"]![step - 1]!.AsArray());
            }

            var differences = Differences(run, states[step]!).ToList();
            if (differences.Count > 0)
            {
                return differences.Select(line => $"after {(step == 0 ? "start" : golden["steps"]![step - 1]!.ToJsonString())}: {line}");
            }
        }

        return [];
    }

    private static void Do(QuestionnaireRun run, JsonArray step)
    {
        switch ((string)step[0]!)
        {
            case "set":
                run.Set((string)step[1]!, step[2]);
                break;
            case "comment":
                run.Set((string)step[1]! + "-Comment", step[2]);
                break;
            case "answer":
                run.Find((string)step[1]!)?.Answer(step[2]);
                break;
            case "add":
                run.Find((string)step[1]!)?.AddGroup();
                break;
            case "remove":
                run.Find((string)step[1]!)?.RemoveGroup((int)step[2]!);
                break;
            case "look":
                break;
            case "next":
                if (run.CurrentPage is not null && run.PageIndex < run.Pages.Count - 1)
                {
                    run.Next();
                }

                break;
            default:
                run.Close();
                break;
        }
    }

    private static IEnumerable<string> Differences(QuestionnaireRun run, JsonNode state)
    {
        // in the order in which survey-core was looked at: checking an answer may drop it
        var completed = (string)state["state"]! == "completed";
        if (!completed)
        {
            foreach (var (key, expected) in state["elements"]!.AsObject())
            {
                var actual = run.Find(key) is { } view ? Describe(view, expected!.AsArray()) : null;
                if (!JsonNode.DeepEquals(expected, actual))
                {
                    yield return $"{key} ({run.Find(key)?.Element.Kind}) {actual?.ToJsonString(Plain)} for {expected!.ToJsonString(Plain)}";
                }
            }

            var found = run.Pages.SelectMany(run.Check).GroupBy(fault => fault.Key)
                .ToDictionary(group => group.Key, group => group.Select(fault => Kind(fault.Code)).Order(StringComparer.Ordinal).ToList());
            foreach (var (key, kinds) in state["errors"]!.AsObject())
            {
                if (key.StartsWith("panel ", StringComparison.Ordinal))
                {
                    continue;
                }

                var expected = kinds!.AsArray().Select(kind => (string)kind!).Order(StringComparer.Ordinal).ToList();
                if (!found.Remove(key, out var actual) || !expected.SequenceEqual(actual.Where(kind => kind != "requireoneanswer")))
                {
                    yield return $"errors of {key} ({run.Find(key)?.Element.Kind}): {string.Join(' ', actual ?? [])} for {string.Join(' ', expected)}";
                }
            }

            foreach (var (key, kinds) in found.Where(pair => !pair.Value.TrueForAll(kind => kind == "requireoneanswer")))
            {
                yield return $"errors of {key} ({run.Find(key)?.Element.Kind}): {string.Join(' ', kinds)} for none";
            }
        }

        if (!JsonNode.DeepEquals(state["data"], run.Answers))
        {
            yield return $"data {run.Answers.ToJsonString(Plain)} for {state["data"]!.ToJsonString(Plain)}";
        }

        if (completed != run.Completed)
        {
            yield return $"completed {run.Completed}";
        }

        foreach (var (name, value) in state["calculated"]!.AsObject())
        {
            if (!JsonNode.DeepEquals(value, run.Calculated(name)))
            {
                yield return $"calculated {name} {run.Calculated(name)?.ToJsonString()} for {value?.ToJsonString()}";
            }
        }

        if (completed)
        {
            yield break;
        }

        if ((string?)state["page"] != run.CurrentPage?.Name)
        {
            yield return $"page {run.CurrentPage?.Name} for {state["page"]}";
        }

        var pages = new JsonArray([.. run.Pages.Select(page => new JsonArray(page.Name, page.Title.Length > 0 ? page.Title : ""))]);
        if (!JsonNode.DeepEquals(state["pages"], pages))
        {
            yield return $"pages {pages.ToJsonString(Plain)} for {state["pages"]!.ToJsonString(Plain)}";
        }

        if ((string)state["title"]! != run.Title)
        {
            yield return $"title {run.Title} for {state["title"]}";
        }
    }

    private static JsonArray Describe(ElementView view, JsonArray like)
    {
        var described = new JsonArray(view.Visible, view.Required, view.Enabled);
        if (like.Count > 3)
        {
            described.Add(like[3] is null ? null : view.Title);
        }

        if (like.Count > 4)
        {
            described.Add(new JsonArray([.. view.Choices.Select(choice => new JsonArray(choice.Value.DeepClone(), choice.Enabled))]));
        }

        return described;
    }

    private static string Kind(AnswerFaultCode code) => code switch
    {
        AnswerFaultCode.Required => "required",
        AnswerFaultCode.OneRequired => "requireoneanswer",
        AnswerFaultCode.RowsRequired => "requiredinallrowserror",
        AnswerFaultCode.RowsUnique => "eachrowuniqueeerror",
        AnswerFaultCode.TooFewEntries => "minrowcounterror",
        AnswerFaultCode.OtherRequired => "otherempty",
        AnswerFaultCode.NotNumber => "requirenumeric",
        AnswerFaultCode.NotUnique => "keyduplicationerror",
        _ => "custom",
    };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
