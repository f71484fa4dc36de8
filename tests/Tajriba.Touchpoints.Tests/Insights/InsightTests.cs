using Tajriba.Touchpoints.Insights;

namespace Tajriba.Touchpoints.Tests.Insights;

public sealed class InsightTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_insight_is_what_was_done_about_it()
    {
        Insight insight = Told("Waiting makes people complain");
        Assert.Equal((InsightState.Holds, false, true), (insight.State, insight.IsDue(Today), insight.IsDue(Today.AddDays(90))));
        insight = After(insight, new InsightMoment.Decided(Now, 1, "More people on the telephone", "/feedback/problems"));
        insight = After(insight, new InsightMoment.Seen(Now, 1, 1, InsightEffect.Better, "Fewer cases", null));
        Assert.Equal(InsightEffect.Better, Assert.Single(insight.Decisions).Effect!.Effect);
        insight = After(insight, new InsightMoment.Reviewed(Now, 1, Today.AddDays(200), Confidence.High, ""));
        Assert.Equal((Confidence.High, Today.AddDays(200)), (insight.Content.Confidence, insight.Content.ReviewOn));
        insight = After(insight, new InsightMoment.Refuted(Now, 1, "It was the season"));
        Assert.Equal((InsightState.Refuted, false), (insight.State, insight.IsDue(Today.AddDays(900))));
        Assert.Equal(InsightFault.NotNow, insight.Fault(new InsightMoment.Decided(Now, 1, "x", null), Today));
        Assert.Equal(InsightState.Holds, After(insight, new InsightMoment.Restored(Now, 1)).State);
    }

    [Fact]
    public void What_rests_on_nothing_or_is_never_looked_at_again_is_refused()
    {
        InsightContent content = Told("x").Content;
        Assert.Null(Insight.FaultOf(content, Today));
        Assert.Equal(InsightFault.NeedsText, Insight.FaultOf(content with { Claim = " " }, Today));
        Assert.Equal(InsightFault.NeedsEvidence, Insight.FaultOf(content with { Evidence = [] }, Today));
        Assert.Equal(InsightFault.NeedsReview, Insight.FaultOf(content with { ReviewOn = Today }, Today));
        Assert.Equal(InsightFault.NoSuchDecision, Told("x").Fault(new InsightMoment.Seen(Now, 1, 1, InsightEffect.Worse, "y", null), Today));
        Assert.Throws<InvalidOperationException>(() => Insight.Of(1, [new InsightMoment.Restored(Now, 1)]));
    }

    [Theory]
    [InlineData("/indicators/nps | NPS fell", "/indicators/nps", "NPS fell")]
    [InlineData("/feedback?q=%D9%82", "/feedback?q=%D9%82", "")]
    [InlineData("نیم ساعت پشت خط ماندم", null, "نیم ساعت پشت خط ماندم")]
    public void Evidence_is_a_path_of_the_house_or_a_quote(string line, string? path, string text)
    {
        Assert.Equal(new Evidence(path, text), Evidence.Parse(line));
        Assert.Equal(line, Evidence.Parse(line)!.ToString());
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("/a b")]
    [InlineData("/")]
    public void Paths_that_lead_elsewhere_are_no_evidence(string line) => Assert.Null(Evidence.Parse(line));

    [Theory]
    [InlineData("انتظار پشت تلفن", 0)]
    [InlineData("انتظارات تلفنی", 0)]
    [InlineData("telephone waits", 2)]
    [InlineData("الأسعار", 1)]
    [InlineData("I-3", 2)]
    [InlineData("قيمت", 3)]
    public void A_question_in_any_spelling_finds_who_studied_it(string question, int first)
    {
        Insight[] insights = [Told("انتظارِ پشت تلفن شکایت می‌آورد", 1), Told("أسعار القطع مرتفعة", 2), Told("Waiting on the telephone makes people complain", 3), Told("مشتری می‌خواهد قیمت را بداند", 4)];
        Assert.Equal(insights[first].Code, InsightSearch.Find(insights, question)[0].Code);
    }

    [Fact]
    public void What_nobody_studied_finds_nothing() => Assert.Empty(InsightSearch.Find([Told("Waiting makes people complain")], "parking"));

    private static Insight Told(string claim, long id = 1)
        => Insight.Of(id, [new InsightMoment.Told(Now, 1, new(claim, Confidence.Medium, Today.AddDays(90)) { Evidence = [new(null, "quote")] })]);

    private static Insight After(Insight insight, InsightMoment moment)
    {
        Assert.Null(insight.Fault(moment, Today));
        return Insight.Of(insight.Id, [.. insight.Moments, moment]);
    }
}
