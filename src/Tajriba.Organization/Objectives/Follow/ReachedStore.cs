using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Tree;

namespace Tajriba.Organization.Objectives.Follow;

/// <summary>Remembers which key results were reached, and tells the log once of each.</summary>
public sealed class ReachedStore(IDatabase database, IExperienceLog log, TimeProvider clock)
{
    /// <summary>When the key results of objectives were first seen reached, by objective and key.</summary>
    public async Task<IReadOnlyDictionary<(string Objective, string Result), DateTimeOffset>> AllAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT objective, key_result, reached_at FROM objectives_reached")
            .ListAsync(r => (Key: (r.GetString(0), r.GetString(1)), At: Microseconds.ToTime(r.GetInt64(2))), cancellationToken)).ToDictionary(r => r.Key, r => r.At);
    }

    /// <summary>Writes down that a key result was reached; does nothing where that is known, on whichever node.</summary>
    public Task KeepAsync(ObjectiveNode node, string result, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                if (await transaction.Command(
                    "INSERT INTO objectives_reached (objective, key_result, reached_at) VALUES (@objective, @result, @at) ON CONFLICT (objective, key_result) DO NOTHING",
                    ("objective", node.Code), ("result", result), ("at", Microseconds.Of(now))).RunAsync(cancel) == 1)
                {
                    await log.AppendAsync(transaction, [ObjectiveFacts.Reached(node.Code, result, node.Value, now)], cancel);
                }
            },
            cancellationToken);
}
