using Microsoft.Extensions.Logging;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Reviews;
using Tajriba.Organization.Objectives.Tree;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Organization.Objectives.Follow;

/// <summary>
/// Tells people by e-mail, from the morning on and once a week at most, of which objectives they have said nothing for a week and
/// what they have to do for others. Whoever has said and done it hears nothing.
/// </summary>
public sealed partial class ReminderJob(
    ObjectiveBook book, ObjectiveTrees trees, IActingPersons persons, ReminderStore reminders, ReminderLetters letters, IMessages messages, IDatabase database, DayClock days, TimeProvider clock, ILogger<ReminderJob> logger) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "objectives.reminders";

    /// <summary>The hour from which on people are reminded, by the organization's clocks.</summary>
    private const int Morning = 8;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        DateTime local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), days.Zone).DateTime;
        if (local.Hour < Morning)
        {
            return;
        }

        var today = DateOnly.FromDateTime(local);
        ObjectiveTree tree = await trees.GetAsync(cancellationToken);
        ObjectiveNode[] silent = [.. tree.All.Where(n => n.Value.Owner is not null && n.IsSilent(today))];
        Kept<CorrectiveAction>[] due = [.. book.All<CorrectiveAction>(ObjectiveKind.Action).Where(a => a.Value.IsOpen && a.Value.DueOn <= today.AddDays(ReminderStore.Days) && tree.Find(a.Value.Objective) is not null)];
        IReadOnlySet<long> reminded = await reminders.RemindedAsync(today, cancellationToken);
        foreach (long id in silent.Select(n => n.Value.Owner!.Value).Concat(due.Select(a => a.Value.Owner)).Distinct().Where(id => !reminded.Contains(id)))
        {
            await TryAsync(id, today, [.. silent.Where(n => n.Value.Owner == id)], [.. due.Where(a => a.Value.Owner == id).OrderBy(a => a.Value.DueOn)], tree, cancellationToken);
        }
    }

    /// <summary>One at a time, so that one to whom nothing can be sent holds up none.</summary>
    private async Task TryAsync(long id, DateOnly today, IReadOnlyList<ObjectiveNode> silent, IReadOnlyList<Kept<CorrectiveAction>> due, ObjectiveTree tree, CancellationToken cancellationToken)
    {
        try
        {
            if (await persons.FindAsync(id, cancellationToken) is not { } person || !DigestReaders.IsAddress(person.UserName))
            {
                return;
            }

            // What they may see today: the unit may be another one than when they took it on.
            UnitScope scope = person.ScopeOf(ObjectivePermissions.View);
            ObjectiveNode[] toSay = [.. silent.Where(n => ObjectiveReader.Sees(scope, n.Value.Unit))];
            (CorrectiveAction, ObjectiveNode)[] toDo = [.. due.Select(a => (a.Value, tree.Find(a.Value.Objective)!)).Where(a => ObjectiveReader.Sees(scope, a.Item2.Value.Unit))];
            if (toSay.Length == 0 && toDo.Length == 0)
            {
                return;
            }

            MessageRequest letter = letters.Write(person, today, toSay, toDo);
            await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    if (await ReminderStore.TakeAsync(transaction, id, today, cancel))
                    {
                        await messages.RequestAsync(transaction, letter, cancel);
                    }
                },
                cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, id, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Person {Person} was not reminded of objectives")]
    private static partial void Failed(ILogger logger, long person, Exception error);
}
