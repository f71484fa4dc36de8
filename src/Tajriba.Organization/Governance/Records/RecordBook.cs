using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Organization.Governance.Records;

/// <summary>
/// What a room keeps, every version of it, in a table of the room's own. Read from a snapshot in memory, which is looked after when it was changed here or grew
/// older than a few seconds; while the database is away, what is known stays.
/// </summary>
/// <param name="database">Where it is kept.</param>
/// <param name="log">The experience log.</param>
/// <param name="audit">Who changed what.</param>
/// <param name="clock">The time.</param>
/// <param name="table">Name of the table.</param>
/// <param name="room">Name of the room, before the kind in audited actions.</param>
public abstract class RecordBook(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock, string table, string room)
{
    private const int MostTries = 20;
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(3);

    /// <summary>By how much a row may appear later than its time says: a transaction that waits, a clock of another node.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private volatile Snapshot? current;
    private long changes;

    /// <summary>How records are written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>How many versions there are of everything. They are only added, so that this number tells whether anything is new.</summary>
    public long Versions => Read().Count;

    /// <summary>What there is of a kind, in the order in which it was first written; what was taken away is left out.</summary>
    public IReadOnlyList<Kept<T>> All<T>(string kind)
        where T : class
    {
        Snapshot known = Read();
        return (IReadOnlyList<Kept<T>>)known.Values.GetOrAdd(kind, static (kind, snapshot) => Load<T>(snapshot, kind), known);
    }

    /// <summary>One by its code, or null.</summary>
    public Kept<T>? Find<T>(string kind, string code)
        where T : class
        => Read().Of(kind, code) is [.., { Body: not null } last] ? new(code, last.Version, last.As<T>(), last.At, last.By) : null;

    /// <summary>All versions of a code, oldest first.</summary>
    public IReadOnlyList<RecordVersion> History(string kind, string code) => Read().Of(kind, code);

    /// <summary>What a code said last, also where it was taken away since; null where it never was.</summary>
    public T? LastOf<T>(string kind, string code)
        where T : class
        => History(kind, code).LastOrDefault(v => v.Body is not null)?.As<T>();

    /// <summary>The newest version of a code, also where it was taken away; 0 where there never was one.</summary>
    public int VersionOf(string kind, string code) => History(kind, code) is [.., var last] ? last.Version : 0;

    /// <summary>Writes something new down; gives its code.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="prefix">Before the number: <c>B</c>.</param>
    /// <param name="value">What it says.</param>
    /// <param name="by">Id of the person, or null.</param>
    /// <param name="facts">What the log is told of it, by its code.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> AddAsync<T>(string kind, string prefix, T value, long? by, Func<string, NewEvent?>? facts = null, CancellationToken cancellationToken = default)
        where T : class
    {
        for (int tried = 0; tried < MostTries; tried++)
        {
            int next = 1 + await CountAsync(kind, cancellationToken) + tried;
            string code = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{next}");
            if (await WriteAsync(kind, code, 0, JsonSerializer.Serialize(value, Json), by, facts?.Invoke(code), cancellationToken))
            {
                return code;
            }
        }

        throw new InvalidOperationException("No number was free.");
    }

    /// <summary>Writes the next version. Gives its number, or null where somebody else has changed it since the version that was seen.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="code">Which.</param>
    /// <param name="seen">The version that the change starts from; 0 where there was none.</param>
    /// <param name="value">What it says now; null to take it away.</param>
    /// <param name="by">Id of the person, or null.</param>
    /// <param name="fact">What the log is told of it, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int?> SaveAsync<T>(string kind, string code, int seen, T? value, long? by, NewEvent? fact = null, CancellationToken cancellationToken = default)
        where T : class
        => await WriteAsync(kind, code, seen, value is null ? null : JsonSerializer.Serialize(value, Json), by, fact, cancellationToken) ? seen + 1 : null;

    /// <summary>Puts back what held before a version; false where that is not the newest any more.</summary>
    public Task<bool> UndoAsync(string kind, string code, int version, long? by, CancellationToken cancellationToken = default)
        => History(kind, code) is [.., var last] all && last.Version == version
            ? WriteAsync(kind, code, version, all.FirstOrDefault(v => v.Version == version - 1)?.Body, by, null, cancellationToken)
            : Task.FromResult(false);

