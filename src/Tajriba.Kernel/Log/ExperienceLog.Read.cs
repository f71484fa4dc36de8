using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class ExperienceLog
{
    private const string EventColumns = "select position, time, name, channel, unit, objects, received, source, id, attributes from log_event";
    private const int MaxRead = 10_000;
    private const int MaxTimeline = 1000;
    private const int MaxParameters = 500;

    public async Task<IReadOnlyList<LoggedEvent>> ReadAsync(long afterPosition, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.Command(EventColumns + " where position > @after order by position limit @limit", ("after", afterPosition), ("limit", Math.Min(limit, MaxRead)))
            .ListAsync(Map, cancellationToken);
        return await CompleteAsync(connection, rows, cancellationToken);
    }

    public long Scan(long afterPosition, CodedEventVisitor visitor, bool withAttributes = true, CancellationToken cancellationToken = default)
        => Scan(afterPosition, long.MaxValue, visitor, withAttributes, cancellationToken);

    public long Scan(long afterPosition, long upTo, CodedEventVisitor visitor, bool withAttributes = true, CancellationToken cancellationToken = default)
        => Scan(afterPosition, upTo, withAttributes ? ScanParts.Attributes : ScanParts.None, visitor, cancellationToken);

    public long ScanWanted(long afterPosition, long upTo, CodedEventVisitor visitor, CancellationToken cancellationToken = default)
        => ScanOn(Recent.Visit(afterPosition, upTo, visitor, cancellationToken), upTo, ScanParts.Attributes, visitor, cancellationToken);

    /// <summary>Visits events from memory as far as they are there with what is asked for, the others from the database.</summary>
    internal long Scan(long afterPosition, long upTo, ScanParts parts, CodedEventVisitor visitor, CancellationToken cancellationToken)
        => ScanOn(parts.HasFlag(ScanParts.Attributes) ? afterPosition : Recent.Visit(afterPosition, upTo, visitor, cancellationToken), upTo, parts, visitor, cancellationToken);

    /// <summary>Goes on in the database where memory ended.</summary>
    private long ScanOn(long reached, long upTo, ScanParts parts, CodedEventVisitor visitor, CancellationToken cancellationToken)
        => reached >= Math.Min(upTo, Head) ? reached : Store.Scan(reached, upTo, parts, visitor, cancellationToken);

    public async Task<IReadOnlyList<LoggedEvent>> GetAsync(IReadOnlyList<long> positions, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<long, LoggedEvent>();
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var part in positions.Distinct().Chunk(MaxParameters))
        {
            var rows = await InList(connection, EventColumns + " where position in (", part).ListAsync(Map, cancellationToken);
            foreach (var item in await CompleteAsync(connection, rows, cancellationToken))
            {
                found.Add(item.Position, item);
            }
        }

        return [.. positions.Where(found.ContainsKey).Select(p => found[p])];
    }

    public Task<Timeline> ReadObjectAsync(long objectNumber, TimelineCursor? before, int limit, CancellationToken cancellationToken = default)
        => ReadObjectsAsync([objectNumber], before, limit, cancellationToken);

    public async Task<Timeline> ReadObjectsAsync(IReadOnlyList<long> objectNumbers, TimelineCursor? before, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxTimeline);
        var cursor = before ?? TimelineCursor.End;
        await using var connection = await database.OpenAsync(cancellationToken);
        var entries = new List<(long Time, long Position)>();
        foreach (var number in objectNumbers)
        {
            var (merged, unmerged) = await FindUnmergedAsync(connection, number, cancellationToken);
            entries.AddRange(await ReadRunsAsync(connection, number, merged, cursor, limit, cancellationToken));
            entries.AddRange(unmerged.Select(e => (e.Time, e.Position)).Where(cursor.IsAfter));
        }

        entries = [.. entries.Distinct()];
        var page = entries.OrderDescending().Take(limit).ToList();
        var events = await GetAsync([.. page.Select(e => e.Position)], cancellationToken);
        return new Timeline(events, entries.Count > limit ? new TimelineCursor(page[^1].Time, page[^1].Position) : null);
    }

    private static DbCommand InList(DbConnection connection, string sql, IEnumerable<long> values)
        => connection.Command(sql + string.Join(',', values) + ")");

    private static Row Map(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.GetInt32(2),
        reader.GetInt32(3),
        reader.GetInt32(4),
        (byte[])reader.GetValue(5),
        reader.GetInt64(6),
        reader.GetInt32(7),
        reader.GetString(8),
        reader.IsDBNull(9) ? null : reader.GetString(9));

    /// <summary>The newest merged entries before a cursor, at least one more than <paramref name="limit"/> where there are as many.</summary>
    private static async Task<List<(long Time, long Position)>> ReadRunsAsync(
        DbConnection connection, long objectNumber, long merged, TimelineCursor cursor, int limit, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "select last_time, last_position, entries from log_timeline where object = @object and first_time <= @time order by last_time desc, last_position desc",
            ("object", objectNumber), ("time", cursor.Time));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<(long Time, long Position)>();
        var run = new List<(long Time, long Position)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var last = (reader.GetInt64(0), reader.GetInt64(1));
            if (entries.Count > limit)
            {
                entries.Sort((x, y) => y.CompareTo(x));
                if (entries[limit].CompareTo(last) >= 0)
                {
                    break;
                }
            }

            run.Clear();
            TimelineRun.Read(last.Item1, last.Item2, (byte[])reader.GetValue(2), run);
            entries.AddRange(run.Where(e => e.Position <= merged && cursor.IsAfter(e)));
        }

        return entries;
    }

    private async Task<(long Merged, List<TimelineEntry> Entries)> FindUnmergedAsync(DbConnection connection, long objectNumber, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var merged = await connection.Command("select merged from log_merge where id = 1").ScalarAsync<long>(cancellationToken);
            if (attempt == 3)
            {
                tail.Reset();
            }

            if (tail.Find(Store, objectNumber, merged, cancellationToken) is { } entries)
            {
                return (merged, entries);
            }
        }
    }

    private async Task<List<LoggedEvent>> CompleteAsync(DbConnection connection, List<Row> rows, CancellationToken cancellationToken)
    {
        var decoded = new List<(long Number, int Qualifier)[]>(rows.Count);
        foreach (var row in rows)
        {
            decoded.Add(Decode(row.Objects));
        }

        var known = await ObjectsByNumberAsync(connection, decoded.SelectMany(o => o).Select(o => o.Number), cancellationToken);
        var events = new List<LoggedEvent>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            events.Add(new LoggedEvent(
                row.Position,
                names.Name(NameKind.Source, row.Source),
                row.Id,
                names.Name(NameKind.Event, row.Name),
                Microseconds.ToTime(row.Time),
                Microseconds.ToTime(row.Received),
                [.. decoded[i].Select(o => new ObjectRef(known[o.Number].Type, known[o.Number].Id, o.Qualifier == 0 ? "" : names.Name(NameKind.Qualifier, o.Qualifier)))],
                row.Channel == 0 ? null : names.Name(NameKind.Channel, row.Channel),
                row.Unit == 0 ? null : names.Name(NameKind.Unit, row.Unit),
                row.Attributes));
        }

        return events;
    }

    private static (long Number, int Qualifier)[] Decode(ReadOnlySpan<byte> encoded)
    {
        var list = new List<(long, int)>();
        while (!encoded.IsEmpty)
        {
            encoded = encoded[ObjectCodec.Read(encoded, out var number, out _, out var qualifier)..];
            list.Add((number, qualifier));
        }

        return [.. list];
    }

    private sealed record Row(long Position, long Time, int Name, int Channel, int Unit, byte[] Objects, long Received, int Source, string Id, string? Attributes);
}
