using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Figures;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Tree;
using Tajriba.Organization.Objectives.Write;

namespace Tajriba.Organization.Tests.Objectives;

/// <summary>What is pointed out to whoever writes an objective.</summary>
public sealed class ObjectiveChecksTests
{
    private static readonly DateOnly Today = new(2026, 10, 20);
    private static readonly IndicatorDefinition InTime = new() { Key = "in-time", Name = new("In time"), Kind = IndicatorKind.Share, Of = new(["Delivered"], []) };
    private static readonly KeyResult Measured = new("K1", "Cars delivered on the promised day", 0.95) { Indicator = new FigureCut("in-time") };

    [Theory]
    [InlineData("Launch the new app")]
    [InlineData("implement: a feedback tool")]
    [InlineData("راه‌اندازی باشگاه مشتریان")]
    [InlineData("راه اندازي باشگاه")]
    [InlineData("پیاده‌سازی ابزار تحلیل بازخورد")]
    [InlineData("تنفيذ أداة تحليل الملاحظات")]
    [InlineData("إطلاق التطبيق")]
    public void A_task_is_no_key_result(string title) => Assert.Contains(new(CheckKind.Task, "K1"), Of(new(new("K1", title, 1) { Baseline = 0 }, null)));

    [Theory]
    [InlineData("Launches that customers noticed")]
    [InlineData("Feedback answered within 24 hours")]
    [InlineData("سهم بازخوردهای پاسخ‌گرفته")]
    [InlineData("ساعت گوش دادن در فصل")]
    [InlineData("نسبة الملاحظات المجاب عنها")]
    public void A_result_is_none(string title) => Assert.DoesNotContain(Of(new(new("K1", title, 1) { Baseline = 0 }, null)), c => c.Kind == CheckKind.Task);

    [Fact]
    public void What_measures_itself_far_enough_and_neither_easy_nor_hopeless_has_nothing_to_mend()
        => Assert.DoesNotContain(Of(Read(0.6, 0.65, 0.95, 0.4)), c => c.Result is not null);

    [Theory]
    [InlineData(0.96, 0.96, 0.95, 0.5, CheckKind.WasReached)]
    [InlineData(0.92, 0.93, 0.95, 0.5, CheckKind.WithinChance)]
    [InlineData(0.60, 0.65, 0.95, 0.97, CheckKind.Easy)]
    [InlineData(0.60, 0.65, 0.95, 0.01, CheckKind.OutOfReach)]
    public void What_could_be_better_is_named(double baseline, double value, double goal, double likelihood, CheckKind expected)
        => Assert.Equal([new(expected, "K1")], Of(Read(baseline, value, goal, likelihood)).Where(c => c.Result is not null));

    [Fact]
    public void Missing_data_are_named_before_anything_is_said_of_them()
    {
        Assert.Contains(new(CheckKind.Thin, "K1"), Of(new(Measured, InTime) { Value = new(3, 1, 0.3, 1, false) }));
        Assert.Contains(new(CheckKind.Gone, "K1"), Of(new(Measured, null)));
        Assert.Contains(new(CheckKind.NoBaseline, "K1"), Of(new(new("K1", "Hours of listening", 60), null)));
    }

    [Fact]
    public void An_objective_is_in_words_has_an_owner_and_two_to_five_results()
    {
        Assert.Equal([CheckKind.NoOwner, CheckKind.Vague, CheckKind.NumberInTitle, CheckKind.NoResult], Whole("95% answered", null));
        Assert.Equal([CheckKind.OneResult], Whole("Nobody waits for an answer", 1, Measured));
        Assert.Equal([CheckKind.ManyResults], Whole("Nobody waits for an answer", 1, Measured, Measured, Measured, Measured, Measured, Measured));
        Assert.Equal([CheckKind.NothingMeasured], Whole("Nobody waits for an answer", 1, new("K1", "Hours", 1), new("K2", "Calls", 1)));
    }

    private static CheckKind[] Whole(string title, long? owner, params KeyResult[] results)
        => [.. ObjectiveChecks.Of(Node(new(title, "", "C-1", ObjectiveLevel.Team, null, owner) { Results = results }, []), Today).Select(c => c.Kind)];

    private static IReadOnlyList<Check> Of(ResultReading reading)
        => ObjectiveChecks.Of(Node(new("Nobody waits for an answer", "", "C-1", ObjectiveLevel.Team, null, 1) { Results = [reading.Result] }, [reading]), Today);

    private static ResultReading Read(double baseline, double value, double goal, double likelihood) => new(Measured, InTime)
    {
        Value = new(200, value, value - 0.05, value + 0.05, true),
        Baseline = baseline,
        Goal = goal,
        Forecast = new(new(goal, goal, goal), likelihood),
    };

    private static ObjectiveNode Node(Objective objective, IReadOnlyList<ResultReading> results)
        => new(new("O-1", 1, objective, default, null), new("C-1", 1, new Cycle("Autumn", new(2026, 9, 23), new(2026, 12, 21)), default, null), results, []);
}
