using System.Data.Common;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>What the sources sent, by minute and over all nodes.</summary>
public sealed class ActivityStore(IDatabase database)
{
    private const string Add = """
        INSERT INTO capture_activity (minute, source_id, taken, refused, requests, milliseconds, ahead) VALUES (@minute, @source, @taken, @refused, @requests, @milliseconds, @ahead)
        ON CONFLICT (minute, source_id) DO UPDATE SET
            taken = capture_activity.taken + excluded.taken,
            refused = capture_activity.refused + excluded.refused,
            requests = capture_activity.requests + excluded.requests,
            milliseconds = capture_activity.milliseconds + excluded.milliseconds,
            ahead = capture_activity.ahead + excluded.ahead
        """;

    /// <summary>Adds what one node has counted, and notes when it last heard each source.</summary>
    public Task AddAsync(IReadOnlyList<SourceMinute> minutes, IReadOnlyDictionary<long, DateTimeOffset> heard, CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            foreach (SourceMinute minute in minutes)
            {
                await transaction.Command(
                    Add, ("minute", minute.Minute), ("source", minute.SourceId), ("taken", minute.Taken), ("refused", minute.Refused),
                    ("requests", minute.Requests), ("milliseconds", minute.Milliseconds), ("ahead", minute.Ahead)).RunAsync(cancel);
            }

            foreach ((long source, DateTimeOffset seen) in heard)
            {
                await transaction.Command(
                    "UPDATE capture_sources SET last_seen = @seen WHERE id = @id AND (last_seen IS NULL OR last_seen < @seen)",
                    ("id", source), ("seen", Microseconds.Of(seen))).RunAsync(cancel);
            }

            return true;
        },
        cancellationToken);

    /// <summary>What was sent from a minute on.</summary>
    public async Task<IReadOnlyList<SourceMinute>> SinceAsync(long minute, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT source_id, minute, taken, refused, requests, milliseconds, ahead FROM capture_activity WHERE minute >= @minute", ("minute", minute))
            .ListAsync(r => new SourceMinute(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetDouble(5), r.GetInt64(6)), cancellationToken);
    }

    /// <summary>When each source was last heard.</summary>
    public async Task<IReadOnlyDictionary<long, DateTimeOffset>> LastSeenAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<(long Id, DateTimeOffset? Seen)> sources = await connection.Command("SELECT id, last_seen FROM capture_sources WHERE archived = 0")
            .ListAsync(r => (r.GetInt64(0), r.Time(1)), cancellationToken);
        return sources.Where(s => s.Seen is not null).ToDictionary(s => s.Id, s => s.Seen!.Value);
    }

    /// <summary>Events of a source, of all that is remembered, that said they happened well after they arrived.</summary>
    public async Task<long> AheadAsync(long sourceId, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT CAST(COALESCE(SUM(ahead), 0) AS BIGINT) FROM capture_activity WHERE source_id = @id AND ahead > 0", ("id", sourceId))
            .ScalarAsync<long>(cancellationToken);
    }

    /// <summary>Forgets what was sent before a minute.</summary>
    public Task ForgetAsync(long minute, CancellationToken cancellationToken) => database.WriteAsync(
        (transaction, cancel) => transaction.Command("DELETE FROM capture_activity WHERE minute < @minute", ("minute", minute)).RunAsync(cancel), cancellationToken);
}
