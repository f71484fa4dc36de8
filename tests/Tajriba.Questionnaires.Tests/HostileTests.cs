using System.Globalization;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires.Tests;

/// <summary>What is made to cost too much is refused with its place, or ends within what a step may spend.</summary>
public sealed class HostileTests
{
    [Fact]
    public void Ten_thousand_elements_are_told_once()
    {
        var elements = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""{"type":"text","name":"q{{i}}"}"""));
        var fault = Refused($$"""{"elements":[{{elements}}]}""");
        Assert.Equal((DefinitionFaultCode.TooMany, "$.elements[2000]"), (fault.Code, fault.Path));
    }

    [Fact]
    public void Json_nested_beyond_reading_is_told_as_too_deep()
    {
        var fault = Refused(string.Concat(Enumerable.Repeat("""{"elements":[""", 5_000)));
        Assert.Equal((DefinitionFaultCode.TooDeep, "$"), (fault.Code, fault.Path));
    }

    [Theory]
    [InlineData("(", ")", 1_500, DefinitionFaultCode.BadExpression)]
    [InlineData("!(", ")", 1_000, DefinitionFaultCode.BadExpression)]
    [InlineData("iif(1, ", ", 2)", 300, DefinitionFaultCode.BadExpression)]
    [InlineData("[", "]", 1_500, DefinitionFaultCode.BadExpression)]
    [InlineData("(", ")", 50_000, DefinitionFaultCode.TooMany)]
    public void Expressions_nested_beyond_reading_are_refused(string open, string close, int depth, DefinitionFaultCode code)
    {
        var expression = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
        var fault = Refused(new JsonObject { ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["name"] = "q", ["visibleIf"] = expression }) }.ToJsonString());
        Assert.Equal((code, "$.elements[0].visibleIf"), (fault.Code, fault.Path));
    }

    [Theory]
    [InlineData("a → a", "{a}")]
    [InlineData("a → b → a", "{b}", "{a} + 1")]
    [InlineData("a → b → c → a", "{b}", "sum({c}, 1)", "{A}")]
    public void Calculated_values_in_a_circle_are_refused_with_the_way(string way, params string[] formulas)
    {
        var values = new JsonArray([.. formulas.Select((formula, i) => new JsonObject { ["name"] = new string((char)('a' + i), 1), ["expression"] = formula })]);
        var fault = Refused(new JsonObject { ["calculatedValues"] = values }.ToJsonString());
        Assert.Equal((DefinitionFaultCode.Cycle, "$.calculatedValues[0].expression", way), (fault.Code, fault.Path, Assert.Single(fault.Arguments)));
    }

    [Fact]
    public void A_long_chain_of_calculated_values_is_no_circle()
    {
        var values = new JsonArray([.. Enumerable.Range(0, 900).Select(i => new JsonObject { ["name"] = $"v{i}", ["expression"] = $"{{v{i + 1}}} + 1" })]);
        var run = new QuestionnaireRun(Questionnaire.Parse(new JsonObject
        {
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["name"] = "v900" }),
            ["calculatedValues"] = values,
        }.ToJsonString()));
        run.Set("v900", 1);
        Assert.Equal("901", run.Calculated("v0")!.ToString());
    }

    [Fact]
    public void A_text_beyond_all_use_is_refused_and_what_answers_make_of_one_is_bounded()
    {
        var title = string.Concat(Enumerable.Repeat("{q}", 40_000));
        Assert.Equal(DefinitionFaultCode.TooMany, Refused(Titled(title)).Code);

        var run = new QuestionnaireRun(Questionnaire.Parse(Titled(title[..48_000])));
        run.Set("q", new string('x', 100_000));
        Assert.InRange(run.Find("q")!.Title.Length, 1, (2 * DefinitionLimits.PipedLength) + DefinitionLimits.TextLength);

        static string Titled(string text) => new JsonObject { ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["name"] = "q", ["title"] = text }) }.ToJsonString();
    }

    [Theory]
    [InlineData("^(a+)+$", true)]
    [InlineData("^(a|aa)+$", true)]
    [InlineData("^([a-z]+)*\\d$", true)]
    [InlineData("^(?=a)b", false)]
    [InlineData("^(a)\\1$", false)]
    public void Patterns_are_matched_in_linear_time_or_refused(string pattern, bool taken)
    {
        var json = new JsonObject
        {
            ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "text",
                ["name"] = "q",
                ["validators"] = new JsonArray(new JsonObject { ["type"] = "regex", ["regex"] = pattern }),
            }),
        }.ToJsonString();
        if (!taken)
        {
            Assert.Equal((DefinitionFaultCode.BadPattern, "$.elements[0].validators[0].regex"), (Refused(json).Code, Refused(json).Path));
            return;
        }

        var run = new QuestionnaireRun(Questionnaire.Parse(json));
        run.Set("q", new string('a', 50_000) + "!");
        Assert.Equal(AnswerFaultCode.BadPattern, Assert.Single(run.Check(run.Pages[0])).Code);
    }

    [Fact]
    public void What_a_step_may_spend_ends()
    {
        var sums = string.Join(" + ", Enumerable.Repeat("sumInArray({m}, 'c')", 20));
        var elements = string.Join(',', Enumerable.Range(0, 900).Select(i => $$"""{"type":"expression","name":"e{{i}}","expression":"{{sums}}"}"""));
        var run = new QuestionnaireRun(Questionnaire.Parse($$"""{"elements":[{"type":"matrixdynamic","name":"m","rowCount":0,"columns":[{"name":"c","cellType":"text"}]},{{elements}}]}"""));
        Assert.False(run.Exhausted);
        run.Set("m", new JsonArray([.. Enumerable.Range(0, 1_000).Select(i => new JsonObject { ["c"] = i })]));
        Assert.True(run.Exhausted);
        run.Close();
        Assert.True(run.Completed);
    }

    [Fact]
    public void Triggers_and_conditions_that_chase_each_other_come_to_rest()
    {
        var run = new QuestionnaireRun(Questionnaire.Parse("""
            {"elements":[{"type":"text","name":"a","inputType":"number","setValueExpression":"{b} + 1"},{"type":"text","name":"b","inputType":"number","setValueExpression":"{a} + 1"},
             {"type":"expression","name":"c","expression":"{d} + 1"},{"type":"expression","name":"d","expression":"{c} + 1"},
             {"type":"text","name":"e","visibleIf":"{f} empty","defaultValue":"x"},{"type":"text","name":"f","visibleIf":"{e} empty","defaultValue":"y"}],
             "clearInvisibleValues":"onHidden",
             "triggers":[{"type":"runexpression","expression":"{a} > 0","runExpression":"{a} + 1","setToName":"a"},{"type":"copyvalue","expression":"{b} > 0","fromName":"a","setToName":"b"}]}
            """));
        run.Set("a", 1);
        var steps = double.Parse(run.Answers["a"]!.ToString(), CultureInfo.InvariantCulture);
        Assert.InRange(steps, 1, 10_000);
    }

    [Fact]
    public void An_address_to_fetch_choices_from_is_kept_and_not_fetched()
    {
        const string Text = """{"elements":[{"type":"dropdown","name":"q","choicesByUrl":{"url":"http://169.254.169.254/latest","valueName":"id"}}]}""";
        var questionnaire = Questionnaire.Parse(Text);
        var run = new QuestionnaireRun(questionnaire);
        run.Set("q", "x");
        Assert.Empty(run.Find("q")!.Choices);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Text), questionnaire.ToJson()));
    }

    private static DefinitionFault Refused(string json)
    {
        Assert.False(Questionnaire.TryParse(json, out _, out var faults));
        return Assert.Single(faults);
    }
}
