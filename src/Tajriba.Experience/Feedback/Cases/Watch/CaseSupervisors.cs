using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Cases.Watch;

/// <summary>Who is told when time runs out.</summary>
public sealed class CaseSupervisors(IActingPersons persons)
{
    /// <summary>Ids of the people; empty where nobody manages anything there.</summary>
    public async Task<IReadOnlyList<long>> OfAsync(Case handled, EscalationTo to, CancellationToken cancellationToken = default)
    {
        if (to == EscalationTo.Handler && handled.Handler is { } handler)
        {
            return [handler];
        }

        // By the unit for which they manage it, the nearest first.
        IGrouping<string?, PermissionHolder>[] levels = [.. (await persons.HoldersAsync(FeedbackPermissions.Manage, handled.Unit, cancellationToken)).GroupBy(h => h.Through)];
        IGrouping<string?, PermissionHolder>? level = to == EscalationTo.Above && levels.Length > 1 ? levels[1] : levels.FirstOrDefault();
        return level is null ? [] : [.. level.Select(h => h.Person.Id)];
    }
}
