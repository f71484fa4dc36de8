using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires.Tests;

/// <summary>The same definitions and answers as survey-core plays them: golden/generate.mjs makes the cases.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Kept_cases_come_out_as_in_survey_core()
    {
        var golden = Kept();
        var clock = new FixedClock(DateTimeOffset.Parse((string)golden["now"]!, CultureInfo.InvariantCulture));
        var cases = golden["cases"]!.AsArray();
        var wrong = new SortedDictionary<int, List<string>>();
        for (var i = 0; i < cases.Count; i++)
        {
            if (Play(cases[i]!, clock).ToList() is { Count: > 0 } differences)
            {
                wrong[i] = differences;
            }
        }

        // Cases known to differ, the reasons in docs/surveys-definition.md: the list may only shrink.
        var known = File.ReadLines(Checkout.PathOf("tests", "Tajriba.Questionnaires.Tests", "golden", "known.txt"))
            .Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToHashSet();
        Assert.True(cases.Count >= 300);
        Assert.True(
            wrong.Keys.ToHashSet().SetEquals(known),
            $"{wrong.Count} of {cases.Count} cases differ: {string.Join(' ', wrong.Keys)}\n"
            + string.Join('\n', wrong.SelectMany(pair => pair.Value.Select(line => $"case {pair.Key}: {line}"))));
    }

    [SkippableFact]
    public void Kept_cases_are_what_the_package_makes()
    {
        var clients = Checkout.PathOf("tests", "clients");
        Skip.IfNot(Directory.Exists(Path.Combine(clients, "node_modules", "survey-core")), "npm ci in tests/clients brings survey-core.");
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, Environment = { ["TZ"] = "UTC" } };
        foreach (var argument in new[] { Checkout.PathOf("tests", "Tajriba.Questionnaires.Tests", "golden", "generate.mjs"), "320", "1", clients })
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start)!;
        var fresh = JsonNode.Parse(node.StandardOutput.ReadToEnd())!;
        node.WaitForExit();
        Assert.True(JsonNode.DeepEquals(Kept(), fresh), "golden/cases.json.gz is to be made anew");
    }

    private static JsonNode Kept()
    {
        using var file = File.OpenRead(Checkout.PathOf("tests", "Tajriba.Questionnaires.Tests", "golden", "cases.json.gz"));
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        return JsonNode.Parse(unpacked)!;
    }

    private static IEnumerable<string> Play(JsonNode golden, TimeProvider clock)
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
        if (!JsonNode.DeepEquals(state["data"], run.Answers))
        {
            yield return $"data {run.Answers.ToJsonString(Plain)} for {state["data"]!.ToJsonString(Plain)}";
        }

        var completed = (string)state["state"]! == "completed";
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

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
