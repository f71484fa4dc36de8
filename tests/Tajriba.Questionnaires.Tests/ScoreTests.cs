using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Questionnaires.Tests;

public sealed class ScoreTests
{
    [Fact]
    public void Single_questions_score_as_answered()
    {
        var scores = Score(
            """
            [{"type":"rating","name":"a","measure":"nps","rateMin":0,"rateMax":10},{"type":"rating","name":"b","measure":"enps","rateMin":0,"rateMax":10},
             {"type":"rating","name":"c","measure":"csat","attribute":"speed"},{"type":"radiogroup","name":"d","measure":"csat","choices":["bad","fair","good"]},
             {"type":"rating","name":"e","measure":"ces","rateMax":7}]
            """,
            """{"a":9,"b":0,"c":4,"d":"good","e":6}""");
        Assert.Equal([("nps", 9), ("enps", 0), ("csat", 3.5), ("csat.speed", 4), ("ces", 6)], scores.Numbers.Select(pair => (pair.Key, pair.Value)));
        Assert.Empty(scores.Kano);
    }

    [Fact]
    public void The_index_weighs_attributes_by_their_place_on_the_scale()
    {
        // (100 * 3 + 50 * 1) / 4, by hand.
        var scores = Score(
            """[{"type":"matrix","name":"m","measure":"csi","columns":[1,2,3,4,5],"rows":[{"value":"speed","weight":3},"price","staff"]}]""",
            """{"m":{"speed":5,"price":"3"}}""");
        Assert.Equal(87.5, scores.Numbers["csi"], 1e-12);
        Assert.Equal((100, 50), (scores.Numbers["csi.speed"], scores.Numbers["csi.price"]));
        Assert.DoesNotContain("csi.staff", scores.Numbers.Keys);
    }

    [Fact]
    public void Gaps_are_perception_minus_expectation()
    {
        var scores = Score(
            """
            [{"type":"matrix","name":"x","measure":"servqual","pair":"expectation","attribute":"empathy","columns":[1,2,3,4,5,6,7],"rows":["i1","i2"]},
             {"type":"matrix","name":"y","measure":"servqual","pair":"perception","attribute":"empathy","columns":[1,2,3,4,5,6,7],"rows":["i1","i2"]},
             {"type":"matrixdropdown","name":"z","columns":[{"name":"e","cellType":"rating","measure":"servqual","pair":"expectation"},{"name":"p","cellType":"rating","measure":"servqual","pair":"perception"}],"rows":["tangibles","reliability"]}]
            """,
            """{"x":{"i1":7,"i2":6},"y":{"i1":5,"i2":4},"z":{"tangibles":{"e":5,"p":3},"reliability":{"e":4}}}""");
        Assert.Equal(-2, scores.Numbers["servqual.empathy"]);
        Assert.Equal((6.5, 4.5), (scores.Numbers["servqual.empathy.expectation"], scores.Numbers["servqual.empathy.perception"]));
        Assert.Equal(-2, scores.Numbers["servqual.tangibles"]);
        Assert.Equal(4, scores.Numbers["servqual.reliability.expectation"]);
        Assert.DoesNotContain("servqual.reliability", scores.Numbers.Keys);
    }

    [Theory]
    [InlineData(1, 1, "Q")]
    [InlineData(1, 3, "A")]
    [InlineData(1, 5, "O")]
    [InlineData(3, 5, "M")]
    [InlineData(2, 4, "I")]
    [InlineData(3, 1, "R")]
    [InlineData(5, 4, "R")]
    [InlineData(5, 5, "Q")]
    public void Kano_pairs_fall_into_the_published_categories(int functional, int dysfunctional, string category)
    {
        var scores = Score(
            """
            [{"type":"rating","name":"f","measure":"kano","pair":"functional","attribute":"app"},{"type":"rating","name":"d","measure":"kano","pair":"dysfunctional","attribute":"app"},
             {"type":"rating","name":"half","measure":"kano","pair":"functional","attribute":"kiosk"}]
            """,
            $$"""{"f":{{functional}},"d":{{dysfunctional}},"half":1}""");
        Assert.Equal(category, Assert.Single(scores.Kano).Value);
        Assert.Empty(scores.Numbers);
    }

    [Fact]
    public void What_fits_no_scale_is_left_out()
    {
        const string Questions = """[{"type":"rating","name":"a","measure":"nps","rateMin":0,"rateMax":10},{"type":"slider","name":"s","measure":"csat","min":5,"max":5},{"type":"text","name":"t","measure":"ces"},{"type":"rating","name":"r","measure":"csi","rateValues":["x","y"]}]""";
        Assert.Empty(Score(Questions, """{"a":11,"s":5,"t":4,"r":2}""").Numbers);
        Assert.Empty(Score(Questions, """{"a":{"b":1},"s":[5],"t":null,"r":true}""").Numbers);
        Assert.Empty(Score(Questions, """{"a":1e400}""").Numbers);
        Assert.Equal(10, Score(Questions, """{"a":10.0}""").Numbers["nps"]);
        Assert.Equal(100, Score(Questions, """{"r":"y"}""").Numbers["csi"]);
    }

    [Fact]
    public void The_index_lies_between_its_attributes_whatever_the_weights()
        => Prop.ForAll(Gen.Choose(1, 5).ListOf(4).Zip(Gen.Choose(1, 100).ListOf(4)).ToArbitrary(), pair =>
        {
            var (answers, weights) = pair;
            var rows = string.Join(',', weights.Select((weight, i) => $$"""{"value":"r{{i}}","weight":{{weight}}}"""));
            var given = new JsonObject(answers.Select((answer, i) => KeyValuePair.Create($"r{i}", (JsonNode?)answer)));
            var scores = SurveyScores.Of(
                Questionnaire.Parse($$"""{"elements":[{"type":"matrix","name":"m","measure":"csi","columns":[1,2,3,4,5],"rows":[{{rows}}]}]}"""),
                new JsonObject { ["m"] = given }).Numbers;
            var parts = scores.Where(score => score.Key != "csi").Select(score => score.Value).ToList();
            Assert.InRange(scores["csi"], parts.Min() - 1e-9, parts.Max() + 1e-9);
            Assert.Equal(25 * (answers.Zip(weights, (answer, weight) => (answer - 1) * (double)weight).Sum() / weights.Sum()), scores["csi"], 1e-9);
        }).QuickCheckThrowOnFailure();

    private static SurveyScores Score(string elements, string answers)
        => SurveyScores.Of(Questionnaire.Parse($$"""{"elements":{{elements}}}"""), JsonNode.Parse(answers)!.AsObject());
}
