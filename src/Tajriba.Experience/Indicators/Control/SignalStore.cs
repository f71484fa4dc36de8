using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Keeps signals; each is told to the log in the transaction in which it is kept, once.</summary>
public sealed class SignalStore(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock)
{
    public const string Source = "room:indicators";
    public const string EventName = "Indicator Signalled";

    private const string Columns = "SELECT id, definition_id, rule, from_day, value, lower, upper, found_at, settled_at FROM indicators_signals";
    private const int Most = 50;

    /// <summary>Keeps what the last period of a chart signals; gives how many signals are new.</summary>
    public Task<int> KeepAsync(IndicatorDefinition definition, ControlPoint point, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var kept = 0;
                foreach (var rule in point.Marks)
                {
                    kept += await KeepAsync(transaction, definition, point, rule, cancel) ? 1 : 0;
                }

                return kept;
            },
            cancellationToken);

    /// <summary>Signals of an indicator, newest first.</summary>
    public async Task<IReadOnlyList<Signal>> OfAsync(long definitionId, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Columns + " WHERE definition_id = @id ORDER BY id DESC LIMIT @most", ("id", definitionId), ("most", Most)).ListAsync(Read, cancellationToken);
    }

    /// <summary>Signals that nobody has noted, newest first.</summary>
    public async Task<IReadOnlyList<Signal>> OpenAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Columns + " WHERE settled_at IS NULL ORDER BY id DESC LIMIT @most", ("most", Most)).ListAsync(Read, cancellationToken);
    }

    /// <summary>A signal, or null.</summary>
    public async Task<Signal?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Columns + " WHERE id = @id", ("id", id)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Notes a signal, so that it waits for nobody any more.</summary>
    public Task NoteAsync(long id, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                await transaction.Command(
                    "UPDATE indicators_signals SET settled_at = @at WHERE id = @id AND settled_at IS NULL", ("at", Microseconds.Of(clock.GetUtcNow())), ("id", id)).RunAsync(cancel);
                await audit.RecordAsync(transaction, "indicators.signal", "signal:" + id.ToString(CultureInfo.InvariantCulture), null, cancel);
            },
            cancellationToken);

    private async Task<bool> KeepAsync(DbTransaction transaction, IndicatorDefinition definition, ControlPoint point, RunsRule rule, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = await transaction.Command(
            """
            INSERT INTO indicators_signals (definition_id, rule, from_day, value, lower, upper, found_at)
            VALUES (@definition, @rule, @from, @value, @lower, @upper, @at) ON CONFLICT (definition_id, rule, from_day) DO NOTHING
            """,
            ("definition", definition.Id), ("rule", rule.ToString()), ("from", (long)point.From.DayNumber), ("value", point.Value), ("lower", point.Lower), ("upper", point.Upper), ("at", Microseconds.Of(now)))
            .RunAsync(cancellationToken);
        if (added == 0)
        {
            return false;
        }

        var from = point.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await log.AppendAsync(
            transaction,
            [
                new NewEvent
                {
                    Source = Source,
                    Id = $"signal-{definition.Id}-{from}-{rule}",
                    Name = EventName,
                    Time = now,
                    Objects = [new("indicator", definition.Key)],
                    Unit = definition.Unit,
                    Attributes = JsonSerializer.Serialize(new
                    {
                        indicator = definition.Key, rule = rule.ToString(), from, to = point.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value = point.Value, lower = point.Lower, upper = point.Upper, n = point.Count,
                    }),
                },
            ],
            cancellationToken);
        return true;
    }

    private static Signal Read(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        Enum.Parse<RunsRule>(reader.GetString(2)),
        DateOnly.FromDayNumber((int)reader.GetInt64(3)),
        reader.GetDouble(4),
        reader.GetDouble(5),
        reader.GetDouble(6),
        Microseconds.ToTime(reader.GetInt64(7)),
        reader.IsDBNull(8) ? null : Microseconds.ToTime(reader.GetInt64(8)));
}
