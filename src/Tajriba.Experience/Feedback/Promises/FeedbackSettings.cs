using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>
/// What the house set for feedback, every version of it. Read from a snapshot in memory, which is looked after when it was changed here
/// or grew older than a few seconds; while the database is away, what is known stays in force.
/// </summary>
public sealed class FeedbackSettings(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private volatile Snapshot? current;
    private long changes;

    /// <summary>How bodies are written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A token that is another one after each change.</summary>
    public object Stamp => Read().Versions;

    /// <summary>What is set of a kind, by key; keys whose newest version says nothing are left out.</summary>
    public IEnumerable<SettingVersion> Of(string kind) => Read().Versions[kind].GroupBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Last()).Where(v => v.Body is not null);

    /// <summary>The newest version of a key, also one that says nothing; null where there never was one.</summary>
    public SettingVersion? Find(string kind, string key) => History(kind, key).LastOrDefault();

    /// <summary>All versions of a key, oldest first.</summary>
    public IEnumerable<SettingVersion> History(string kind, string key) => Read().Versions[kind].Where(v => v.Key == key);

    /// <summary>When anything of some kinds was last set; the beginning of time where nothing ever was.</summary>
    public DateTimeOffset LastOf(IEnumerable<string> kinds)
    {
        ILookup<string, SettingVersion> versions = Read().Versions;
        return kinds.SelectMany(kind => versions[kind]).Select(v => v.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
    }

    /// <summary>Sets the next version of a key. Gives its number, or null where somebody else has changed it since the version that was seen.</summary>
    /// <param name="kind">One of <see cref="SettingKind"/>.</param>
    /// <param name="key">What it is about.</param>
    /// <param name="seen">The version that the change starts from; 0 where there was none.</param>
    /// <param name="body">What holds now; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int?> SaveAsync<T>(string kind, string key, int seen, T? body, CancellationToken cancellationToken = default)
        where T : class
        => await WriteAsync(kind, key, seen, body is null ? null : JsonSerializer.Serialize(body, Json), cancellationToken) ? seen + 1 : null;

    /// <summary>Puts back what held before a version; false where that is not the newest any more.</summary>
    public Task<bool> UndoAsync(string kind, string key, int version, CancellationToken cancellationToken = default)
        => Find(kind, key)?.Version == version
            ? WriteAsync(kind, key, version, History(kind, key).FirstOrDefault(v => v.Version == version - 1)?.Body, cancellationToken)
            : Task.FromResult(false);

    private async Task<bool> WriteAsync(string kind, string key, int seen, string? body, CancellationToken cancellationToken)
    {
        bool isSaved = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                int added = await transaction.Command(
                    """
                    INSERT INTO feedback_settings (kind, setting_key, version, body, changed_at)
                    SELECT @kind, @key, @next, @body, @at WHERE @seen = (SELECT COALESCE(MAX(version), 0) FROM feedback_settings WHERE kind = @kind AND setting_key = @key)
                    ON CONFLICT (kind, setting_key, version) DO NOTHING
                    """,
                    ("kind", kind), ("key", key), ("next", seen + 1), ("seen", seen), ("body", body), ("at", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel);
                if (added == 1)
                {
                    await audit.RecordAsync(transaction, "feedback." + kind, string.Create(CultureInfo.InvariantCulture, $"{kind}:{(key.Length == 0 ? "all" : key)}"), body, cancel);
                }

                return added == 1;
            },
            cancellationToken);
        Interlocked.Increment(ref changes);
        return isSaved;
    }

    private Snapshot Read()
    {
        Snapshot? known = current;
        if (known is not null && IsFresh(known))
        {
            return known;
        }

        // One asker reads anew while the others go on with what is known; only a change on this node is waited for.
        if (known is null || IsChanged(known))
        {
            gate.Enter();
        }
        else if (!gate.TryEnter())
        {
            return known;
        }

        try
        {
            known = current;
            return known is not null && IsFresh(known) ? known : current = Blocking.Wait(() => LoadAsync(known));
        }
        catch (Exception e) when (known is not null && StoreFaults.IsStoreAtFault(e))
        {
            return current = known with { ReadAt = clock.GetTimestamp(), Changes = Volatile.Read(ref changes) };
        }
        finally
        {
            gate.Exit();
        }
    }

    private bool IsFresh(Snapshot snapshot) => !IsChanged(snapshot) && clock.GetElapsedTime(snapshot.ReadAt) < MaxAge;

    private bool IsChanged(Snapshot snapshot) => snapshot.Changes != Volatile.Read(ref changes);

    private async Task<Snapshot> LoadAsync(Snapshot? known)
    {
        (long now, long written) = (clock.GetTimestamp(), Volatile.Read(ref changes));
        await using DbConnection connection = await database.OpenAsync();

        // Rows are only added, so that their number tells whether there is anything new.
        long count = await connection.Command("SELECT COUNT(*) FROM feedback_settings").ScalarAsync<long>();
        if (known is not null && known.Count == count)
        {
            return known with { ReadAt = now, Changes = written };
        }

        var rows = await connection.Command("SELECT kind, setting_key, version, body, changed_at FROM feedback_settings ORDER BY kind, setting_key, version")
            .ListAsync(r => (Kind: r.GetString(0), Version: new SettingVersion(r.GetString(1), r.GetInt32(2), r.IsDBNull(3) ? null : r.GetString(3), Microseconds.ToTime(r.GetInt64(4)))));
        return new Snapshot(now, written, rows.Count, rows.ToLookup(r => r.Kind, r => r.Version, StringComparer.Ordinal));
    }

    private sealed record Snapshot(long ReadAt, long Changes, long Count, ILookup<string, SettingVersion> Versions);
}
