using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Messages on record.</summary>
public sealed class MessageStore(IDatabase database)
{
    private const string Select =
        """
        SELECT id, customer, customer_id, purpose, topic, programme, channel, gateway_id, language, address, content, link, counts, state, reason, made_at, due, not_after, sent_at, tries,
            error, remote_id, delivered, person_id FROM channels_messages
        """;

    /// <summary>Newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only those with a smaller number.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<MessageRecord>> ListAsync(MessageFilter filter, long before, int limit, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        (string where, (string, object?)[] values) = filter.Sql();
        return await connection.Command($"{Select} WHERE id < @before{where} ORDER BY id DESC LIMIT @limit", [("before", before), ("limit", limit), .. values]).ListAsync(Read, cancellationToken);
    }

    public async Task<MessageRecord?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " WHERE id = @id", ("id", id)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>The message that carried the token with this hash.</summary>
    internal async Task<MessageRecord?> FindByTokenAsync(string hash, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " WHERE token_hash = @hash", ("hash", hash)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>A person's messages, newest first.</summary>
    public async Task<IReadOnlyList<MessageRecord>> OfAsync(IReadOnlyList<long> members, int limit, long before = long.MaxValue, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"{Select} WHERE customer IN ({string.Join(',', members)}) AND id < @before ORDER BY id DESC LIMIT @limit", ("limit", limit), ("before", before)).ListAsync(Read, cancellationToken);
    }

    /// <summary>How many messages since a time, by programme, state and reason.</summary>
    public async Task<IReadOnlyList<MessageCount>> CountAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT COALESCE(programme, ''), purpose, state, COALESCE(reason, ''), COUNT(*) FROM channels_messages WHERE made_at >= @since GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
            ("since", Microseconds.Of(since))).ListAsync(
            r => new MessageCount(r.GetString(0), r.GetString(1), Enum.Parse<MessageState>(r.GetString(2), ignoreCase: true), r.GetString(3), r.GetInt64(4)), cancellationToken);
    }

    internal static async Task<MessageRecord?> FindAsync(DbTransaction transaction, string which, (string Name, object? Value) value, CancellationToken cancellationToken) =>
        (await transaction.Command($"{Select} WHERE {which}", value).ListAsync(Read, cancellationToken)).FirstOrDefault();

    /// <summary>When the others that count went or go out: sent ones by the time of sending, waiting ones by their plan.</summary>
    internal static Task<List<long>> TimesAsync(DbTransaction transaction, IReadOnlyList<long> members, long without, CancellationToken cancellationToken) => transaction.Command(
        $"SELECT COALESCE(sent_at, due) FROM channels_messages WHERE customer IN ({string.Join(',', members)}) AND counts = 1 AND state IN ('queued', 'sent') AND id <> @without",
        ("without", without)).ListAsync(r => r.GetInt64(0), cancellationToken);

    internal static string Code(MessageState state) => state.ToString().ToLowerInvariant();

    private static MessageRecord Read(DbDataReader r) => new(
        r.GetInt64(0), r.Number(1), r.GetString(2), r.GetString(3), r.GetString(4), r.Text(5), r.Text(6), r.Number(7), r.Text(8), r.Text(9),
        r.Text(10) is { } content ? JsonSerializer.Deserialize<MessageContent>(content) : null, r.Text(11), r.GetInt32(12) == 1,
        Enum.Parse<MessageState>(r.GetString(13), ignoreCase: true), r.Text(14), Microseconds.ToTime(r.GetInt64(15)), Microseconds.ToTime(r.GetInt64(16)), r.Time(17), r.Time(18), r.GetInt32(19),
        r.Text(20), r.Text(21), r.Text(22), r.Number(23));
}
