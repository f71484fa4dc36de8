using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>
/// Hears the log: what makes programmes ask, and how far their invitations came. Asking cannot be taken back, so that this
/// is no read model: its position moves with the invitations and only forward, and a rebuild asks nobody again.
/// </summary>
internal sealed class InviteListener(IDatabase database, ProgrammeStore programmes, TimeProvider clock) : ILogSubscriber
{
    private const int Part = 1000;

    public string Name => "surveys.invite";

    public TimeSpan LongestRest => TimeSpan.FromSeconds(5);

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        // The head first, the programmes after it: one that is made meanwhile begins behind this head.
        var head = log.Head;
        var all = await programmes.ListAsync(cancellationToken);
        var stood = await PositionAsync(cancellationToken);
        var after = all.Count == 0 ? head : Math.Max(stood, Math.Min(head, all.Min(p => p.FromPosition)));
        if (after >= head)
        {
            return Math.Max(afterPosition, after);
        }

        var part = (await log.ReadAsync(after, Part, cancellationToken)).Where(e => e.Position <= head).ToList();
        var reached = part.Count == 0 ? head : part[^1].Position;
        var isMoved = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (await transaction.Command("UPDATE surveys_invite_position SET position = @reached WHERE id = 1 AND position = @stood", ("reached", reached), ("stood", stood)).RunAsync(cancel) != 1)
                {
                    return false;
                }

                foreach (var told in part)
                {
                    await HearAsync(transaction, log, all, told, cancel);
                }

                return true;
            },
            cancellationToken);
        return isMoved ? reached : afterPosition;
    }

    public Task ResetAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task HearAsync(DbTransaction transaction, IExperienceLog log, IReadOnlyList<Programme> all, LoggedEvent told, CancellationToken cancellationToken)
    {
        await InvitationStore.PlanAsync(transaction, all.Select(programme => Trigger.Of(programme, told)).OfType<PlannedInvitation>(), Microseconds.Of(clock.GetUtcNow()), cancellationToken);

        var at = Microseconds.Of(told.Time);
        if (told.Source == MessageFacts.Source && (told.Name is MessageFacts.Sent or MessageFacts.Suppressed or MessageFacts.Failed) && Number(told, "message") is { } message)
        {
            var reason = told.Name == MessageFacts.Failed ? "failed" : Text(told, "reason");
            var sql = told.Name == MessageFacts.Sent
                ? "UPDATE surveys_invitations SET state = 'sent', sent_at = @at WHERE message_id = @message AND state = 'queued'"
                : "UPDATE surveys_invitations SET state = 'suppressed', reason = @reason, remind_at = NULL WHERE message_id = @message AND state = 'queued'";
            if (await transaction.Command(sql, ("at", at), ("reason", reason), ("message", message)).RunAsync(cancellationToken) == 1 && told.Name == MessageFacts.Sent)
            {
                await TellAsync(transaction, log, message, told, cancellationToken);
            }
        }
        else if ((told.Name is "Survey Opened" or "Survey Answered") && long.TryParse(Text(told, "invitation"), NumberStyles.None, CultureInfo.InvariantCulture, out var invitation))
        {
            var sql = told.Name == "Survey Opened"
                ? "UPDATE surveys_invitations SET opened_at = COALESCE(opened_at, @at), state = CASE WHEN state IN ('queued', 'sent', 'expired') THEN 'opened' ELSE state END WHERE id = @id"
                : "UPDATE surveys_invitations SET answered_at = COALESCE(answered_at, @at), state = 'answered', remind_at = NULL WHERE id = @id";
            await transaction.Command(sql, ("at", at), ("id", invitation)).RunAsync(cancellationToken);
        }
    }

    /// <summary>Somebody was invited once the message went out.</summary>
    private static async Task TellAsync(DbTransaction transaction, IExperienceLog log, long message, LoggedEvent told, CancellationToken cancellationToken)
    {
        var (id, customer, unit, channel, objects, survey, programme) = (await transaction.Command(
            """
            SELECT i.id, i.customer_id, i.unit, i.channel, i.objects, p.survey_key, p.programme_key FROM surveys_invitations i JOIN surveys_programmes p ON p.id = i.programme_id WHERE i.message_id = @message
            """,
            ("message", message)).ListAsync(
            r => (r.GetInt64(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6)), cancellationToken))[0];
        await log.AppendAsync(
            transaction,
            [new NewEvent
            {
                Source = "room:surveys",
                Id = string.Create(CultureInfo.InvariantCulture, $"invitation-{id}"),
                Name = "Survey Invited",
                Time = told.Time,
                Objects = [new("customer", customer), new("survey", survey), .. JsonSerializer.Deserialize<List<ObjectRef>>(objects)!],
                Unit = unit,
                Channel = channel,
                Attributes = new JsonObject { ["survey"] = survey, ["programme"] = programme, ["invitation"] = id.ToString(CultureInfo.InvariantCulture) }.ToJsonString(),
            }],
            cancellationToken);
    }

    private static long? Number(LoggedEvent told, string name) => AttributePath.At(told.Attributes, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    private static string? Text(LoggedEvent told, string name) => AttributePath.At(told.Attributes, name) is { } value ? AttributePath.Text(value) : null;

    private async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT position FROM surveys_invite_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
    }
}
