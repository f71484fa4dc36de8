using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Attention;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Sends the invitations and reminders whose time has come, and ends those that nobody answered.</summary>
internal sealed partial class InviteJob(
    IDatabase database, ProgrammeStore programmes, InvitationStore store, SurveyLinks links, IMessages messages, PersonTraits people, TimeProvider clock, ILogger<InviteJob> logger) : IScheduledJob
{
    private const int Part = 500;

    /// <summary>What waits for one that is off must not fill the portion of those that are on.</summary>
    private const string OfProgrammesOn = "programme_id IN (SELECT p.id FROM surveys_programmes p WHERE p.is_on = 1 AND p.deleted_at IS NULL)";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                // What never went out was not asked: it is not sent, for that reason.
                await transaction.Command(
                    "UPDATE surveys_invitations SET state = 'suppressed', reason = @reason WHERE expires_at < @now AND state = 'planned'",
                    ("now", Microseconds.Of(now)), ("reason", SuppressionReasons.Expired)).RunAsync(cancel);
                await transaction.Command(
                    "UPDATE surveys_invitations SET state = 'expired', remind_at = NULL WHERE expires_at < @now AND state IN ('sent', 'opened')", ("now", Microseconds.Of(now))).RunAsync(cancel);
            },
            cancellationToken);
        var on = (await programmes.ListAsync(cancellationToken)).Where(p => p.IsOn).ToDictionary(p => p.Id);
        foreach (var invitation in await store.DueAsync($"state = 'planned' AND due <= @now AND {OfProgrammesOn}", Microseconds.Of(now), Part, cancellationToken))
        {
            await TryAsync(on, invitation, isReminder: false, cancellationToken);
        }

        foreach (var invitation in await store.DueAsync($"remind_at <= @now AND state IN ('sent', 'opened') AND {OfProgrammesOn}", Microseconds.Of(now), Part, cancellationToken))
        {
            await TryAsync(on, invitation, isReminder: true, cancellationToken);
        }
    }

    /// <summary>One at a time, each in a transaction of its own, so that one that cannot be sent holds up none.</summary>
    private async Task TryAsync(Dictionary<long, Programme> on, Invitation invitation, bool isReminder, CancellationToken cancellationToken)
    {
        if (!on.TryGetValue(invitation.ProgrammeId, out var programme))
        {
            return;
        }

        try
        {
            var known = await people.OfAsync(invitation.CustomerId, cancellationToken);
            await database.WriteAsync(
                (transaction, cancel) => isReminder ? RemindAsync(transaction, programme, invitation, known, cancel) : InviteAsync(transaction, programme, invitation, known, cancel), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, invitation.Id, e);
        }
    }

    private async Task InviteAsync(DbTransaction transaction, Programme programme, Invitation invitation, KnownTraits known, CancellationToken cancellationToken)
    {
        if (await transaction.Command("UPDATE surveys_invitations SET state = 'queued' WHERE id = @id AND state = 'planned'", ("id", invitation.Id)).RunAsync(cancellationToken) != 1)
        {
            return;
        }

        var version = await VersionAsync(transaction, programme.SurveyKey, cancellationToken);
        var reason = version is null ? InviteReasons.NoSurvey
            : !programme.Settings.FitsPerson(known.Traits) ? InviteReasons.OtherSegment
            : await IsFullAsync(transaction, programme, invitation.Id, cancellationToken) ? InviteReasons.DayFull
            : null;
        MessageOutcome? outcome = reason is null ? await AskAsync(transaction, programme, invitation, known, version!, 0, cancellationToken) : null;
        reason ??= (outcome as MessageOutcome.Suppressed)?.Reason;
        var remind = programme.Settings.MostReminders > 0 && outcome is MessageOutcome.Queued queued ? Microseconds.Of(queued.Due.AddDays(programme.Settings.ReminderDays)) : (long?)null;
        await transaction.Command(
            "UPDATE surveys_invitations SET state = @state, reason = @reason, message_id = @message, channel = @channel, remind_at = @remind WHERE id = @id",
            ("state", reason is null ? "queued" : "suppressed"), ("reason", reason), ("message", outcome?.Id), ("channel", (outcome as MessageOutcome.Queued)?.Channel), ("remind", remind),
            ("id", invitation.Id)).RunAsync(cancellationToken);
        var sql = reason is null ? "UPDATE surveys_links SET channel = @channel WHERE invitation_id = @id" : "DELETE FROM surveys_links WHERE invitation_id = @id";
        await transaction.Command(sql, ("channel", (outcome as MessageOutcome.Queued)?.Channel), ("id", invitation.Id.ToString(CultureInfo.InvariantCulture))).RunAsync(cancellationToken);
    }

    /// <summary>
    /// What attention forbids today is asked for again tomorrow and is no reminder yet; any other reason ends reminding, and so does the
    /// last reminder.
    /// </summary>
    private async Task RemindAsync(DbTransaction transaction, Programme programme, Invitation invitation, KnownTraits known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await transaction.Command(
                "UPDATE surveys_invitations SET remind_at = NULL WHERE id = @id AND remind_at <= @now AND state IN ('sent', 'opened')",
                ("id", invitation.Id), ("now", Microseconds.Of(now))).RunAsync(cancellationToken) != 1
            || await VersionAsync(transaction, programme.SurveyKey, cancellationToken) is not { } version)
        {
            return;
        }

        var outcome = await AskAsync(transaction, programme, invitation, known, version, invitation.Reminders + 1, cancellationToken);
        var count = invitation.Reminders + (outcome is MessageOutcome.Queued ? 1 : 0);
        DateTimeOffset? next = outcome switch
        {
            MessageOutcome.Suppressed { Reason: SuppressionReasons.TooMany or SuppressionReasons.TooSoon } => now.AddDays(1),
            MessageOutcome.Queued queued when count < programme.Settings.MostReminders => queued.Due.AddDays(programme.Settings.ReminderDays),
            _ => null,
        };
        await transaction.Command(
            "UPDATE surveys_invitations SET reminders = @count, remind_at = @next WHERE id = @id",
            ("count", count), ("next", next is { } at ? Microseconds.Of(at) : null), ("id", invitation.Id)).RunAsync(cancellationToken);
        if (outcome is MessageOutcome.Suppressed)
        {
            // The link that the reminder would have carried.
            await transaction.Command(
                "DELETE FROM surveys_links WHERE id = (SELECT MAX(id) FROM surveys_links WHERE invitation_id = @id)", ("id", invitation.Id.ToString(CultureInfo.InvariantCulture))).RunAsync(cancellationToken);
        }
    }

    private async Task<MessageOutcome> AskAsync(
        DbTransaction transaction, Programme programme, Invitation invitation, KnownTraits known, string definition, int reminder, CancellationToken cancellationToken)
    {
        var settings = programme.Settings;
        var language = invitation.Language ?? settings.Texts.FirstOrDefault(t => t.Language == known.Language)?.Language;
        var link = await links.CreateAsync(
            transaction,
            new NewSurveyLink(programme.SurveyKey, LinkMode.Personal)
            {
                CustomerId = invitation.CustomerId,
                ContextJson = invitation.Context,
                ObjectRefs = JsonSerializer.Deserialize<List<ObjectRef>>(invitation.Objects)!,
                Unit = invitation.Unit,
                Channel = settings.Channels[0],
                InvitationId = invitation.Id.ToString(CultureInfo.InvariantCulture),
                Programme = programme.Key,
                ExpiresAt = invitation.Expires,
                SingleUse = true,
                Language = language ?? settings.Texts[0].Language,
            },
            cancellationToken);
        var first = FirstQuestion.Of(definition);
        return await messages.RequestAsync(
            transaction,
            new MessageRequest
            {
                CustomerId = invitation.CustomerId,
                Purpose = "survey",
                Topic = settings.Topic,
                Channels = settings.Channels,
                Texts = [.. settings.Texts.Select(text => InvitationMail.Of(text, first))],
                IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"invitation-{invitation.Id}-{reminder}-{(reminder == 0 ? 0 : Microseconds.Of(clock.GetUtcNow()))}"),
                Programme = programme.Key,
                Language = language,
                TimeZone = known.TimeZone,
                Link = link,
                NotAfter = invitation.Expires,
            },
            cancellationToken);
    }

    /// <summary>The definition that people answer now; null where there is none.</summary>
    internal static Task<string?> VersionAsync(DbTransaction transaction, string survey, CancellationToken cancellationToken) => transaction.Command(
        "SELECT v.body FROM surveys_surveys s JOIN surveys_versions v ON v.survey_id = s.id AND v.version = s.version WHERE s.survey_key = @key AND s.deleted_at IS NULL AND s.state <> 'closed'",
        ("key", survey)).ScalarAsync<string>(cancellationToken);

    private async Task<bool> IsFullAsync(DbTransaction transaction, Programme programme, long id, CancellationToken cancellationToken) =>
        programme.Settings.MostPerDay is { } most
        && await transaction.Command(
            """
            SELECT COUNT(*) FROM surveys_invitations i JOIN surveys_programmes p ON p.id = i.programme_id
            WHERE i.programme_id = @programme AND i.id <> @id AND i.message_id IS NOT NULL AND i.state <> 'suppressed' AND i.due > @since
            """,
            ("programme", programme.Id), ("id", id), ("since", Microseconds.Of(clock.GetUtcNow().AddDays(-1)))).ScalarAsync<long>(cancellationToken) >= most;

    [LoggerMessage(Level = LogLevel.Error, Message = "Invitation {Id} could not be made; it is tried again")]
    private static partial void Failed(ILogger logger, long id, Exception exception);
}
