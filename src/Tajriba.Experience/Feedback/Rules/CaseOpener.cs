using System.Data.Common;
using System.Text.Json;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Rules;

/// <summary>
/// Hears the log and opens cases by the rules, once what was said is understood. It reads what happened, so that a process that dies
/// goes on where it stood; what it did before is found done.
/// </summary>
internal sealed class CaseOpener(IDatabase database, FeedbackStore feedback, RuleBook rules, RuleOutcome outcome, TimeProvider clock) : ILogSubscriber
{
    private const int Portion = 200_000;

    /// <summary>What is older when it is heard of, from a file of last year, opens nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public string Name => "feedback.rules";

    public TimeSpan LongestRest => TimeSpan.FromSeconds(2);

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        (long stood, long understood) = await StoodAsync(cancellationToken);
        var (reached, wanted) = log.FindNamed([.. ToldTexts.Names, .. rules.Events], Math.Max(afterPosition, stood), Portion, cancellationToken);
        foreach (LoggedEvent told in await log.GetAsync(wanted, cancellationToken))
        {
            if (ToldTexts.Names.Contains(told.Name, StringComparer.Ordinal) && told.Position > understood)
            {
                // Not read yet; what comes after it waits too.
                return told.Position - 1;
            }

            if (told.Time > clock.GetUtcNow() - Longest && !await outcome.IsElsewhereAsync(told, cancellationToken))
            {
                await HearAsync(log, told, cancellationToken);
            }

            stood = await MoveAsync(stood, told.Position, cancellationToken);
        }

        return reached;
    }

    /// <summary>Cases that were opened stay, and the past opens no others: where it stands, it goes on.</summary>
    public Task ResetAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task HearAsync(IExperienceLog log, LoggedEvent told, CancellationToken cancellationToken)
    {
        IReadOnlyList<FeedbackItem> items = await feedback.OfEventAsync(told.Position, cancellationToken);
        ScoredAnswer? answer = Scored(told);
        if (answer is not null)
        {
            await outcome.RateAsync(told, answer, cancellationToken);
        }

        bool isDone = false;
        foreach (FeedbackItem item in items)
        {
            if (rules.For(item) is { } rule)
            {
                await outcome.OfAsync(told, rule, item, answer, cancellationToken);
                isDone = true;
            }
        }

        if (!isDone && answer is not null && rules.For(answer) is { } scored)
        {
            await outcome.OfAsync(told, scored, items.FirstOrDefault(), answer, cancellationToken);
        }

        foreach (CaseRule rule in rules.Counting(told.Name, told.Unit, told.Channel))
        {
            if (await CountAsync(log, told, rule, cancellationToken) >= rule.Times)
            {
                await outcome.OfAsync(told, rule, null, null, cancellationToken);
                break;
            }
        }
    }

    private static ScoredAnswer? Scored(LoggedEvent told)
        => told.Name == Surveys.Respond.Completion.Answered && ResponseReader.Read(told) is { IsTest: false } response
            ? new(
                response.SurveyKey,
                response.Scores.Where(s => s.Value is System.Text.Json.Nodes.JsonValue value && value.GetValueKind() == JsonValueKind.Number).ToDictionary(s => s.Key, s => s.Value!.GetValue<double>(), StringComparer.Ordinal),
                told.Unit,
                told.Channel,
                response.Language)
            : null;

    /// <summary>How often the same has happened to the customer up to then.</summary>
    private static async Task<int> CountAsync(IExperienceLog log, LoggedEvent told, CaseRule rule, CancellationToken cancellationToken)
    {
        if (await log.FindObjectAsync(told.Objects[0].Type, told.Objects[0].Id, cancellationToken) is not { } number)
        {
            return 0;
        }

        DateTimeOffset since = told.Time.AddDays(-rule.Days);
        int count = 0;
        TimelineCursor? before = null;
        do
        {
            Timeline page = await log.ReadObjectAsync(number, before, 200, cancellationToken);
            count += page.Events.Count(e => e.Name == rule.Event && e.Time >= since && e.Time <= told.Time);
            before = page.Events is [.., var last] && last.Time < since ? null : page.Next;
        }
        while (before is not null && count < rule.Times);
        return count;
    }

    private async Task<(long Stood, long Understood)> StoodAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT r.position, i.position FROM feedback_rules_position r CROSS JOIN feedback_items_position i")
            .ListAsync(row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken))[0];
    }

    private async Task<long> MoveAsync(long from, long to, CancellationToken cancellationToken)
        => await database.WriteAsync(
            (transaction, cancel) => transaction.Command("UPDATE feedback_rules_position SET position = @to WHERE id = 1 AND position = @from", ("to", to), ("from", from)).RunAsync(cancel), cancellationToken) == 1
            ? to
            : throw new InvalidOperationException("Another node hears the log for the same tables.");
}
