using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Themes;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Tests.Feedback;

public sealed class ThemeFindingTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Fillers = ["بسیار خوب بود", "همه چیز عادی", "از دیدار شما خوشحال شدم", "روز آرامی بود", "ممنون از همکاران", "دوباره می‌آیم", "راه دور است", "هوا گرم بود"];

    [Fact]
    public void What_several_speak_of_is_a_theme_that_keeps_its_number()
    {
        ThemeReport first = ThemeFinding.Of([.. Quiet(0), .. Parking(1_000, 8, daysAgo: 40)], ThemeReport.None, Now);
        FoundTheme parking = Assert.Single(first.Languages.Single().Found, t => t.Terms.Contains("پارکینگ"));
        Assert.Equal((8, 8), (parking.Texts, parking.Weeks.Sum()));
        Assert.True(parking.Tone!.Value.Upper < 0, "People complain of it.");
        Assert.All(parking.Samples, id => Assert.InRange(id, 1_000, 1_007));

        ThemeReport next = ThemeFinding.Of([.. Quiet(0), .. Parking(1_000, 8, daysAgo: 40), .. Parking(2_000, 5, daysAgo: 1)], first, Now.AddDays(1));
        Assert.Equal(parking.Id, Assert.Single(next.Languages.Single().Found, t => t.Terms.Contains("پارکینگ")).Id);
    }

    [Fact]
    public void What_jumps_in_a_week_emerges_once_and_what_stays_does_not()
    {
        FeedbackItem[] items = [.. Quiet(0), .. Parking(1_000, 15, daysAgo: 4)];
        ThemeReport report = ThemeFinding.Of(items, ThemeReport.None, Now);
        EmergingTheme emerging = report.Emerging.First(e => e.Theme is not null);
        Assert.Contains("پارکینگ", emerging.Name, StringComparison.Ordinal);
        Assert.Equal(("fa", 15, 0), (emerging.Language, emerging.Now, emerging.Before));
        Assert.Contains(report.Emerging, e => e is { Theme: null, Name: "place" });
        Assert.Equal(new DateOnly(2026, 11, 23), report.Week);

        // Looked at again within the week it says the same, however the texts have changed.
        Assert.Equal(report.Emerging, ThemeFinding.Of(Quiet(0), report, Now.AddDays(3)).Emerging);
        Assert.Empty(ThemeFinding.Of([.. Quiet(0), .. Parking(1_000, 3, 4), .. Parking(2_000, 12, 20)], ThemeReport.None, Now).Emerging);
    }

    [Fact]
    public void Weeks_in_which_nothing_changed_raise_no_more_alarms_than_stated()
    {
        int alarms = 0;
        const int Weeks = 200;
        for (int seed = 0; seed < Weeks; seed++)
        {
            var random = new Random(seed);
            FeedbackItem[] items = [.. Enumerable.Range(0, 400).Select(i => Item(i, Fillers[random.Next(Fillers.Length)], random.Next(35), random.Next(4) == 0 ? ["price"] : random.Next(5) == 0 ? ["speed", "staff"] : []))];
            alarms += ThemeFinding.Of(items, ThemeReport.None, Now).Emerging.Count > 0 ? 1 : 0;
        }

        // Of 200 at 5% more than 19 come in one run of a hundred.
        Assert.InRange(alarms, 0, 19);
    }

    [Fact]
    public void Nothing_said_is_nothing_found()
    {
        ThemeReport report = ThemeFinding.Of([], ThemeReport.None, Now);
        Assert.Empty(report.Languages);
        Assert.Null(report.Week);
    }

    private static FeedbackItem[] Quiet(int from) => [.. Enumerable.Range(0, 300).Select(i => Item(from + i, Fillers[i % Fillers.Length] + " " + (char)('a' + (i % 26)), 1 + (i % 34), []))];

    private static IEnumerable<FeedbackItem> Parking(int from, int count, int daysAgo)
        => Enumerable.Range(0, count).Select(i => Item(from + i, "پارکینگ شعبه همیشه جای خالی ندارد", daysAgo, ["place"], new(0.8, 0.1, 0.1)));

    private static FeedbackItem Item(long id, string text, int daysAgo, string[] topics, SentimentScore? sentiment = null) => new()
    {
        Id = id, Code = "f" + id, ReceivedAt = Now.AddDays(-daysAgo), Kind = FeedbackKind.Comment, Text = text, Language = "fa", Sentiment = sentiment ?? new(0.2, 0.4, 0.4), Topics = topics,
        Urgency = Urgency.Low, Reason = UrgencyReason.None, SubjectType = "customer", SubjectId = "c" + id, State = TriageState.New,
    };
}
