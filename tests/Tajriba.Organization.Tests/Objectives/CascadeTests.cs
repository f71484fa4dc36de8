using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Figures;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Tree;

namespace Tajriba.Organization.Tests.Objectives;

/// <summary>Whether those below can carry what is wanted above.</summary>
public sealed class CascadeTests
{
    private static readonly IndicatorDefinition InTime = new() { Key = "in-time", Name = new("In time"), Kind = IndicatorKind.Share, Of = new(["Delivered"], []) };
    private static readonly UnitTree Units = new([new(1, "org", UnitKind.Organization, null, new("All")), new(2, "n", UnitKind.Branch, 1, new("North")), new(3, "s", UnitKind.Branch, 1, new("South")), new(4, "w", UnitKind.Branch, 1, new("West")), new(5, "n-team", UnitKind.Team, 2, new("Team"))]);

    [Fact]
    public void The_whole_is_what_the_parts_weigh()
    {
        var seen = new Dictionary<string, IndicatorValue>
        {
            ["n"] = new(40, 0.5, 0.4, 0.6, true),
            ["n-team"] = new(10, 0.5, 0.2, 0.8, true),
            ["s"] = new(30, 0.8, 0.7, 0.9, true),
            ["w"] = new(20, 0.9, 0.8, 1, true),
        };
        Cascade short_ = Cascade.Of(Reading(null, 0.95), [(Node("n"), Reading("n", 0.9)), (Node("s"), Reading("s", 0.9))], seen, Units)!;

        // North's team belongs to it: 50 × 0.9 + 30 × 0.9 + 20 × 0.9 as it is.
        Assert.Equal(0.9, short_.Whole, 10);
        Assert.Equal([0.5, 0.3], short_.Parts.Select(p => Math.Round(p.Share, 10)));
        Assert.Equal(0.2, short_.Rest, 10);
        Assert.False(short_.Suffices);
        Assert.True(Cascade.Of(Reading(null, 0.95), [(Node("n"), Reading("n", 0.97)), (Node("s"), Reading("s", 0.97))], seen, Units)!.Suffices);
        Assert.Null(Cascade.Of(Reading(null, 0.95), [(Node("n"), Reading("n", 0.97))], new Dictionary<string, IndicatorValue>(), Units));
    }

    [Fact]
    public void A_unit_counts_once_and_one_of_elsewhere_not_at_all()
    {
        var seen = new Dictionary<string, IndicatorValue> { ["n"] = new(40, 0.5, 0.4, 0.6, true), ["n-team"] = new(10, 0.5, 0.2, 0.8, true), ["s"] = new(50, 0.1, 0, 0.2, true) };
        Cascade cascade = Cascade.Of(Reading("n", 0.9), [(Node("n-team"), Reading("n-team", 1)), (Node("n"), Reading("n", 0.75)), (Node("s"), Reading("s", 1))], seen, Units)!;
        Assert.Equal([0.2, 0.8, 0], cascade.Parts.Select(p => p.Share));
        Assert.Equal((0.2 * 1) + (0.8 * 0.75), cascade.Whole, 10);
    }

    private static ResultReading Reading(string? unit, double goal) => new(new("K1", "In time", goal) { Indicator = new FigureCut("in-time"), Unit = unit }, InTime) { Goal = goal };

    private static ObjectiveNode Node(string unit)
        => new(new(unit, 1, new("Deliver in time", "", "C-1", ObjectiveLevel.Department, unit, null), default, null), new("C-1", 1, new Cycle("Autumn", new(2026, 9, 23), new(2026, 12, 21)), default, null), [], []);
}
