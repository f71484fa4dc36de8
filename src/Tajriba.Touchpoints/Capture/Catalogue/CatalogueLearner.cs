using System.Data.Common;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>Hears the log and counts each event name: how often, first and last seen.</summary>
public sealed class CatalogueLearner(IDatabase database, EventCatalogue catalogue) : ILogSubscriber
{
    private const string Upsert = """
        INSERT INTO capture_event_counts (name, count, first_seen, last_seen) VALUES (@name, @count, @first, @last)
        ON CONFLICT (name) DO UPDATE SET
            count = capture_event_counts.count + excluded.count,
            first_seen = CASE WHEN excluded.first_seen < capture_event_counts.first_seen THEN excluded.first_seen ELSE capture_event_counts.first_seen END,
            last_seen = CASE WHEN excluded.last_seen > capture_event_counts.last_seen THEN excluded.last_seen ELSE capture_event_counts.last_seen END
        """;

    public string Name => "capture.catalogue";

    /// <summary>A handful of rows to write: soon enough that the events are still in memory.</summary>
    public TimeSpan LongestRest => TimeSpan.FromSeconds(2);

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        afterPosition = Math.Max(afterPosition, await StoodAsync(cancellationToken));
        var seen = new Dictionary<int, (long Count, long First, long Last)>();
        long reached = log.Scan(
            afterPosition,
            log.Head,
            (in CodedEvent item) =>
            {
                (long count, long first, long last) = seen.GetValueOrDefault(item.Name, (0, long.MaxValue, long.MinValue));
                seen[item.Name] = (count + 1, Math.Min(first, item.Time), Math.Max(last, item.Time));
            },
            withAttributes: false,
            cancellationToken);
        if (seen.Count == 0)
        {
            return reached;
        }

        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (!await TakeAsync(transaction, afterPosition, reached, cancel))
                {
                    return;
                }

                foreach ((int code, (long count, long first, long last)) in seen)
                {
                    await transaction.Command(Upsert, ("name", log.Names.EventName(code)), ("count", count), ("first", first), ("last", last)).RunAsync(cancel);
                }
            },
            cancellationToken);
        catalogue.Refresh();
        return reached;
    }

    private async Task<long> StoodAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT position FROM capture_catalogue_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
    }

    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                await transaction.Command("DELETE FROM capture_event_counts").RunAsync(cancel);
                await transaction.Command("DELETE FROM capture_catalogue_position").RunAsync(cancel);
            },
            cancellationToken);
        catalogue.Refresh();
    }

    /// <summary>Delivery is at least once: counts and the position up to which they hold move together, and only from where they stood.</summary>
    private static async Task<bool> TakeAsync(DbTransaction transaction, long before, long reached, CancellationToken cancellationToken)
    {
        long stood = await transaction.Command("SELECT position FROM capture_catalogue_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
        if (stood != before)
        {
            return false;
        }

        await transaction.Command(
            "INSERT INTO capture_catalogue_position (id, position) VALUES (1, @reached) ON CONFLICT (id) DO UPDATE SET position = excluded.position", ("reached", reached))
            .RunAsync(cancellationToken);
        return true;
    }
}
