using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Questionnaires.Tests;

/// <summary>What holds for every definition and every answer, sound or not.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Kinds = [.. Enum.GetNames<ElementKind>().Select(name => name.ToLowerInvariant()), "file", "nonsense"];

    private static readonly string[] Pieces =
    [
        "{q1}", "{q2[0].q1}", "{q3.r1.c1}", "{panel.q1}", "{row.c1}", "{segment}", "1", "'a'", "[1,'b']", "true", "null", "=", "<>", ">", "<=", "and", "or", "!", "empty", "notempty",
        "contains", "anyof", "allof", "noneof", "+", "-", "*", "/", "%", "^", "(", ")", ",", "iif(", "sum(", "today(", "age(", "dateAdd(", "sumInArray(", "round(", "trunc(", "displayValue(",
    ];

    private static readonly string[] Members =
    [
        "visibleIf", "enableIf", "requiredIf", "setValueIf", "setValueExpression", "resetValueIf", "defaultValueExpression", "expression", "minValueExpression", "panelCountExpression", "rowCountExpression",
        "choicesVisibleIf", "rowsVisibleIf", "templateVisibleIf",
    ];

    [Fact]
    public void A_definition_either_tells_its_faults_or_runs_and_is_written_back_as_it_was()
    {
        var ran = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_500), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new System.Random(seed);
            var json = Definition(random);
            if (!Questionnaire.TryParse(json.ToJsonString(), out var questionnaire, out var faults))
            {
                return faults.Count > 0;
            }

            ran++;
            var run = new QuestionnaireRun(questionnaire, new RunOptions { Locale = random.Next(2) == 0 ? "fa" : "", Variables = new JsonObject { ["segment"] = Value(random, 1) } });
            for (var step = 0; step < 6; step++)
            {
                run.Set($"q{random.Next(6).ToString(CultureInfo.InvariantCulture)}", Value(random, 3));
                Look(run);
            }

            run.Next();
            run.Complete();
            run.Close();
            SurveyScores.Of(questionnaire, run.Answers);
            Assert.NotNull(PracticeWarnings.Of(questionnaire));
            return run.Completed && JsonNode.DeepEquals(json, questionnaire.ToJson());
        }));
        Assert.True(ran > 100, $"only {ran} definitions were sound");
    }

    [Fact]
    public void Answers_kept_and_given_again_lead_to_the_same_place()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (rating, other) =>
        {
            var questionnaire = Questionnaire.Parse("""
                {"elements":[{"type":"rating","name":"a"},{"type":"comment","name":"why","visibleIf":"{a} < 3","isRequired":true},
                 {"type":"checkbox","name":"b","choices":["x","y"],"showOtherItem":true,"visibleIf":"{a} >= 3"}],
                 "calculatedValues":[{"name":"double","expression":"{a} * 2","includeIntoResult":true}]}
                """);
            var first = new QuestionnaireRun(questionnaire);
            first.Set("a", Math.Abs(rating % 6));
            first.Set("b", new JsonArray(other % 2 == 0 ? "x" : "other"));
            var again = new QuestionnaireRun(questionnaire, new RunOptions { Answers = first.Answers });
            return JsonNode.DeepEquals(first.Answers, again.Answers)
                && first.Check(first.Pages[0]).Select(fault => fault.ToString()).SequenceEqual(again.Check(again.Pages[0]).Select(fault => fault.ToString()))
                && first.Find("why")!.Visible == again.Find("why")!.Visible;
        }));

    [Fact]
    public void An_expression_of_any_text_is_refused_or_evaluated()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<int>(), (text, seed) =>
        {
            var random = new System.Random(seed);
            var expression = random.Next(3) switch
            {
                0 => text ?? "",
                1 => string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(6) == 0 ? text : Pieces[random.Next(Pieces.Length)])),
                _ => $"{{q1}} = '{text}' or {text} {Pieces[random.Next(Pieces.Length)]} {{q2}}",
            };
            var json = new JsonObject
            {
                ["elements"] = new JsonArray(
                    new JsonObject { ["type"] = "text", ["name"] = "q1" },
                    new JsonObject { ["type"] = "expression", ["name"] = "q2", ["expression"] = expression },
                    new JsonObject { ["type"] = "comment", ["name"] = "q3", ["visibleIf"] = expression, ["title"] = $"{{{text}}} {expression}" }),
            };
            if (!Questionnaire.TryParse(json.ToJsonString(), out var questionnaire, out var faults))
            {
                return faults.Count > 0;
            }

            var run = new QuestionnaireRun(questionnaire);
            run.Set("q1", Value(random, 2));
            Look(run);
            return !run.Exhausted;
        }));

    [Fact]
    public void What_is_given_again_as_it_stands_changes_nothing()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new System.Random(seed);
            var run = new QuestionnaireRun(Questionnaire.Parse("""
                {"elements":[{"type":"rating","name":"a"},{"type":"comment","name":"why","visibleIf":"{a} < 3","isRequired":true},
                 {"type":"checkbox","name":"b","choices":["x","y",{"value":"z","visibleIf":"{a} > 2"}],"showOtherItem":true},
                 {"type":"paneldynamic","name":"p","panelCount":1,"templateElements":[{"type":"text","name":"n","inputType":"number","max":9},{"type":"text","name":"m","visibleIf":"{panel.n} > 1"}]}],
                 "calculatedValues":[{"name":"sum","expression":"sumInArray({p}, 'n') + {a}","includeIntoResult":true}]}
                """));
            run.Set("a", random.Next(6));
            run.Set("why", "w" + random.Next(3).ToString(CultureInfo.InvariantCulture));
            run.Set("b", new JsonArray(random.Next(2) == 0 ? "x" : "z", "other"));
            run.Set("p", new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)new JsonObject { ["n"] = random.Next(12), ["m"] = "k" })]));
            var stands = State(run);
            foreach (var (name, value) in run.Answers)
            {
                run.Set(name, value?.DeepClone());
            }

            run.SetVariable("unrelated", random.Next());
            return State(run) == stands && State(run) == stands;
        }));

    private static string State(QuestionnaireRun run)
    {
        var faults = string.Join(' ', run.Pages.SelectMany(run.Check));
        var shown = run.Pages.SelectMany(page => page.Elements).Select(view => $"{view.Key} {view.Visible} {view.Title} {string.Join(',', view.Choices.Select(choice => choice.Key))}");
        return $"{run.Answers.ToJsonString()} {run.Calculated("sum")} {string.Join(';', shown)} {faults}";
    }

    private static void Look(QuestionnaireRun run)
    {
        foreach (var page in run.Pages)
        {
            run.Check(page);
            foreach (var element in page.Elements)
            {
                Look(element);
            }
        }
    }

    private static void Look(ElementView view)
    {
        Assert.NotNull(view.Title + view.Description + view.Comment + view.DisplayText + view.Value?.ToJsonString() + view.Min + view.Max);
        Assert.DoesNotContain(view.Choices.Concat(view.Rows), choice => choice.Text is null);
        foreach (var inner in view.Elements.Concat(view.Groups.SelectMany(group => group.Elements)))
        {
            Look(inner);
        }
    }

    private static JsonObject Definition(System.Random random) => new()
    {
        ["pages"] = new JsonArray([.. Enumerable.Range(0, 2).Select(page => (JsonNode)new JsonObject
        {
            ["elements"] = new JsonArray([.. Enumerable.Range(page * 3, 3).Select(index => Element(random, $"q{index.ToString(CultureInfo.InvariantCulture)}", 2))]),
        })]),
        ["calculatedValues"] = new JsonArray(new JsonObject { ["name"] = "c", ["expression"] = Expression(random) }),
        ["triggers"] = new JsonArray(new JsonObject { ["type"] = "setvalue", ["expression"] = Expression(random), ["setToName"] = "q1", ["setValue"] = Value(random, 2) }),
        ["x-unknown"] = Value(random, 3),
    };

    private static JsonObject Element(System.Random random, string name, int depth)
    {
        var json = new JsonObject { ["type"] = random.Next(8) == 0 ? "nonsense" : Kinds[random.Next(Kinds.Length - 2)], ["name"] = name };
        if (random.Next(3) == 0)
        {
            json[Members[random.Next(Members.Length)]] = Expression(random);
        }

        json["title"] = random.Next(2) == 0 ? "About {q1} and {q2[0].q1}" : new JsonObject { ["default"] = "a", ["fa"] = "ب {q3}" };
        if (random.Next(2) == 0)
        {
            json["defaultValue"] = Value(random, 2);
        }

        json["choices"] = new JsonArray("a", 1, new JsonObject { ["value"] = "b", ["visibleIf"] = random.Next(4) == 0 ? Expression(random) : null });
        json["rows"] = new JsonArray("r1", "r2");
        json["columns"] = (string)json["type"]! == "matrix"
            ? new JsonArray("a", "b")
            : new JsonArray(new JsonObject { ["name"] = "c1", ["cellType"] = random.Next(2) == 0 ? "text" : "checkbox" });
        json["items"] = new JsonArray(new JsonObject { ["name"] = "i1" });
        json["panelCount"] = random.Next(4);
        json["isRequired"] = random.Next(3) == 0;
        if (depth > 0)
        {
            var inner = new JsonArray([.. Enumerable.Range(0, 2).Select(index => Element(random, $"{name}{index.ToString(CultureInfo.InvariantCulture)}", depth - 1))]);
            json[(string)json["type"]! == "paneldynamic" ? "templateElements" : "elements"] = inner;
        }

        return json;
    }

    /// <summary>Mostly sound conditions, sometimes a heap of pieces.</summary>
    private static string Expression(System.Random random) => random.Next(4) switch
    {
        0 => string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)])),
        1 => $"iif({Pieces[random.Next(6)]} > {random.Next(9)}, {Pieces[random.Next(9)]}, today({random.Next(99)}))",
        _ => $"{Pieces[random.Next(9)]} {Pieces[random.Next(11, 16)]} {Pieces[random.Next(9)]} or {Pieces[random.Next(6)]} {Pieces[random.Next(20, 24)]} {Pieces[random.Next(9)]}",
    };

    private static JsonNode? Value(System.Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => random.Next(10),
        2 => random.NextDouble() * 1e6,
        3 => random.Next(2) == 0,
        4 => Pieces[random.Next(Pieces.Length)],
        5 => "2026-02-3" + random.Next(9).ToString(CultureInfo.InvariantCulture),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1))]),
        _ => new JsonObject { ["r1"] = Value(random, depth - 1), ["c1"] = Value(random, depth - 1), ["value"] = Value(random, depth - 1) },
    };
}
