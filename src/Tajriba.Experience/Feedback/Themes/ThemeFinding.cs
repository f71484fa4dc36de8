using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Statistics;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Themes;

/// <summary>Finds themes and what emerges in feedback. Pure: the same feedback and the same report before give the same.</summary>
public static class ThemeFinding
{
    private const int Week = 7;
    private const int WeeksBefore = 4;
    private const int Samples = 5;
    private const int FewestNow = 3;

    /// <summary>The report of now.</summary>
    /// <param name="items">Feedback of the last <see cref="ThemeReport.Days"/> days, in any order.</param>
    /// <param name="before">What was found last.</param>
    /// <param name="now">The moment.</param>
    public static ThemeReport Of(IReadOnlyList<FeedbackItem> items, ThemeReport before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(before);
        LanguageThemes[] languages = [.. items.GroupBy(i => i.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => In(g.Key, [.. g.OrderByDescending(i => i.ReceivedAt)], before.Languages.FirstOrDefault(l => l.Language == g.Key), now))];
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        DateOnly monday = today.AddDays(-(((int)today.DayOfWeek + 6) % Week));

        // Tested once for each whole week, so that the rate of false alarms is one of weeks and not of looks.
        return before.Week == monday && items.Count > 0
            ? new(now, languages, before.Week, before.Emerging)
            : new(now, languages, items.Count == 0 ? null : monday, Emerging(items, languages, new DateTimeOffset(monday.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
    }

    private static LanguageThemes In(string language, IReadOnlyList<FeedbackItem> items, LanguageThemes? before, DateTimeOffset now)
    {
        ThemeWindow window = ThemeFinder.Find([.. items.Select(i => i.Text)], before is null ? ThemeWindow.None : new([], before.NextId, before.Known));
        return new(language, items.Count, [.. window.Themes.Select(theme => Told(theme, [.. theme.Texts.Select(t => items[t])], now))], window.NextId, window.Known);
    }

    private static FoundTheme Told(Theme theme, IReadOnlyList<FeedbackItem> items, DateTimeOffset now)
    {
        int[] weeks = new int[ThemeReport.Days / Week];
        foreach (FeedbackItem item in items)
        {
            int ago = (int)((now - item.ReceivedAt).TotalDays / Week);
            if (ago >= 0 && ago < weeks.Length)
            {
                weeks[^(ago + 1)]++;
            }
        }

        double[] tones = [.. items.Select(ToneOf)];
        return new(theme.Id, theme.Terms, items.Count, weeks, tones.Length < 2 ? null : MeanInterval.Student(SampleSummary.Of(tones)), [.. items.Take(Samples).Select(i => i.Id)]);
    }

    /// <summary>The week that ended before a Monday against the four before it: themes of each language and topics, the false alarms shared out among these tests.</summary>
    private static IReadOnlyList<EmergingTheme> Emerging(IReadOnlyList<FeedbackItem> items, LanguageThemes[] languages, DateTimeOffset monday)
    {
        double rate = ThemeReport.FalseAlarms / (languages.Length + 1);
        FeedbackItem[] week = [.. items.Where(i => i.ReceivedAt >= monday.AddDays(-Week) && i.ReceivedAt < monday)];
        FeedbackItem[] earlier = [.. items.Where(i => i.ReceivedAt >= monday.AddDays(-Week * (WeeksBefore + 1)) && i.ReceivedAt < monday.AddDays(-Week))];
        var found = new List<EmergingTheme>();
        foreach (LanguageThemes language in languages)
        {
            var folded = new FoldedText();
            Dictionary<string, (int Now, int Before)> counts = language.Found.ToDictionary(
                t => t.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                t => (week.Count(Holds(t)), earlier.Count(Holds(t))), StringComparer.Ordinal);
            found.AddRange(Test(counts, week.Count(i => i.Language == language.Language), earlier.Count(i => i.Language == language.Language), rate)
                .Select(e => (Emerged: e, Theme: language.Found.First(t => t.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == e.Term)))
                .Select(e => new EmergingTheme(language.Language, e.Theme.Id, string.Join(' ', e.Theme.Terms), e.Emerged.Now, e.Emerged.Before, e.Emerged.Probability)));

            Func<FeedbackItem, bool> Holds(FoundTheme theme) => item => item.Language == language.Language && new Theme(theme.Id, theme.Terms, []).Holds(folded.Fold(item.Text));
        }

        var topics = items.SelectMany(i => i.Topics).Distinct(StringComparer.Ordinal).ToDictionary(
            t => t, t => (week.Count(i => i.Topics.Contains(t)), earlier.Count(i => i.Topics.Contains(t))), StringComparer.Ordinal);
        found.AddRange(Test(topics, week.Length, earlier.Length, rate).Select(e => new EmergingTheme(null, null, e.Term, e.Now, e.Before, e.Probability)));
        return [.. found.OrderBy(e => e.Probability).ThenBy(e => e.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<EmergingTerm> Test(Dictionary<string, (int Now, int Before)> counts, int now, int before, double rate)
        => counts.Count == 0 || now == 0 || before == 0 ? [] : EmergingTerms.Find(counts, now, before, rate).Where(e => e.Now >= FewestNow);

    internal static double ToneOf(FeedbackItem item) => item.Sentiment.Positive - item.Sentiment.Negative;
}
