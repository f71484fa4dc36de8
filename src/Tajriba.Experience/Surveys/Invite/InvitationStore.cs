using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Invitations on record.</summary>
public sealed class InvitationStore(IDatabase database)
{
    private const string Select =
        """
        SELECT id, programme_id, customer_id, unit, language, context, objects, state, reason, channel, message_id, due, expires_at, sent_at, answered_at, reminders FROM surveys_invitations
        """;

    private const int AtOnce = 200;
    private const string Furthest =
        "CASE WHEN answered_at IS NOT NULL OR state = 'answered' THEN 3 WHEN opened_at IS NOT NULL OR state = 'opened' THEN 2 WHEN sent_at IS NOT NULL OR state = 'sent' THEN 1 ELSE 0 END";

    /// <summary>Newest first.</summary>
    /// <param name="programme">Whose.</param>
    /// <param name="state">That stand like this; null for all.</param>
    /// <param name="step">That came at least so far; null for all.</param>
    /// <param name="reason">That did not go out for this reason; null for all.</param>
    /// <param name="before">With a smaller number.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Invitation>> ListAsync(
        long programme, InvitationState? state, FunnelStep? step, string? reason, long before, int limit, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var where = (state is null ? "" : " AND state = @state") + (reason is null ? "" : " AND reason = @reason") + (step is { } least ? $" AND {Furthest} >= {(int)least}" : "");
        (string, object?)[] values = [("programme", programme), ("before", before), ("limit", limit)];
        (string, object?)[] wanted = state is { } one ? [("state", Code(one))] : [];
        (string, object?)[] why = reason is null ? [] : [("reason", reason)];
        return await connection.Command($"{Select} WHERE programme_id = @programme AND id < @before{where} ORDER BY id DESC LIMIT @limit", [.. values, .. wanted, .. why]).ListAsync(Read, cancellationToken);
    }

    public async Task<IReadOnlyList<ProgrammeCount>> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT programme_id, state, COALESCE(reason, ''), {Furthest}, COUNT(*) FROM surveys_invitations GROUP BY 1, 2, 3, 4").ListAsync(
            r => new ProgrammeCount(r.GetInt64(0), State(r.GetString(1)), r.GetString(2), (FunnelStep)r.GetInt32(3), r.GetInt64(4)), cancellationToken);
    }

    internal async Task<List<Invitation>> DueAsync(string which, long now, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"{Select} WHERE {which} ORDER BY id LIMIT @limit", ("now", now), ("limit", limit)).ListAsync(Read, cancellationToken);
    }

    /// <summary>Plans many in one statement each, unless the programme has one for the trigger; gives how many are new.</summary>
    internal static async Task<int> PlanAsync(DbTransaction transaction, IEnumerable<PlannedInvitation> planned, long now, CancellationToken cancellationToken)
    {
        var made = 0;
        foreach (var part in planned.Chunk(AtOnce))
        {
            var rows = part.Select((_, i) => $"(@programme{i}, @trigger{i}, @customer{i}, @unit{i}, @language{i}, @context{i}, @objects{i}, 'planned', @now, @due{i}, @expires{i})");
            (string, object?)[] values =
            [
                ("now", now),
                .. part.SelectMany((one, i) => new (string, object?)[]
                {
                    ($"programme{i}", one.ProgrammeId), ($"trigger{i}", one.TriggerKey), ($"customer{i}", one.CustomerId), ($"unit{i}", one.Unit), ($"language{i}", one.Language),
                    ($"context{i}", one.Context), ($"objects{i}", one.Objects), ($"due{i}", Microseconds.Of(one.Due)), ($"expires{i}", Microseconds.Of(one.Expires)),
                }),
            ];
            made += await transaction.Command(
                $"""
                INSERT INTO surveys_invitations (programme_id, trigger_key, customer_id, unit, language, context, objects, state, made_at, due, expires_at)
                VALUES {string.Join(", ", rows)} ON CONFLICT (programme_id, trigger_key) DO NOTHING
                """,
                values).RunAsync(cancellationToken);
        }

        return made;
    }

    /// <summary>Plans a list, whole or not at all, and gives how many are new.</summary>
    internal Task<int> InviteAsync(Programme programme, IReadOnlyList<string> ids, DateTimeOffset? notBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = notBefore > now ? notBefore.Value : now;
        return database.WriteAsync((transaction, cancel) => PlanAsync(transaction, InvitationList.Of(programme, ids, due), Microseconds.Of(now), cancel), cancellationToken);
    }

    internal static string Code(InvitationState state) => state.ToString().ToLowerInvariant();

    private static InvitationState State(string code) => Enum.Parse<InvitationState>(code, ignoreCase: true);

    private static Invitation Read(DbDataReader r)
    {
        string? Text(int i) => r.IsDBNull(i) ? null : r.GetString(i);
        DateTimeOffset? Time(int i) => r.IsDBNull(i) ? null : Microseconds.ToTime(r.GetInt64(i));
        return new(
            r.GetInt64(0), r.GetInt64(1), r.GetString(2), Text(3), Text(4), Text(5), r.GetString(6), State(r.GetString(7)), Text(8), Text(9), r.IsDBNull(10) ? null : r.GetInt64(10),
            Time(11)!.Value, Time(12)!.Value, Time(13), Time(14), r.GetInt32(15));
    }
}
