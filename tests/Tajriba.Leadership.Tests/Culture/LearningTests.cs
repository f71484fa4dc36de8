using Tajriba.Experience.Indicators.Measure;
using Tajriba.Leadership.Culture.Learning;
using Tajriba.Organization.Governance.Records;
using Tajriba.Statistics;

namespace Tajriba.Leadership.Tests.Culture;

public sealed class LearningTests
{
    private static readonly Kept<LearningPath> Path = new(
        "L-1", 1, new("Listening", ExperienceRole.Technician, [new("1", "a", "", null), new("2", "b", "", null)]), DateTimeOffset.UnixEpoch, null);

    [Fact]
    public void A_path_is_done_when_all_its_steps_are_and_counts_in_the_unit_of_whoever_should_go_it()
    {
        Learner[] learners = [new(1, ExperienceRole.Technician, "n1"), new(2, ExperienceRole.Technician, "n1"), new(3, ExperienceRole.Leader, "n1"), new(4, ExperienceRole.Technician, "s1")];
        Completion[] done = [.. new long[] { 1, 3, 4 }.SelectMany(p => new[] { new Completion("L-1", "1", p, default), new Completion("L-1", "2", p, default) }), new("L-1", "1", 2, default), new("L-2", "2", 2, default)];
        Assert.Equal([new("n1", 2, 1), new("s1", 1, 1)], LearningReader.Units(Path, learners, done));
    }

    [Fact]
    public void A_path_without_steps_is_done_by_nobody()
        => Assert.Empty(LearningReader.Done(Path with { Value = Path.Value with { Modules = [] } }, [new("L-1", "1", 1, default)]));

    [Fact]
    public void An_effect_is_the_difference_of_changes_over_units_and_nothing_where_it_is_too_thin()
    {
        List<(UnitStanding, IndicatorChange?)> units =
        [
            (new("a", 10, 9), Change(0.30)), (new("b", 10, 10), Change(0.20)), (new("c", 10, 8), Change(0.25)),
            (new("d", 10, 1), Change(0.05)), (new("e", 10, 0), Change(-0.05)), (new("f", 10, 5), Change(0.0)),
        ];
        IndicatorChange net = LearningEffectReader.Net(units)!;
        WelchTest expected = WelchTest.Compare(SampleSummary.Of([0.30, 0.20, 0.25]), SampleSummary.Of([0.05, -0.05, 0.0]));
        Assert.Equal((0.25, expected.P), (Math.Round(net.Difference, 12), net.P!.Value));
        Assert.Null(LearningEffectReader.Net([.. units.Take(4)]));
        Assert.Null(LearningEffectReader.Net([.. units.Select(u => (u.Item1, u.Item1.IsTrained == true ? u.Item2 : null))]));
    }

    private static IndicatorChange Change(double difference) => new(difference, null, null, null);
}
