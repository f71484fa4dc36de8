using System.Text.Json;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Rules;

/// <summary>The rules as they are set, over those of a new house.</summary>
public sealed class RuleBook(FeedbackSettings settings, IUnits units)
{
    private volatile Known? known;

    /// <summary>What holds while nothing is set: complaints, questions and what is urgent are answered; the others wait to be switched on.</summary>
    public static IReadOnlyList<CaseRule> Usual { get; } =
    [
        new("urgent", new("Urgent words", "سخن فوری", "كلام عاجل"), RuleTrigger.Feedback) { Place = 10, UrgencyFrom = Urgency.High, Assigns = true },
        new("complaint", new("Complaint", "شکایت", "شكوى"), RuleTrigger.Feedback) { Place = 20, Kinds = [FeedbackKind.Complaint], Assigns = true },
        new("question", new("Question", "پرسش", "سؤال"), RuleTrigger.Feedback) { Place = 30, Kinds = [FeedbackKind.Question], Priority = CasePriority.Low, Assigns = true },
        new("detractor", new("Would not recommend us", "ما را توصیه نمی‌کند", "لن يوصي بنا"), RuleTrigger.Score) { Place = 40, Score = "nps", ScoreUpTo = 3, Assigns = true, IsOn = false },
        new("third-contact", new("Third contact within two weeks", "تماس سوم در دو هفته", "الاتصال الثالث خلال أسبوعين"), RuleTrigger.Repetition) { Place = 50, Event = "Contact Received", Times = 3, Days = 14, Priority = CasePriority.High, Assigns = true, IsOn = false },
    ];

    /// <summary>All of them, in the order in which they are asked.</summary>
    public IReadOnlyList<CaseRule> All => Now().Rules;

    /// <summary>Names of the events whose repetition a rule counts.</summary>
    public IReadOnlyList<string> Events => [.. All.Where(r => r is { IsOn: true, Trigger: RuleTrigger.Repetition, Event: not null }).Select(r => r.Event!).Distinct(StringComparer.Ordinal)];

    public CaseRule? Find(string? key) => All.FirstOrDefault(r => r.Key == key);

    /// <summary>The first rule that is on and fits some words.</summary>
    public CaseRule? For(FeedbackItem item) => All.FirstOrDefault(r => r.IsOn && Fits(r, item));

    /// <summary>The first rule that is on and fits the scores of an answer.</summary>
    public CaseRule? For(ScoredAnswer answer) => All.FirstOrDefault(r => r.IsOn && Fits(r, answer));

    /// <summary>The rules that are on and count an event.</summary>
    public IEnumerable<CaseRule> Counting(string name, string? unit, string? channel)
        => All.Where(r => r is { IsOn: true, Trigger: RuleTrigger.Repetition } && r.Event == name && Fits(r, unit, channel, null));

    /// <summary>Whether a rule fits some words, on or off.</summary>
    public bool Fits(CaseRule rule, FeedbackItem item)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(item);
        return rule.Trigger == RuleTrigger.Feedback
            && Fits(rule, item.Unit, item.Channel, item.Language)
            && (rule.Kinds.Count == 0 || rule.Kinds.Contains(item.Kind))
            && (rule.Topics.Count == 0 || rule.Topics.Intersect(item.Topics, StringComparer.Ordinal).Any())
            && (rule.NegativeFrom is not { } negative || item.Sentiment.Negative >= negative)
            && (rule.UrgencyFrom is not { } urgency || item.Urgency >= urgency)
            && (rule.RatingUpTo is not { } rating || item.Rating <= rating)
            && (rule.Survey is null || rule.Survey == item.Survey)
            && (rule.Phrases.Count == 0 || Has(item.Text, rule.Phrases));
    }

    private bool Fits(CaseRule rule, ScoredAnswer answer)
        => rule.Trigger == RuleTrigger.Score
            && Fits(rule, answer.Unit, answer.Channel, answer.Language)
            && (rule.Survey is null || rule.Survey == answer.Survey)
            && answer.Scores.TryGetValue(rule.Score!, out double score) && score <= rule.ScoreUpTo;

    /// <summary>A language that nobody knows fits any.</summary>
    private bool Fits(CaseRule rule, string? unit, string? channel, string? language)
        => (rule.Units.Count == 0 || (units.Tree.Find(unit) is { } found && units.Tree.PathOf(found).Any(u => rule.Units.Contains(u.Code))))
            && (rule.Channels.Count == 0 || (channel is not null && rule.Channels.Contains(channel, StringComparer.OrdinalIgnoreCase)))
            && (rule.Languages.Count == 0 || language is null || rule.Languages.Contains(language));

    private static bool Has(string text, IReadOnlyList<string> phrases)
    {
        string words = $" {string.Join(' ', TextReading.Terms(text))} ";
        return phrases.Any(phrase => words.Contains($" {string.Join(' ', TextReading.Terms(phrase))} ", StringComparison.Ordinal));
    }

    private Known Now()
    {
        object stamp = settings.Stamp;
        if (known is { } one && ReferenceEquals(one.Stamp, stamp))
        {
            return one;
        }

        var rules = Usual.ToDictionary(r => r.Key, StringComparer.Ordinal);
        foreach (SettingVersion set in settings.Of(SettingKind.Rule))
        {
            rules[set.Key] = JsonSerializer.Deserialize<CaseRule>(set.Body!, FeedbackSettings.Json)!;
        }

        return known = new(stamp, [.. rules.Values.OrderBy(r => r.Place).ThenBy(r => r.Key, StringComparer.Ordinal)]);
    }

    private sealed record Known(object Stamp, IReadOnlyList<CaseRule> Rules);
}
