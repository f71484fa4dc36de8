using System.Data.Common;
using System.Globalization;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Rules.Handlers;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Rules;

/// <summary>
/// What a rule does: of a customer who has an open case of the unit the new words join that; the comment in a survey about a case goes
/// to that case, and opens it again; else a case is opened, a step more urgent where one of theirs was resolved shortly before.
/// </summary>
internal sealed class RuleOutcome(ICases cases, CaseRouting routing, IUnits units, IDatabase database, TimeProvider clock)
{
    /// <summary>Within so many days words of the same customer are about the same matter.</summary>
    private const int DaysTogether = 14;

    /// <summary>Within so many days after a resolution it came again.</summary>
    private const int DaysAgain = 30;

    /// <summary>Whether another system has a case for it: one that it names and that is none of ours.</summary>
    public async Task<bool> IsElsewhereAsync(LoggedEvent told, CancellationToken cancellationToken)
        => told.Objects.FirstOrDefault(o => o.Type == "case") is { Id.Length: > 0 } named && await cases.FindAsync(named.Id, cancellationToken) is null;

    /// <summary>What a survey about a case says of it, once.</summary>
    public async Task RateAsync(LoggedEvent told, ScoredAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Scores.TryGetValue("csat", out double score) && score is >= 1 and <= 5 && await NamedAsync(told, cancellationToken) is { Case: { IsDone: true } about }
            && !about.Moments.Any(m => m is CaseMoment.Rated && m.At >= told.Time))
        {
            await cases.DoAsync(about.Code, new CaseMoment.Rated(told.Time, (int)Math.Round(score, MidpointRounding.AwayFromZero), null), cancellationToken: cancellationToken);
        }
    }

    /// <param name="told">What happened.</param>
    /// <param name="rule">The rule that fits it.</param>
    /// <param name="item">The words, where there are any.</param>
    /// <param name="answer">The scores, where there are any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task OfAsync(LoggedEvent told, CaseRule rule, FeedbackItem? item, ScoredAnswer? answer, CancellationToken cancellationToken)
    {
        long number = item?.Id ?? (told.Position * FeedbackItem.MostOfOneEvent);
        string? unit = rule.Unit is { } own && units.Tree.Find(own) is not null ? own : item?.Unit ?? told.Unit;
        CasePriority priority = rule.Priority ?? (item?.Urgency == Urgency.High ? CasePriority.High : CasePriority.Normal);
        // Once more of what is known already says nothing new.
        if (item is null && rule.Trigger == RuleTrigger.Repetition && await OpenOfAsync(told.Objects[0], unit, cancellationToken) is not null)
        {
            return;
        }

        if (await AboutAsync(told, unit, cancellationToken) is { } about)
        {
            await JoinAsync(about, number, item, Reason(rule, answer), priority, cancellationToken);
            return;
        }

        string? earlier = await EarlierOfAsync(told.Objects[0], unit, cancellationToken);
        Case opened = await cases.OpenAsync(
            new(item?.Text ?? "", unit, earlier is null || priority == CasePriority.Urgent ? priority : priority + 1)
            {
                Item = number, Feedback = item?.Code, SubjectType = told.Objects[0].Type, SubjectId = told.Objects[0].Id, Channel = told.Channel, Language = item?.Language, Rule = rule.Key, Earlier = earlier,
            },
            cancellationToken);
        if (rule.Assigns && opened is { Moments.Length: 1, MergedInto: null } && await routing.ChooseAsync(unit, [.. item?.Topics ?? []], item?.Language, cancellationToken) is { } handler)
        {
            await cases.DoAsync(opened.Code, new CaseMoment.Assigned(clock.GetUtcNow(), null, handler), 1, cancellationToken);
        }
    }

    private async Task JoinAsync(KeptCase about, long number, FeedbackItem? item, string reason, CasePriority priority, CancellationToken cancellationToken)
    {
        if (about.Case.Items.Contains(number))
        {
            return;
        }

        CaseMoment again = item is null ? new CaseMoment.Reopened(clock.GetUtcNow(), null, reason) : new CaseMoment.Replied(clock.GetUtcNow(), item.Text);
        if (about.Case.IsDone && await cases.DoAsync(about.Case.Code, again, about.Version, cancellationToken) is not null)
        {
            return;
        }

        await cases.DoAsync(about.Case.Code, new CaseMoment.Joined(clock.GetUtcNow(), null, number), cancellationToken: cancellationToken);
        if (priority > about.Case.Priority)
        {
            await cases.DoAsync(about.Case.Code, new CaseMoment.Prioritized(clock.GetUtcNow(), null, priority), cancellationToken: cancellationToken);
        }
    }

    /// <summary>The case that it belongs to: the one that the event names, or the customer's open one.</summary>
    private async Task<KeptCase?> AboutAsync(LoggedEvent told, string? unit, CancellationToken cancellationToken)
    {
        return await NamedAsync(told, cancellationToken) ?? (await OpenOfAsync(told.Objects[0], unit, cancellationToken) is { } code ? await cases.FindAsync(code, cancellationToken) : null);
    }

    private async Task<KeptCase?> NamedAsync(LoggedEvent told, CancellationToken cancellationToken)
        => told.Objects.FirstOrDefault(o => o.Type == "case") is { Id.Length: > 0 } named && await cases.FindAsync(named.Id, cancellationToken) is { Case.State: not CaseState.Merged } kept
            && (kept.About.SubjectType, kept.About.SubjectId) == (told.Objects[0].Type, told.Objects[0].Id)
            ? kept
            : null;

    /// <summary>Why, where there are no words: the score, as <c>csat: 1</c>.</summary>
    private static string Reason(CaseRule rule, ScoredAnswer? answer)
        => rule.Score is { } name && answer?.Scores.TryGetValue(name, out double score) == true ? string.Create(CultureInfo.InvariantCulture, $"{name}: {score:0.##}") : rule.Key;

    private Task<string?> OpenOfAsync(ObjectRef subject, string? unit, CancellationToken cancellationToken)
        => CodeAsync("is_open = 1 AND opened_at >= @since", subject, unit, DaysTogether, cancellationToken);

    private Task<string?> EarlierOfAsync(ObjectRef subject, string? unit, CancellationToken cancellationToken)
        => CodeAsync("is_open = 0 AND resolved_at >= @since", subject, unit, DaysAgain, cancellationToken);

    private async Task<string?> CodeAsync(string where, ObjectRef subject, string? unit, int days, CancellationToken cancellationToken)
    {
        if (subject.Type != "customer")
        {
            // Nobody knows whether two anonymous voices are one.
            return null;
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"SELECT code FROM feedback_cases WHERE subject_type = @type AND subject_id = @id AND {where} AND COALESCE(unit, '') = @unit ORDER BY id DESC LIMIT 1",
            ("type", subject.Type), ("id", subject.Id), ("since", Microseconds.Of(clock.GetUtcNow().AddDays(-days))), ("unit", unit ?? "")).ScalarAsync<string?>(cancellationToken);
    }
}
