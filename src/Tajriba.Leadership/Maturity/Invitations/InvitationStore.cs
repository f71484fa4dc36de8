using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Maturity.Campaigns;

namespace Tajriba.Leadership.Maturity.Invitations;

/// <summary>Who was asked by name. Whoever is asked twice stays with the first invitation.</summary>
public sealed class InvitationStore(IDatabase database, IAuditTrail audit)
{
    private const string Select = "SELECT campaign_id, person_id, unit, answer_role, has_answered, reminded_on, sheet_token FROM maturity_invitations";

    /// <summary>Asks people; gives the number of the act, by which it can be undone, and how many were asked by it.</summary>
    public Task<(int Batch, int Count)> InviteAsync(long campaign, IReadOnlyList<(long Person, string Unit, AnswerRole Role)> people, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            var (batch, known) = (await transaction.Command(
                "SELECT COALESCE(MAX(batch), 0), COUNT(*) FROM maturity_invitations WHERE campaign_id = @campaign", ("campaign", campaign)).ListAsync(r => (Convert.ToInt32(r.GetValue(0), CultureInfo.InvariantCulture) + 1, r.GetInt64(1)), cancel))[0];
            int count = 0;
            foreach ((long person, string unit, AnswerRole role) in people.Take((int)Math.Max(0, Invitation.Most - known)))
            {
                count += await transaction.Command(
                    """
                    INSERT INTO maturity_invitations (campaign_id, person_id, unit, answer_role, batch, has_answered) VALUES (@campaign, @person, @unit, @role, @batch, 0)
                    ON CONFLICT (campaign_id, person_id) DO NOTHING
                    """,
                    ("campaign", campaign), ("person", person), ("unit", unit), ("role", role.ToString()), ("batch", batch)).RunAsync(cancel);
            }

            if (count > 0)
            {
                await TellAsync(transaction, campaign, "invited", count, cancel);
            }

            return (batch, count);
        },
        cancellationToken);

    /// <summary>Takes back all invitations of one act; gives how many.</summary>
    public Task<int> TakeBackAsync(long campaign, int batch, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            int count = await transaction.Command("DELETE FROM maturity_invitations WHERE campaign_id = @campaign AND batch = @batch", ("campaign", campaign), ("batch", batch)).RunAsync(cancel);
            if (count > 0)
            {
                await TellAsync(transaction, campaign, "uninvited", count, cancel);
            }

            return count;
        },
        cancellationToken);

    /// <summary>Reminds all who have not answered.</summary>
    public Task RemindAsync(long campaign, DateOnly today, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            await transaction.Command(
                "UPDATE maturity_invitations SET reminded_on = @today WHERE campaign_id = @campaign AND has_answered = 0", ("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("campaign", campaign)).RunAsync(cancel);
            await audit.RecordAsync(transaction, "maturity.assessment", Subject(campaign), JsonSerializer.Serialize(new { did = "reminded" }), cancel);
        },
        cancellationToken);

    /// <summary>The invitations of an assessment.</summary>
    public async Task<IReadOnlyList<Invitation>> OfAsync(long campaign, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " WHERE campaign_id = @campaign ORDER BY unit, person_id", ("campaign", campaign)).ListAsync(Read, cancellationToken);
    }

    /// <summary>What a person was asked for and has not answered.</summary>
    public async Task<IReadOnlyList<Invitation>> WaitingAsync(long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " WHERE person_id = @person AND has_answered = 0 ORDER BY campaign_id", ("person", person)).ListAsync(Read, cancellationToken);
    }

    /// <summary>A person's invitation to an assessment, or null.</summary>
    public async Task<Invitation?> FindAsync(long campaign, long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " WHERE campaign_id = @campaign AND person_id = @person", ("campaign", campaign), ("person", person)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Keeps which sheet a person has begun, for an assessment with names; the first one stays. Gives the one that counts.</summary>
    public Task<string> BegunAsync(long campaign, long person, string token, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            (string, object?)[] key = [("campaign", campaign), ("person", person)];
            await transaction.Command("UPDATE maturity_invitations SET sheet_token = COALESCE(sheet_token, @token) WHERE campaign_id = @campaign AND person_id = @person", [.. key, ("token", token)]).RunAsync(cancel);
            return await transaction.Command("SELECT sheet_token FROM maturity_invitations WHERE campaign_id = @campaign AND person_id = @person", key).ScalarAsync<string>(cancel) ?? token;
        },
        cancellationToken);

    /// <summary>Keeps that a person has answered; nothing where they were not asked.</summary>
    public Task AnsweredAsync(long campaign, long person, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel)
            => await transaction.Command("UPDATE maturity_invitations SET has_answered = 1 WHERE campaign_id = @campaign AND person_id = @person", ("campaign", campaign), ("person", person)).RunAsync(cancel),
        cancellationToken);

    private Task TellAsync(DbTransaction transaction, long campaign, string deed, int count, CancellationToken cancellationToken)
        => audit.RecordAsync(transaction, "maturity.assessment", Subject(campaign), JsonSerializer.Serialize(new { did = deed, count }), cancellationToken);

    private static string Subject(long campaign) => string.Create(CultureInfo.InvariantCulture, $"assessment:{campaign}");

    private static Invitation Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), Enum.Parse<AnswerRole>(row.GetString(3)), row.GetInt32(4) == 1,
        row.IsDBNull(5) ? null : DateOnly.ParseExact(row.GetString(5), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.IsDBNull(6) ? null : row.GetString(6));
}
