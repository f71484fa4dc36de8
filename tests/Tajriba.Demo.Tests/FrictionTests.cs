using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Journeys;
using Tajriba.Demo.Truths;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Explore;
using Tajriba.Experience.Journeys.Friction;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Experience.Journeys.Objects;
using Tajriba.Experience.Tests.Journeys;
using Tajriba.Kernel.Access;
using Tajriba.Statistics;
using Xunit.Abstractions;

namespace Tajriba.Demo.Tests;

/// <summary>The product's friction list on the demo's story: it finds what was planted and accuses nobody who is innocent.</summary>
public sealed class FrictionTests(FrictionTests.ToldLog told, ITestOutputHelper output) : IClassFixture<FrictionTests.ToldLog>
{
    [Fact]
    public void The_wait_for_parts_is_found_with_its_effect()
    {
        var list = List(DemoJourneys.ServiceVisit);
        Check(list, PlantedTruths.PartsWait, f => f.Key.Kind == FrictionKind.LongWait && f.Key.First == Name(PlantedTruths.PartsWait.From) && f.Key.Second == Name(PlantedTruths.PartsWait.To));
        Assert.Equal(Name(PlantedTruths.PartsWait.From), list.Findings.First(f => f.Key.Kind == FrictionKind.LongWait).Key.First);
    }

    [Fact]
    public void Financing_sent_back_and_forth_is_found_with_its_effect()
        => Check(List(DemoJourneys.Financing), PlantedTruths.FinancingPingPong, f => f.Key is { Kind: FrictionKind.PingPong, Dimension: "channel" });

    [Fact]
    public void Asking_again_is_found_with_its_effect()
        => Check(List(DemoJourneys.WaitingForDelivery), PlantedTruths.AskingAgain, f => f.Key.Kind == FrictionKind.RepeatedContact);

    [Fact]
    public void The_worse_branch_is_named_and_the_innocent_one_is_not()
    {
        var list = List(DemoJourneys.ServiceVisit);
        var rework = list.Findings.Where(f => f.Key.Kind == FrictionKind.Rework).ToArray();
        Assert.NotEmpty(rework);
        Assert.Contains(rework, f => f.Units.Any(u => u.Unit == PlantedTruths.WorseUnit && u.Position == FunnelPosition.Above));
        Assert.DoesNotContain(list.Findings.SelectMany(f => f.Units), u => u.Unit == PlantedTruths.InnocentUnit && u.Position == FunnelPosition.Above);
        Assert.DoesNotContain(list.FailureByUnit.Concat(list.SlowByUnit), u => u.Unit == PlantedTruths.InnocentUnit && u.Position == FunnelPosition.Above);
    }

    private FrictionList List(DemoJourney journey)
    {
        var list = FrictionAnalysis.Of(JourneyFilter.Apply(told.Journeys(journey), ExplorerState.Default, UnitScope.Everything));
        foreach (var f in list.Findings.Take(25))
        {
            output.WriteLine($"{f.HarmDays,9:F0} {f.Key} hit {f.Count}/{f.Exposed} lost {f.LostHours.Value / 24:F0} d effect {f.Outcome?.Best.Value:P1} ({f.Outcome?.Best.Lower:P1} {f.Outcome?.Best.Upper:P1}) real {f.Outcome?.IsReal} above: {string.Join(' ', f.Units.Where(u => u.Position == FunnelPosition.Above).Select(u => u.Unit))}");
        }

        return list;
    }

    private static void Check(FrictionList list, PlantedFriction truth, Func<FrictionFinding, bool> kind)
    {
        var finding = list.Findings.First(kind);
        Assert.True(finding.Outcome!.IsReal);
        Assert.True(finding.Outcome.Adjusted!.Value.Contains(truth.Effect), $"{finding.Outcome.Adjusted} does not contain {truth.Effect}");
        Assert.True(finding.Outcome.Best.Upper < 0);
    }

    private static string Name(Story.EventKind kind) => DemoCatalogue.NameOf(kind);

    /// <summary>The story in a log in memory, with the journeys that the demo defines.</summary>
    public sealed class ToldLog
    {
        private readonly MemoryLog log = new();

        public ToldLog()
        {
            var tape = new ToldStory().Tape;
            log.Append(Enumerable.Range(0, tape.Count).Select(i => tape.Describe(i, "demo")));
        }

        public InstanceLog Journeys(DemoJourney journey)
        {
            var objects = ObjectLogReader.CatchUp(log, ObjectLog.Empty(DemoCatalogue.NameOf(journey.ObjectKind)), CancellationToken.None);
            return InstanceLog.Of(journey.ToDefinition() with { Id = 1, Version = 1 }, objects);
        }
    }
}
