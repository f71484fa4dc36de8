using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Rules.Edit;

/// <summary>A rule as its form sends it.</summary>
internal static class RuleForm
{
    /// <summary>The rule, and what is wrong with it: <c>key</c>, <c>number</c>, <c>unit</c> or as <see cref="CaseRule.Fault"/> says.</summary>
    public static (CaseRule Rule, string? Fault) Parse(IFormCollection form, Read read, UnitTree units, Understand.Topics topics)
    {
        bool areNumbers = true;
        double? Number(string name)
        {
            string typed = form[name].ToString();
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            double? number = (double?)read.Number(typed);
            areNumbers &= number is not null;
            return number;
        }

        int Whole(string name, int otherwise)
        {
            double number = Number(name) ?? otherwise;
            areNumbers &= number == Math.Floor(number) && Math.Abs(number) <= 10_000;
            return areNumbers ? (int)number : otherwise;
        }

        RuleTrigger trigger = Word<RuleTrigger>(form, "trigger") ?? RuleTrigger.Feedback;
        var rule = new CaseRule(form["key"].ToString().Trim(), SettingForms.Title(form), trigger)
        {
            IsOn = form["on"] == "true",
            Place = Whole("place", 100),
            Units = Chosen(form, "units"),
            Channels = Typed(form, "channels", ',', '،'),
            Languages = Chosen(form, "languages"),
            Assigns = form["assigns"] == "true",
            Priority = Word<CasePriority>(form, "priority"),
            Unit = form["unit"].ToString() is { Length: > 0 } unit ? unit : null,
            Survey = trigger == RuleTrigger.Repetition || form["survey"].ToString().Trim() is not { Length: > 0 } survey ? null : survey,
        };
        rule = trigger switch
        {
            RuleTrigger.Feedback => rule with
            {
                Kinds = [.. Chosen(form, "kinds").Select(k => Enum.TryParse(k, out FeedbackKind kind) && Enum.IsDefined(kind) ? kind : (FeedbackKind?)null).OfType<FeedbackKind>()],
                Topics = [.. Chosen(form, "topics").Where(t => topics.All.Any(known => known.Key == t))],
                Phrases = Typed(form, "phrases", '\n'),
                NegativeFrom = Number("negative") / 100,
                UrgencyFrom = Word<Urgency>(form, "urgency"),
                RatingUpTo = Number("rating") is { } rating && rating is >= 1 and <= 5 ? (int)rating : null,
            },
            RuleTrigger.Score => rule with { Score = form["score"].ToString().Trim(), ScoreUpTo = Number("upto") },
            _ => rule with { Event = form["event"].ToString().Trim(), Times = Whole("times", 3), Days = Whole("days", 14) },
        };
        return (rule, !SettingForms.IsKey(rule.Key) ? "key" : !areNumbers ? "number" : rule.Units.Append(rule.Unit).Any(u => u is not null && units.Find(u) is null) ? "unit" : rule.Fault);
    }

    private static T? Word<T>(IFormCollection form, string name)
        where T : struct, Enum
        => Enum.TryParse(form[name], out T value) && Enum.IsDefined(value) ? value : null;

    private static string[] Chosen(IFormCollection form, string name) => [.. form[name].OfType<string>().Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string[] Typed(IFormCollection form, string name, params char[] apart)
        => [.. form[name].ToString().ReplaceLineEndings("\n").Split(apart, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
