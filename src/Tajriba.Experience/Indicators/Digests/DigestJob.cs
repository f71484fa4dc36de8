using Microsoft.Extensions.Logging;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Experience.Indicators.Digests;

/// <summary>
/// Sends the digests whose hour has come. One that was missed while the house was down goes out later on the same day; each is
/// asked for once a day and person, under a key, and the queue of messages sends it at least once.
/// </summary>
public sealed partial class DigestJob(
    DigestStore store, DigestWriter writer, DigestReaders readers, IMessages messages, IDatabase database, DayClock days, TimeProvider clock, ILogger<DigestJob> logger) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "indicators.digests";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, days.Zone);
        var today = DateOnly.FromDateTime(local.DateTime);
        foreach (var digest in await store.ListAsync(cancellationToken))
        {
            if (IsDue(digest.Plan, local) && TimeZoneInfo.ConvertTime(digest.Made, days.Zone).DateTime < today.ToDateTime(new TimeOnly(digest.Plan.Hour, 0)))
            {
                foreach (var person in await readers.OfAsync(digest, cancellationToken))
                {
                    await TryAsync(digest, person, today, now, cancellationToken);
                }
            }
        }
    }

    private static bool IsDue(DigestPlan plan, DateTimeOffset local) => (plan.Day is null || plan.Day == local.DayOfWeek) && local.Hour >= plan.Hour;

    /// <summary>One at a time, so that one that cannot be written holds up none.</summary>
    private async Task TryAsync(Digest digest, ActingPerson person, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            if (DigestReaders.AddressOf(digest, person) is not { } address || await store.IsSentAsync(digest.Id, person.Id, today, cancellationToken))
            {
                return;
            }

            // Until the log is read again after a start, figures would be too small; the next round tries again.
            var (text, isWhole) = await writer.WriteAsync(digest.Plan, person, readers.PreferencesOf(person), cancellationToken);
            if (!isWhole)
            {
                return;
            }

            await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    if (await DigestStore.TakeAsync(transaction, digest.Id, person.Id, today, cancel))
                    {
                        await messages.RequestAsync(transaction, Request(digest, person, address, today, now, text), cancel);
                    }
                },
                cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, digest.Id, error);
        }
    }

    private static MessageRequest Request(Digest digest, ActingPerson person, string address, DateOnly today, DateTimeOffset now, MessageText text)
        => MessageRequest.ToPerson(new(person.Id, address), "digest", text, $"digest-{digest.Id}-{person.Id}-{today:yyyy-MM-dd}", now.AddDays(1));

    [LoggerMessage(Level = LogLevel.Error, Message = "Digest {Digest} was not sent")]
    private static partial void Failed(ILogger logger, long digest, Exception error);
}
