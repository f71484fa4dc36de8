using Microsoft.Extensions.Logging;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Organization.Governance.Conflicts;

/// <summary>
/// Tells by e-mail whom a conflict was given to, and who leads the body with which it lies, that its day is over: from the next morning on, each
/// of them once for each body and day. Handed on, it has a new day.
/// </summary>
public sealed partial class ConflictJob(
    GovernanceBook book, IActingPersons persons, ConflictLetters letters, IMessages messages, IDatabase database, DayClock days, TimeProvider clock, ILogger<ConflictJob> logger) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "governance.conflicts";

    /// <summary>The hour from which on people are told, by the organization's clocks.</summary>
    private const int Morning = 8;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        DateTime local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), days.Zone).DateTime;
        if (local.Hour < Morning)
        {
            return;
        }

        foreach (Kept<Conflict> late in book.All<Conflict>(RecordKind.Conflict).Where(c => c.Value.IsLate(DateOnly.FromDateTime(local))))
        {
            Kept<Body>? body = book.Find<Body>(RecordKind.Body, late.Value.Body);
            foreach (long id in new[] { late.Value.Owner, body?.Value.Chair }.OfType<long>().Distinct())
            {
                await TryAsync(id, late, body, cancellationToken);
            }
        }
    }

    /// <summary>One at a time, so that one to whom nothing can be sent holds up none.</summary>
    private async Task TryAsync(long id, Kept<Conflict> late, Kept<Body>? body, CancellationToken cancellationToken)
    {
        try
        {
            // What they may see today: the unit may be another one than when it was given to them.
            if (await persons.FindAsync(id, cancellationToken) is { } person && DigestReaders.IsAddress(person.UserName) && body is not null
                && GovernanceReader.Sees(person.ScopeOf(GovernancePermissions.View), body.Value.Unit))
            {
                // Its key is of the conflict, the body and the day: asked for again it is the same message.
                MessageRequest letter = letters.Write(person, late, body.Value);
                await database.WriteAsync((transaction, cancel) => messages.RequestAsync(transaction, letter, cancel), cancellationToken);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, id, late.Code, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Person {Person} was not told of late conflict {Conflict}")]
    private static partial void Failed(ILogger logger, long person, string conflict, Exception error);
}
