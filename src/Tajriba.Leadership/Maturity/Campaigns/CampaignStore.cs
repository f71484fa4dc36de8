using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Maturity.Answer;

namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>The assessments on record and the doors to them. Every change is audited.</summary>
public sealed class CampaignStore(IDatabase database, IAuditTrail audit)
{
    private const string Select = "SELECT id, frame_key, frame_version, body, is_deleted, version FROM maturity_campaigns";

    /// <summary>All that were not taken away, those that closed last first.</summary>
    public async Task<IReadOnlyList<Campaign>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " WHERE is_deleted = 0 ORDER BY closes_on DESC, id DESC").ListAsync(Read, cancellationToken);
    }

    /// <summary>One by its number, also one that was taken away; null where there is none.</summary>
    public async Task<Campaign?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " WHERE id = @id", ("id", id)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Puts one on record, with a door for each unit and role.</summary>
    public Task<Campaign> AddAsync(string frameKey, int frameVersion, CampaignPlan plan, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            long id = await transaction.Command(
                "INSERT INTO maturity_campaigns (frame_key, frame_version, body, opens_on, closes_on, is_deleted, version) VALUES (@frame, @frameVersion, @body, @opens, @closes, 0, 1) RETURNING id",
                ("frame", frameKey), ("frameVersion", frameVersion), ("body", Write(plan)), ("opens", Day(plan.OpensOn)), ("closes", Day(plan.ClosesOn))).ScalarAsync<long>(cancel);
            foreach (string unit in plan.Units)
            {
                foreach (AnswerRole role in Enum.GetValues<AnswerRole>())
                {
                    await transaction.Command(
                        "INSERT INTO maturity_doors (token, campaign_id, unit, answer_role) VALUES (@token, @campaign, @unit, @role)",
                        ("token", SheetToken.New()), ("campaign", id), ("unit", unit), ("role", role.ToString())).RunAsync(cancel);
                }
            }

            await TellAsync(transaction, id, "opened", cancel);
            return new Campaign(id, frameKey, frameVersion, plan, false, 1);
        },
        cancellationToken);

    /// <summary>Changes its last day; false where somebody else has changed it meanwhile.</summary>
    public Task<bool> CloseOnAsync(Campaign campaign, DateOnly closesOn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return ChangeAsync(campaign with { Plan = campaign.Plan with { ClosesOn = closesOn } }, "dates", cancellationToken);
    }

    /// <summary>Takes it away, or brings it back; false where somebody else has changed it meanwhile.</summary>
    public Task<bool> DeleteAsync(Campaign campaign, bool isDeleted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return ChangeAsync(campaign with { IsDeleted = isDeleted }, isDeleted ? "deleted" : "restored", cancellationToken);
    }

    /// <summary>The doors of an assessment.</summary>
    public async Task<IReadOnlyList<Door>> DoorsAsync(long campaign, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT token, campaign_id, unit, answer_role FROM maturity_doors WHERE campaign_id = @id ORDER BY unit, answer_role", ("id", campaign)).ListAsync(ReadDoor, cancellationToken);
    }

    /// <summary>The door that a token opens, or null.</summary>
    public async Task<Door?> DoorAsync(string token, CancellationToken cancellationToken = default)
    {
        if (!SheetToken.IsOne(token))
        {
            return null;
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT token, campaign_id, unit, answer_role FROM maturity_doors WHERE token = @token", ("token", token)).ListAsync(ReadDoor, cancellationToken)).FirstOrDefault();
    }

    private Task<bool> ChangeAsync(Campaign next, string deed, CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            int changed = await transaction.Command(
                "UPDATE maturity_campaigns SET body = @body, closes_on = @closes, is_deleted = @deleted, version = version + 1 WHERE id = @id AND version = @version",
                ("body", Write(next.Plan)), ("closes", Day(next.Plan.ClosesOn)), ("deleted", next.IsDeleted ? 1 : 0), ("id", next.Id), ("version", next.Version)).RunAsync(cancel);
            if (changed == 1)
            {
                await TellAsync(transaction, next.Id, deed, cancel);
            }

            return changed == 1;
        },
        cancellationToken);

    private Task TellAsync(DbTransaction transaction, long id, string deed, CancellationToken cancellationToken)
        => audit.RecordAsync(transaction, "maturity.assessment", string.Create(CultureInfo.InvariantCulture, $"assessment:{id}"), JsonSerializer.Serialize(new { did = deed }), cancellationToken);

    private static string Write(CampaignPlan plan) => JsonSerializer.Serialize(plan, JsonSerializerOptions.Web);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Campaign Read(DbDataReader row)
        => new(row.GetInt64(0), row.GetString(1), row.GetInt32(2), JsonSerializer.Deserialize<CampaignPlan>(row.GetString(3), JsonSerializerOptions.Web)!, row.GetInt32(4) == 1, row.GetInt32(5));

    private static Door ReadDoor(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetString(2), Enum.Parse<AnswerRole>(row.GetString(3)));
}