    private async Task<bool> WriteAsync(string kind, string code, int seen, string? body, long? by, NewEvent? fact, CancellationToken cancellationToken)
    {
        bool isSaved = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                int added = await transaction.Command(
                    $"""
                    INSERT INTO {table} (kind, code, version, body, changed_at, changed_by)
                    SELECT @kind, @code, @next, @body, @at, @by WHERE @seen = (SELECT COALESCE(MAX(version), 0) FROM {table} WHERE kind = @kind AND code = @code)
                    ON CONFLICT (kind, code, version) DO NOTHING
                    """,
                    ("kind", kind), ("code", code), ("next", seen + 1), ("seen", seen), ("body", body), ("at", Microseconds.Of(clock.GetUtcNow())), ("by", by)).RunAsync(cancel);
                if (added == 1)
                {
                    await audit.RecordAsync(transaction, $"{room}.{kind}", $"{kind}:{code}", body, cancel);
                    if (fact is not null)
                    {
                        await log.AppendAsync(transaction, [fact], cancel);
                    }
                }

                return added == 1;
            },
            cancellationToken);
        Interlocked.Increment(ref changes);
        return isSaved;
    }

    private async Task<int> CountAsync(string kind, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT COUNT(*) FROM {table} WHERE kind = @kind AND version = 1", ("kind", kind)).ScalarAsync<int>(cancellationToken);
    }

    private static List<Kept<T>> Load<T>(Snapshot known, string kind)
        where T : class
        => !known.Versions.TryGetValue(kind, out var codes) ? []
            : [.. codes.Where(c => c.Value[^1].Body is not null)
                .OrderBy(c => c.Value[0].At).ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new Kept<T>(c.Key, c.Value[^1].Version, c.Value[^1].As<T>(), c.Value[^1].At, c.Value[^1].By))];

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
        long count = await connection.Command($"SELECT COUNT(*) FROM {table}").ScalarAsync<long>();
        if (known is not null && known.Count == count)
        {
            return known with { ReadAt = now, Changes = written };
        }

        // What is new is read alone where that explains the number; otherwise all of it.
        return known is not null && await GrownAsync(connection, known, now, written, count) is { } grown ? grown
            : Snapshot.Empty.With(await RowsAsync(connection, long.MinValue), now, written);
    }

    private async Task<Snapshot?> GrownAsync(DbConnection connection, Snapshot known, long now, long written, long count)
        => known.With(await RowsAsync(connection, known.LastAt - ((long)Slack.TotalMicroseconds)), now, written) is var grown && grown.Count == count ? grown : null;

    private async Task<IReadOnlyList<Row>> RowsAsync(DbConnection connection, long since)
        => await connection.Command($"SELECT kind, code, version, body, changed_at, changed_by FROM {table} WHERE changed_at >= @since ORDER BY kind, code, version", ("since", since))
            .ListAsync(r => new Row(r.GetString(0), r.GetString(1), r.GetInt64(4), new RecordVersion(r.GetInt32(2), r.IsDBNull(3) ? null : r.GetString(3), Microseconds.ToTime(r.GetInt64(4)), r.IsDBNull(5) ? null : r.GetInt64(5))));

    private sealed record Row(string Kind, string Code, long At, RecordVersion Version);

    /// <summary>All versions by kind and code, oldest first; never changed, only followed by the next.</summary>
    private sealed record Snapshot(long ReadAt, long Changes, long Count, long LastAt, Dictionary<string, Dictionary<string, IReadOnlyList<RecordVersion>>> Versions, ConcurrentDictionary<string, object> Values)
    {
        public static Snapshot Empty { get; } = new(0, 0, 0, 0, [], new(StringComparer.Ordinal));

        public IReadOnlyList<RecordVersion> Of(string kind, string code) => Versions.TryGetValue(kind, out var codes) && codes.TryGetValue(code, out var versions) ? versions : [];

        /// <summary>The same with what some rows add; of kinds that have none even what was made of them stays.</summary>
        public Snapshot With(IReadOnlyList<Row> rows, long readAt, long changes)
        {
            var versions = new Dictionary<string, Dictionary<string, IReadOnlyList<RecordVersion>>>(Versions, StringComparer.Ordinal);
            var values = new ConcurrentDictionary<string, object>(Values, StringComparer.Ordinal);
            long added = 0;
            foreach (IGrouping<string, Row> kind in rows.GroupBy(r => r.Kind, StringComparer.Ordinal))
            {
                Dictionary<string, IReadOnlyList<RecordVersion>> before = versions.GetValueOrDefault(kind.Key) ?? [];
                Dictionary<string, IReadOnlyList<RecordVersion>>? after = null;
                foreach (IGrouping<string, Row> code in kind.GroupBy(r => r.Code, StringComparer.Ordinal))
                {
                    IReadOnlyList<RecordVersion> known = before.GetValueOrDefault(code.Key) ?? [];
                    RecordVersion[] news = [.. code.Select(r => r.Version).Where(v => known.Count == 0 || v.Version > known[^1].Version)];
                    if (news.Length > 0)
                    {
                        after ??= new(before, StringComparer.Ordinal);
                        after[code.Key] = [.. known, .. news];
                        added += news.Length;
                    }
                }

                if (after is not null)
                {
                    versions[kind.Key] = after;
                    values.TryRemove(kind.Key, out _);
                }
            }

            return new(readAt, changes, Count + added, rows.Count == 0 ? LastAt : Math.Max(LastAt, rows.Max(r => r.At)), versions, values);
        }
    }
}
