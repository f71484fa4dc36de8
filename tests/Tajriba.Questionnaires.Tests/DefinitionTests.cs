using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires.Tests;

public sealed class DefinitionTests
{
    [Fact]
    public void What_was_read_is_written_with_members_that_nobody_knows()
    {
        const string Text = """{"title":{"default":"Visit","fa":"بازدید"},"x-own":{"a":[1,2.50,null]},"pages":[{"name":"p","elements":[{"type":"rating","name":"q","measure":"csi","attribute":"speed","weight":2,"colour":"red"}]}]}""";
        var read = Questionnaire.Parse(Text);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Text), read.ToJson()));
        var question = Assert.IsType<RatingQuestion>(read.Find("q"));
        Assert.Equal((Measure.Csi, "speed", 2d, 5), (question.Measure!.Value, question.Attribute, question.Weight, question.Values.Count));
        Assert.Equal("بازدید", read.Title!.For("fa-IR"));
        Assert.Equal("Visit", read.Title.For("ar"));
    }

    [Fact]
    public void All_faults_are_told_with_their_places()
    {
        var error = Assert.Throws<QuestionnaireException>(() => Questionnaire.Parse("""
            {"elements":[{"type":"file","name":"f"},{"type":"radio","name":"r"},{"type":"text"},{"type":"text","name":"t","measure":"fun"},
             {"type":"text","name":"t"},{"type":"dropdown","name":"d","choices":[1,1,{"text":"x"}]},
             {"type":"text","name":"p","validators":[{"type":"regex","regex":"(?=a)b"}]}]}
            """));
        Assert.Equal(
            [
                ("$.elements[0].type", DefinitionFaultCode.UnsupportedType), ("$.elements[1].type", DefinitionFaultCode.UnknownType),
                ("$.elements[2].name", DefinitionFaultCode.Missing), ("$.elements[3].measure", DefinitionFaultCode.UnknownValue),
                ("$.elements[5].choices[1]", DefinitionFaultCode.Duplicate), ("$.elements[5].choices[2].value", DefinitionFaultCode.Missing),
                ("$.elements[6].validators[0].regex", DefinitionFaultCode.BadPattern), ("$.elements[4].name", DefinitionFaultCode.Duplicate),
            ],
            error.Faults.Select(fault => (fault.Path, fault.Code)));
    }

    [Theory]
    [InlineData("[]", DefinitionFaultCode.WrongType)]
    [InlineData("{", DefinitionFaultCode.NotJson)]
    [InlineData("""{"a":1,"a":2}""", DefinitionFaultCode.NotJson)]
    [InlineData("""{"a":"\ud800"}""", DefinitionFaultCode.BadText)]
    [InlineData("""{"a":"\u0000"}""", DefinitionFaultCode.BadText)]
    public void What_no_store_could_keep_is_refused(string text, DefinitionFaultCode code)
    {
        Assert.False(Questionnaire.TryParse(text, out _, out var faults));
        Assert.Equal(code, Assert.Single(faults).Code);
    }

    [Fact]
    public void Hostile_sizes_are_refused()
    {
        var many = string.Join(',', Enumerable.Range(0, 3_000).Select(i => $$"""{"type":"text","name":"q{{i}}"}"""));
        Assert.False(Questionnaire.TryParse($$"""{"elements":[{{many}}]}""", out _, out var faults));
        Assert.Equal(DefinitionFaultCode.TooMany, Assert.Single(faults).Code);

        var deep = string.Concat(Enumerable.Range(0, 12).Select(i => $$"""{"type":"panel","name":"p{{i}}","elements":[""")) + string.Concat(Enumerable.Repeat("]}", 12));
        Assert.False(Questionnaire.TryParse($$"""{"elements":[{{deep}}]}""", out _, out faults));
        Assert.Equal(DefinitionFaultCode.TooDeep, Assert.Single(faults).Code);
    }
}
