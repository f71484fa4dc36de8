using Microsoft.Extensions.Logging;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Experience.Feedback.Cases.Watch;

/// <summary>Tells people that time runs out, and closes what nobody objected to.</summary>
public sealed partial class CaseJob(
    CaseWatch watch, ICases cases, CasePromises promises, IPromises set, CaseSupervisors supervisors, CaseAlerts alerts, IMessages messages, IDatabase database, TimeProvider clock, ILogger<CaseJob> logger) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "feedback.cases";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await watch.RenewAsync(set.ChangedAt, cancellationToken);
        await EachAsync(watch.EscalatingAsync, EscalateAsync, cancellationToken);
        await EachAsync(cancel => watch.ClosingAsync(set.Escalations.CloseAfterDays, cancel), CloseAsync, cancellationToken);
        await watch.ReadWordsAsync(cancellationToken);
    }

    /// <summary>One at a time, so that one that fails holds up none; a batch in which nothing got on is left to the next round.</summary>
    private async Task EachAsync(Func<CancellationToken, Task<List<string>>> find, Func<string, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while ((await find(cancellationToken)).Where(seen.Add).ToList() is { Count: > 0 } codes)
        {
            foreach (string code in codes)
            {
                try
                {
                    await act(code, cancellationToken);
                }
                catch (Exception error) when (!cancellationToken.IsCancellationRequested)
                {
                    Failed(logger, code, error);
                }
            }
        }
    }

    private Task CloseAsync(string code, CancellationToken cancellationToken) => cases.DoAsync(code, new CaseMoment.Closed(clock.GetUtcNow(), null), cancellationToken: cancellationToken);

    private async Task EscalateAsync(string code, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(code, cancellationToken) is not { } kept)
        {
            return;
        }

        if (promises.Now().EscalationOf(kept.Case) is not var (target, step))
        {
            await watch.RenewAsync(code, cancellationToken);
            return;
        }

        IReadOnlyList<long> told = await supervisors.OfAsync(kept.Case, step.To, cancellationToken);
        // Letters first, under a key of their own: a process that dies in between asks for them again and sends them once.
        IReadOnlyList<MessageRequest> letters = await alerts.WriteAsync(kept.Case, target, step, told, cancellationToken);
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                foreach (MessageRequest letter in letters)
                {
                    await messages.RequestAsync(transaction, letter, cancel);
                }
            },
            cancellationToken);
        CasePriority? raised = step.Raises && kept.Case.Priority < CasePriority.Urgent ? kept.Case.Priority + 1 : null;
        await cases.DoAsync(code, new CaseMoment.Escalated(clock.GetUtcNow(), target, step.Share, told, raised), kept.Version, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Code} was not looked after")]
    private static partial void Failed(ILogger logger, string code, Exception error);
}
