using System.Globalization;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages.Attention;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>
/// Plans what schedules ask, each time whole or not at all: a process that dies in the middle leaves nothing half done, and the next
/// look begins again. Of times that were missed only the latest is made up for.
/// </summary>
internal sealed partial class ScheduleJob(
    IDatabase database, ProgrammeStore programmes, Population population, AttentionSettings attention, TimeProvider clock, ILogger<ScheduleJob> logger) : IScheduledJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await attention.GetAsync(cancellationToken)).TimeZone);
        foreach (var programme in (await programmes.ListAsync(cancellationToken)).Where(p => p is { IsOn: true, Settings.Trigger: TriggerKind.Schedule }))
        {
            var time = programme.Settings.Schedule.LatestUntil(now, zone);
            if (time <= programme.ScheduledThrough)
            {
                continue;
            }

            try
            {
                await PlanAsync(programme, time, now, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // It holds up no other.
                Failed(logger, programme.Key, e);
            }
        }
    }

    private async Task PlanAsync(Programme programme, DateTimeOffset time, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var planned = (await population.OfAsync(programme.Settings, time, cancellationToken))
            .Select(e => Trigger.Planned(programme, e, string.Create(CultureInfo.InvariantCulture, $"schedule:{time:yyyy-MM-ddTHH:mm}:{Trigger.CustomerOf(e)}"), time)).OfType<PlannedInvitation>().ToList();
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (await transaction.Command(
                    "UPDATE surveys_programmes SET scheduled_through = @time WHERE id = @id AND is_on = 1 AND scheduled_through < @time", ("time", Microseconds.Of(time)), ("id", programme.Id)).RunAsync(cancel) == 1)
                {
                    await InvitationStore.PlanAsync(transaction, planned, Microseconds.Of(now), cancel);
                }
            },
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule of programme {Key} could not be planned; it is tried again")]
    private static partial void Failed(ILogger logger, string key, Exception exception);
}
