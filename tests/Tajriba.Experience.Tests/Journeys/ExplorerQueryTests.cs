using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;
using Tajriba.Experience.Journeys.Explore;

namespace Tajriba.Experience.Tests.Journeys;

public sealed class ExplorerQueryTests
{
    private static readonly string[] Texts = ["a", "b~>c", "~", "x=y&z", "نوبت گرفتن", "a ~~ b", "+1%"];

    [Fact]
    public void What_is_written_is_read_back()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var text = ExplorerQuery.Format(State(new Random(seed)));
            var read = ExplorerQuery.Parse(QueryHelpers.ParseQuery(text), out var error);
            return error is null && ExplorerQuery.Format(read!) == text;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("?colour=red", "colour")]
    [InlineData("?detail=101", "detail")]
    [InlineData("?detail=-1", "detail")]
    [InlineData("?from=2026-13-01", "from")]
    [InlineData("?metric=Median", "metric")]
    [InlineData("?tab=nothing", "tab")]
    [InlineData("?min=4", "min")]
    [InlineData("?follows=a", "follows")]
    [InlineData("?variant=zz", "variant")]
    [InlineData("?detail=1&detail=2", "detail")]
    [InlineData("?attr.=x", "attr.")]
    public void What_is_not_understood_is_named(string query, string parameter)
    {
        Assert.Null(ExplorerQuery.Parse(QueryHelpers.ParseQuery(query), out var error));
        Assert.Equal(parameter, error!.Parameter);
    }

    [Fact]
    public void A_filter_removed_leaves_the_others()
    {
        var state = State(new Random(7));
        foreach (var filter in state.Filters())
        {
            Assert.Equal(state.Filters().Count - 1, filter.Without.Filters().Count);
        }
    }

    private static ExplorerState State(Random random) => new()
    {
        From = random.Next(2) == 0 ? null : new DateOnly(2026, 1, 1).AddDays(random.Next(400)),
        To = random.Next(2) == 0 ? null : new DateOnly(2026, 1, 1).AddDays(random.Next(400)),
        Channels = Some(random),
        Units = Some(random),
        Attributes = [.. Some(random).Select(v => new AttributeFilter("k", v))],
        Variants = random.Next(2) == 0 ? [] : [random.NextInt64().ToString("x16")],
        MinMinutes = random.Next(2) == 0 ? null : random.Next(1, 100_000),
        MaxMinutes = random.Next(2) == 0 ? null : random.Next(1, 100_000),
        Contains = Some(random),
        Never = Some(random),
        StartsWith = Some(random),
        EndsWith = Some(random),
        Follows = [.. Some(random).Select(v => new StepPair(v, Texts[random.Next(Texts.Length)]))],
        Directly = [.. Some(random).Select(v => new StepPair(v, Texts[random.Next(Texts.Length)]))],
        Metric = (MapMetric)random.Next(4),
        Detail = random.Next(101),
        Tab = (ExplorerTab)random.Next(6),
        Step = (TrendStep)random.Next(2),
        CompareUnit = random.Next(2) == 0 ? null : "unit",
    };

    private static string[] Some(Random random) => [.. Texts.Where(_ => random.Next(4) == 0)];
}
