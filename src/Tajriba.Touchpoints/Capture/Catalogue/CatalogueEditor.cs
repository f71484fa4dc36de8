using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>Changes what people call an event, where it happens and whether it is shown. Audited; the last change of a name can be undone.</summary>
public sealed class CatalogueEditor(IDatabase database, IAuditTrail audit, EventCatalogue catalogue)
{
    public Task SaveAsync(CatalogueEntry entry, CancellationToken cancellationToken = default)
    {
        CatalogueEntry before = catalogue.Get(entry.Name);
        return WriteAsync(entry, Json(before), "capture.name-event", cancellationToken);
    }

    /// <summary>Puts back what the last change replaced; false where nothing was changed.</summary>
    public async Task<bool> UndoAsync(string name, CancellationToken cancellationToken = default)
    {
        string? previous;
        await using (DbConnection connection = await database.OpenAsync(cancellationToken))
        {
            previous = await connection.Command("SELECT previous FROM capture_event_names WHERE name = @name", ("name", name)).ScalarAsync<string>(cancellationToken);
        }

        if (previous is null || JsonSerializer.Deserialize<CatalogueEntry>(previous) is not { } entry)
        {
            return false;
        }

        await WriteAsync(entry, Json(catalogue.Get(name)), "capture.undo-event-name", cancellationToken);
        return true;
    }

    private async Task WriteAsync(CatalogueEntry entry, string previous, string action, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                await transaction.Command(
                    """
                    INSERT INTO capture_event_names (name, english, persian, arabic, touchpoint, channel, object_rules, hidden, previous)
                    VALUES (@name, @english, @persian, @arabic, @touchpoint, @channel, @rules, @hidden, @previous)
                    ON CONFLICT (name) DO UPDATE SET
                        english = excluded.english, persian = excluded.persian, arabic = excluded.arabic, touchpoint = excluded.touchpoint,
                        channel = excluded.channel, object_rules = excluded.object_rules, hidden = excluded.hidden, previous = excluded.previous
                    """,
                    ("name", entry.Name), ("english", entry.English), ("persian", entry.Persian), ("arabic", entry.Arabic), ("touchpoint", entry.Touchpoint),
                    ("channel", entry.Channel), ("rules", JsonSerializer.Serialize(entry.ObjectRules)), ("hidden", entry.Hidden), ("previous", previous)).RunAsync(cancel);
                await audit.RecordAsync(transaction, action, "event-name:" + entry.Name, Json(entry), cancel);
                transaction.OnCommitted(catalogue.Refresh);
            },
            cancellationToken);
    }

    private static string Json(CatalogueEntry entry) => JsonSerializer.Serialize(entry with { Count = 0, FirstSeen = null, LastSeen = null });
}
