using System.Text.Json.Nodes;
using Tajriba.Demo.Building;
using Tajriba.Demo.Feedback;
using Tajriba.Experience.Feedback.Problems;

namespace Tajriba.Demo.Tests;

public sealed class FeedbackTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);
    private static readonly DemoPlan Plan = DemoPlan.Of(Now, 1);

    [Fact]
    public void Complaints_come_in_three_languages_and_are_mostly_answered_in_time()
    {
        var told = DemoFeedback.Tell(Plan);
        Assert.All(told, e => Assert.True(e.Time < Now));
        Assert.Equal(told.Count, told.Select(e => e.Id).Distinct().Count());
        var complaints = told.Where(e => e.Name == "Feedback Received" && Text(e.Attributes!, "kind") == "complaint").ToList();
        Assert.Equal(DemoFeedback.Weeks * DemoFeedback.PerWeek, complaints.Count);
        var languages = complaints.GroupBy(e => Text(e.Attributes!, "language")).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(["ar", "en", "fa"], languages.Keys.Order());
        Assert.True(languages["fa"] > languages["ar"] && languages["ar"] > languages["en"]);
        var kept = told.Where(e => e.Name == "Case Answered").Average(e => (bool)JsonNode.Parse(e.Attributes!)!["goal"]!["answer"]!["kept"]! ? 1 : 0);
        Assert.InRange(kept, 0.88, 0.96);
    }

    [Fact]
    public void The_inbox_hears_reviews_calls_and_wishes_too()
    {
        var opinions = DemoFeedback.Tell(Plan).Where(e => e.Id.StartsWith("DO-", StringComparison.Ordinal)).ToList();
        Assert.InRange(opinions.Count, (DemoFeedback.Weeks - 1) * DemoOpinions.PerWeek, DemoFeedback.Weeks * DemoOpinions.PerWeek);
        Assert.Equal(["call", "praise", "review", "suggestion"], opinions.Select(e => Text(e.Attributes!, "kind")).Distinct().Order());
        Assert.All(opinions, e => Assert.Equal(Text(e.Attributes!, "kind") == "review", JsonNode.Parse(e.Attributes!)!["rating"] is not null));
    }

    /// <summary>The fix that helped and the one that did not, by the same rules as the product's.</summary>
    [Fact]
    public void Waiting_became_rarer_after_its_fix_and_missed_dates_did_not()
    {
        var resolved = DemoFeedback.Tell(Plan).Where(e => e.Name == "Case Resolved").ToList();
        Assert.Equal(VerdictKind.Confirmed, Judge("waiting", DemoFeedback.WaitingFixedWeeks));
        Assert.NotEqual(VerdictKind.Confirmed, Judge("late", DemoFeedback.LateFixedWeeks));

        VerdictKind Judge(string cause, int weeks)
        {
            double[] shares = [.. Enumerable.Range(1, DemoFeedback.Weeks - 2).Select(w => resolved.Where(e => e.Time >= Now.AddDays(-7 * (w + 1)) && e.Time < Now.AddDays(-7 * w)).Average(e => Text(e.Attributes!, "cause") == cause ? 1.0 : 0))];
            var before = shares.Skip(weeks).Take(25).Average();
            var deviation = Math.Sqrt(before * (1 - before) / DemoFeedback.PerWeek);
            return Verification.Of([.. shares.Take(weeks - 1).Reverse().Select(s => (before - s) / deviation)]).Kind;
        }
    }

    private static string Text(string attributes, string name) => (string)JsonNode.Parse(attributes)![name]!;
}
