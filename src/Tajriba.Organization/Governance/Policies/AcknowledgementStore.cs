using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Governance.Decisions;

namespace Tajriba.Organization.Governance.Policies;

/// <summary>Who has read which edition of a policy.</summary>
public sealed class AcknowledgementStore(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock)
{
    public const string EventName = "Policy Acknowledged";

    /// <summary>Keeps that somebody has read an edition; once, however often they say so.</summary>
    public Task AddAsync(string policy, int edition, long person, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (await transaction.Command(
                "INSERT INTO governance_acknowledgements (policy, edition, person, acknowledged_at) VALUES (@policy, @edition, @person, @at) ON CONFLICT (policy, edition, person) DO NOTHING",
                ("policy", policy), ("edition", edition), ("person", person), ("at", Microseconds.Of(now))).RunAsync(cancel) == 1)
            {
                await audit.RecordAsync(transaction, "governance.acknowledge", "policy:" + policy, JsonSerializer.Serialize(new { edition }), cancel);
                await log.AppendAsync(
                    transaction,
                    [new NewEvent { Source = DecisionFacts.Source, Id = $"policy-{policy}-{edition}-{person}", Name = EventName, Time = now, Objects = [new("policy", policy)], Attributes = JsonSerializer.Serialize(new { policy, edition }) }],
                    cancel);
            }
        },
        cancellationToken);

    /// <summary>Who has read the editions of policies, and when; the earliest first.</summary>
    /// <param name="policy">Code of the policy; null for all.</param>
    /// <param name="person">Id of the person; null for everybody.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Acknowledgement>> ListAsync(string? policy = null, long? person = null, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        string where = string.Join(" AND ", [.. policy is null ? Array.Empty<string>() : ["policy = @policy"], .. person is null ? Array.Empty<string>() : ["person = @person"]]);
        return await connection
            .Command(
                $"SELECT policy, edition, person, acknowledged_at FROM governance_acknowledgements{(where.Length == 0 ? "" : " WHERE " + where)} ORDER BY acknowledged_at, person",
                [.. policy is null ? Array.Empty<(string, object?)>() : [("policy", (object?)policy)], .. person is null ? Array.Empty<(string, object?)>() : [("person", (object?)person)]])
            .ListAsync(r => new Acknowledgement(r.GetString(0), r.GetInt32(1), r.GetInt64(2), Microseconds.ToTime(r.GetInt64(3))), cancellationToken);
    }
}
