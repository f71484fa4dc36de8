using FsCheck;
using FsCheck.Fluent;
using Tajriba.Organization.Objectives.Results;

namespace Tajriba.Organization.Tests.Objectives;

/// <summary>The arithmetic of key results.</summary>
public sealed class ResultProgressTests
{
    [Theory]
    [InlineData(0.60, 0.60, 0.95, 0.0)]
    [InlineData(0.95, 0.60, 0.95, 1.0)]
    [InlineData(0.775, 0.60, 0.95, 0.5)]
    [InlineData(0.50, 0.60, 0.95, -0.2857)]
    public void Progress_is_the_share_of_the_way_from_the_baseline(double value, double baseline, double goal, double expected)
        => Assert.Equal(expected, ResultProgress.Of(value, baseline, goal, false, false)!.Value, 4);

    [Fact]
    public void Half_of_the_response_time_is_a_goal_below_the_baseline()
    {
        double goal = ResultProgress.Goal(-0.5, true, 8)!.Value;
        Assert.Equal(4, goal);
        Assert.Equal(0.75, ResultProgress.Of(5, 8, goal, true, false)!.Value, 10);
        Assert.Null(ResultProgress.Goal(-0.5, true, null));
    }

    [Fact]
    public void What_was_good_before_is_reached_while_it_stays_so_and_has_no_way_to_go()
    {
        Assert.Equal(1, ResultProgress.Of(0.97, 0.96, 0.95, false, false));
        Assert.Equal(0, ResultProgress.Of(0.94, 0.96, 0.95, false, false));
        Assert.Equal(0, ResultProgress.Of(0.94, null, 0.95, false, true));
        Assert.Equal(1, ResultProgress.Of(0.96, null, 0.95, false, true));
        Assert.Null(ResultProgress.Of(0.94, null, 0.95, false, false));
    }

    [Fact]
    public void The_baseline_is_the_beginning_and_the_goal_the_end_of_every_way() => Prop.ForAll<int, int, bool>((baseline, way, less) =>
    {
        double from = baseline, to = less ? baseline - Math.Abs((double)way) - 1 : baseline + Math.Abs((double)way) + 1;
        Assert.Equal(0, ResultProgress.Of(from, from, to, less, false)!.Value, 9);
        Assert.Equal(1, ResultProgress.Of(to, from, to, less, false)!.Value, 9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_value_is_never_less_of_the_way() => Prop.ForAll<Tuple<int, int, int>, int, bool>((values, goal, less) =>
    {
        (int value, int other, int baseline) = values;
        (double worse, double best) = less ? (Math.Max(value, other), Math.Min(value, other)) : (Math.Min(value, other), Math.Max(value, other));
        Assert.True(ResultProgress.Of(best, baseline, goal, less, false) >= ResultProgress.Of(worse, baseline, goal, less, false));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mean_lies_within_0_and_1_and_between_its_parts() => Prop.ForAll<double[]>(progress =>
    {
        (double? Progress, double Weight)[] parts = [.. progress.Where(double.IsFinite).Select((p, i) => ((double?)p, 1.0 + (i % 3)))];
        double? mean = ResultProgress.Mean(parts);
        Assert.Equal(parts.Length == 0, mean is null);
        if (mean is { } share)
        {
            Assert.InRange(share, parts.Min(p => Math.Clamp(p.Progress!.Value, 0, 1)) - 1e-9, parts.Max(p => Math.Clamp(p.Progress!.Value, 0, 1)) + 1e-9);
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, 0.5, null, Standing.Unknown)]
    [InlineData(1.0, 0.5, 0.1, Standing.Reached)]
    [InlineData(0.9, 1.0, null, Standing.OffTrack)]
    [InlineData(0.1, 0.5, 0.8, Standing.OnTrack)]
    [InlineData(0.9, 0.5, 0.5, Standing.AtRisk)]
    [InlineData(0.9, 0.5, 0.1, Standing.OffTrack)]
    [InlineData(0.45, 0.5, null, Standing.OnTrack)]
    [InlineData(0.25, 0.5, null, Standing.AtRisk)]
    [InlineData(0.1, 0.5, null, Standing.OffTrack)]
    public void What_can_be_forecast_stands_by_that_and_all_else_by_time(double? progress, double elapsed, double? likelihood, Standing expected)
        => Assert.Equal(expected, ResultProgress.StandingOf(progress, elapsed, likelihood));

    [Fact]
    public void A_whole_is_reached_only_with_all_its_parts()
    {
        Assert.Equal(Standing.Reached, Whole(Standing.Reached, Standing.Reached));
        Assert.Equal(Standing.OnTrack, Whole(Standing.Reached, Standing.Unknown));
        Assert.Equal(Standing.OnTrack, Whole(Standing.Reached, Standing.OnTrack));
        Assert.Equal(Standing.AtRisk, Whole(Standing.Reached, Standing.OnTrack, Standing.OffTrack));
        Assert.Equal(Standing.OffTrack, Whole(Standing.Reached, Standing.OffTrack));
        Assert.Equal(Standing.AtRisk, Whole(Standing.OnTrack, Standing.AtRisk));
        Assert.Equal(Standing.OnTrack, Whole(Standing.OnTrack, Standing.OnTrack, Standing.AtRisk));
        Assert.Equal(Standing.Ahead, Whole(Standing.Ahead, Standing.Unknown));
        Assert.Equal(Standing.Unknown, Whole());
    }

    private static Standing Whole(params Standing[] parts) => ResultProgress.Whole([.. parts.Select(p => (p, 1.0))]);
}
