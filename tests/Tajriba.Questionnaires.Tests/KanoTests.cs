using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Statistics;

namespace Tajriba.Questionnaires.Tests;

/// <summary>The letters of one respondent's pairs are those that the statistics know.</summary>
public sealed class KanoTests
{
    private static readonly Questionnaire Asked = Questionnaire.Parse("""
        {"elements":[{"type":"rating","name":"f","measure":"kano","pair":"functional","attribute":"app"},{"type":"rating","name":"d","measure":"kano","pair":"dysfunctional","attribute":"app"}]}
        """);

    [Fact]
    public void Every_pair_has_the_letter_of_the_evaluation_table()
    {
        for (var functional = 1; functional <= KanoTable.Answers; functional++)
        {
            for (var dysfunctional = 1; dysfunctional <= KanoTable.Answers; dysfunctional++)
            {
                Assert.Equal(KanoTable.Berger.Classify(functional, dysfunctional).ToString()[..1], Letter(functional, dysfunctional));
            }
        }
    }

    [SkippableFact]
    public void The_oracle_s_respondents_are_counted_as_published()
    {
        var file = Checkout.Shared("oracles", "statistics", "kano-a.json");
        using var oracle = JsonDocument.Parse(File.ReadAllText(file));
        var features = oracle.RootElement.GetProperty("input").GetProperty("features_functional_dysfunctional_pairs");
        foreach (var feature in features.EnumerateObject())
        {
            var counted = feature.Value.EnumerateArray().Select(pair => Letter(pair[0].GetInt32(), pair[1].GetInt32())).CountBy(letter => letter).ToDictionary();
            foreach (var expected in oracle.RootElement.GetProperty("expected").GetProperty(feature.Name).GetProperty("counts").EnumerateObject())
            {
                Assert.Equal(expected.Value.GetInt32(), counted.GetValueOrDefault(expected.Name));
            }
        }
    }

    private static string Letter(int functional, int dysfunctional)
        => SurveyScores.Of(Asked, new JsonObject { ["f"] = functional, ["d"] = dysfunctional }).Kano["app"];
}
