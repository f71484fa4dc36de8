using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Insights;

/// <summary>The insights on record. Every change is audited and told to the log in the same transaction.</summary>
public sealed class InsightStore(IDatabase database, IExperienceLog log, IAuditTrail audit)
{
    private const string Select = "SELECT id, moments, version FROM insights_insights";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>All insights, the newest change first.</summary>
    public async Task<IReadOnlyList<Insight>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " ORDER BY changed_at DESC, id DESC").ListAsync(row => Read(row).Insight, cancellationToken);
    }

    /// <summary>An insight by its code, or null.</summary>
    public async Task<Insight?> FindAsync(string code, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " WHERE id = @id", ("id", Insight.IdOf(code) ?? 0)).ListAsync(Read, cancellationToken)).Select(r => r.Insight).FirstOrDefault();
    }

    /// <summary>Puts an insight on record; whoever tells it follows it.</summary>
    public Task<Insight> AddAsync(InsightMoment.Told told, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            ArgumentNullException.ThrowIfNull(told);
            long id = await transaction.Command(
                "INSERT INTO insights_insights (unit, changed_at, moments, version) VALUES (@unit, @at, @moments, 1) RETURNING id",
                ("unit", told.Content.Unit), ("at", Microseconds.Of(told.At)), ("moments", JsonSerializer.Serialize<InsightMoment[]>([told], Json))).ScalarAsync<long>(cancel);
            Insight made = Insight.Of(id, [told]);
            await FollowAsync(transaction, told.By, id, cancel);
            await TellAsync(transaction, made, cancel);
            return made;
        },
        cancellationToken);

    /// <summary>Does something about an insight; gives why it cannot be done, or null where it was.</summary>
    /// <param name="code">Which.</param>
    /// <param name="moment">What.</param>
    /// <param name="today">The day on which it is done.</param>
    /// <param name="seen">How many moments the person saw; <see cref="InsightFault.Meanwhile"/> where there are others. Null to do it whatever was done before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<InsightFault?> DoAsync(string code, InsightMoment moment, DateOnly today, int? seen = null, CancellationToken cancellationToken = default) => database.WriteAsync<InsightFault?>(
        async (transaction, cancel) =>
        {
            var found = await transaction.Command(Select + " WHERE id = @id", ("id", Insight.IdOf(code) ?? 0)).ListAsync(Read, cancel);
            if (found.Count == 0)
            {
                return InsightFault.NotNow;
            }

            (Insight before, int version) = found[0];
            if (seen is { } known && known != version)
            {
                return InsightFault.Meanwhile;
            }

            if (before.Fault(moment, today) is { } fault)
            {
                return fault;
            }

            Insight after = Insight.Of(before.Id, [.. before.Moments, moment]);
            if (await transaction.Command(
                "UPDATE insights_insights SET unit = @unit, changed_at = @at, moments = @moments, version = version + 1 WHERE id = @id AND version = @version",
                ("unit", after.Content.Unit), ("at", Microseconds.Of(moment.At)), ("moments", JsonSerializer.Serialize<InsightMoment[]>([.. after.Moments], Json)), ("id", after.Id), ("version", version))
                .RunAsync(cancel) == 0)
            {
                return InsightFault.Meanwhile;
            }

            await TellAsync(transaction, after, cancel);
            return null;
        },
        cancellationToken);

    /// <summary>Keeps an insight among those that a person follows, or no more.</summary>
    public Task FollowAsync(long person, long insight, bool wanted, CancellationToken cancellationToken = default) => database.WriteAsync(
        (transaction, cancel) => wanted
            ? FollowAsync(transaction, person, insight, cancel)
            : transaction.Command("DELETE FROM insights_follows WHERE person = @person AND insight = @insight", ("person", person), ("insight", insight)).RunAsync(cancel),
        cancellationToken);

    /// <summary>Numbers of the insights that a person follows.</summary>
    public async Task<IReadOnlySet<long>> FollowedAsync(long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT insight FROM insights_follows WHERE person = @person", ("person", person)).ListAsync(row => row.GetInt64(0), cancellationToken)).ToHashSet();
    }

    private static Task<int> FollowAsync(DbTransaction transaction, long person, long insight, CancellationToken cancellationToken)
        => transaction.Command("INSERT INTO insights_follows (person, insight) VALUES (@person, @insight) ON CONFLICT DO NOTHING", ("person", person), ("insight", insight)).RunAsync(cancellationToken);

    private async Task TellAsync(DbTransaction transaction, Insight insight, CancellationToken cancellationToken)
    {
        string did = insight.Moments[^1].GetType().Name.ToLower(CultureInfo.InvariantCulture);
        await audit.RecordAsync(transaction, "insights.insight", "insight:" + insight.Code, JsonSerializer.Serialize(new { did }), cancellationToken);
        if (InsightFacts.Of(insight) is { } fact)
        {
            await log.AppendAsync(transaction, [fact], cancellationToken);
        }
    }

    private static (Insight Insight, int Version) Read(DbDataReader row)
        => (Insight.Of(row.GetInt64(0), JsonSerializer.Deserialize<InsightMoment[]>(row.GetString(1), Json)!), row.GetInt32(2));
}
