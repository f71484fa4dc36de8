using System.Text.Json.Nodes;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Demo.Surveys;
using Tajriba.Demo.Truths;
using Tajriba.Questionnaires;
using Tajriba.Statistics;
using Xunit.Abstractions;

namespace Tajriba.Demo.Tests;

/// <summary>What is planted in the answers to surveys, found again in the raw events.</summary>
public sealed class SurveyTruthTests(ToldStory told, ITestOutputHelper output) : IClassFixture<ToldStory>
{
    private static readonly string[] Parts = [.. DemoParameters.ServiceParts.Select(part => part.Code)];

    private List<(StoryObject Visit, string Unit, JsonNode Answer)> Answers => field ??= [.. Read()];

    [Fact]
    public void Answers_are_those_of_the_survey_and_scored_by_it()
    {
        // Nobody has answered yet what is asked after cases.
        foreach (var survey in DemoSurveys.All.Where(s => s != DemoSurveys.AfterCase))
        {
            var definition = Questionnaire.Parse(survey.Json);
            var all = Enumerable.Range(0, told.Tape.Count).Where(i => told.Tape.Events[i][ObjectKind.Survey].Id == survey.Key && told.Tape.Events[i].Kind == EventKind.SurveyAnswered).ToList();
            Assert.InRange(all.Count, 500, 100_000);
            foreach (var place in all.Take(200))
            {
                var item = JsonNode.Parse(told.Tape.Attributes(place))!;
                var answers = item["answers"]!.AsObject();
                Assert.Equal(survey.Key, (string?)item["survey"]);
                Assert.All(answers, answer => Assert.Contains(definition.Elements, element => element.Name == answer.Key));
                var scores = SurveyScores.Of(definition, answers).Numbers;
                Assert.NotEmpty(scores);
                Assert.All(scores, score => Assert.Equal(score.Value, (double)item["scores"]![score.Key]!, 1e-12));
            }
        }
    }

    [Fact]
    public void Waiting_costs_speed_and_a_reopened_repair_costs_quality()
    {
        var waited = Mean(Waits, "speed", true) - Mean(Waits, "speed", false);
        var reopened = Mean(Reopened, "quality", true) - Mean(Reopened, "quality", false);
        output.WriteLine($"speed after a wait {waited:0.00}, quality after a reopened repair {reopened:0.00}");

        // A scale of five steps takes a little off the ends of what was felt.
        Assert.InRange(waited, DemoParameters.ServiceParts[1].Waiting, 0.8 * DemoParameters.ServiceParts[1].Waiting);
        Assert.InRange(reopened, DemoParameters.ServiceParts[2].Reopened, 0.75 * DemoParameters.ServiceParts[2].Reopened);

        double Mean(Func<StoryObject, bool> lived, string part, bool has) => Answers.Where(a => lived(a.Visit) == has).Average(a => Part(a.Answer, part));
    }

    [Fact]
    public void Parts_drive_the_recommendation_in_the_planted_order()
    {
        double[] recommendations = [.. Answers.Select(a => (double)a.Answer["scores"]!["nps"]!)];
        var found = KeyDrivers.Of(recommendations, [.. Parts.Select(part => Answers.Select(a => (double)Part(a.Answer, part)).ToArray())]);
        foreach (var (part, driver) in Parts.Zip(found.Drivers))
        {
            output.WriteLine($"{part}: {driver.Shapley / found.RSquared:P0} of {found.RSquared:P0}");
        }

        var planted = DemoParameters.ServiceParts.OrderByDescending(part => part.Weight).Select(part => part.Code);
        Assert.Equal(planted, Parts.Zip(found.Drivers).OrderByDescending(pair => pair.Second.Beta).Select(pair => pair.First));
    }

    [Fact]
    public void The_worse_branch_is_worse_by_more_than_chance_and_the_small_one_is_not()
    {
        var all = SampleSummary.Of([.. Answers.Select(Index)]);
        foreach (var unit in Answers.GroupBy(a => a.Unit))
        {
            var own = SampleSummary.Of([.. unit.Select(Index)]);
            var limits = FunnelPlot.MeanLimits(all.Mean, all.StandardDeviation, own.Count, 0.998);
            output.WriteLine($"{unit.Key}: {own.Mean:0.0} of {own.Count}, {limits.Lower:0.0} to {limits.Upper:0.0}");
            Assert.Equal(unit.Key == PlantedTruths.WorseUnit, own.Mean < limits.Lower);
        }

        Assert.InRange(Answers.Count(a => a.Unit == PlantedTruths.InnocentUnit), 20, 80);
        static double Index((StoryObject Visit, string Unit, JsonNode Answer) answer) => (double)answer.Answer["scores"]!["csi"]!;
    }

    private IEnumerable<(StoryObject Visit, string Unit, JsonNode Answer)> Read()
    {
        for (var i = 0; i < told.Tape.Count; i++)
        {
            var item = told.Tape.Events[i];
            if (item.Kind == EventKind.SurveyAnswered && item[ObjectKind.Survey] == DemoSurveys.AfterService.Object)
            {
                yield return (item[ObjectKind.Visit], DemoGroup.Codes[item.Unit], JsonNode.Parse(told.Tape.Attributes(i))!);
            }
        }
    }

    private bool Waits(StoryObject visit)
        => told.Journeys.Has(visit, EventKind.PartOrdered) && told.Journeys.Attributes(visit, EventKind.PartOrdered).Contains("gearbox", StringComparison.Ordinal);

    private bool Reopened(StoryObject visit) => told.Journeys.Has(visit, EventKind.RepairReopened);

    private static int Part(JsonNode answer, string part) => (int)answer["answers"]!["service"]![part]!;
}
