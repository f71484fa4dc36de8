using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Statistics;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Keeps signals; each is told to the log in the transaction in which it is kept, once.</summary>
public sealed class SignalStore(IDatabase database, IExperienceLog log, IAuditTrail audit, IMessages messages, TimeProvider clock)
{
    public const string Source = "room:indicators";
    public const string EventName = "Indicator Signalled";

    private const string Columns = "SELECT id, definition_id, rule, from_day, value, lower, upper, found_at, settled_at, unit FROM indicators_signals";
    private const int Most = 50;

    /// <summary>Keeps what the last period of a chart signals; gives how many signals are new.</summary>
    /// <param name="definition">The indicator.</param>
    /// <param name="unit">Code of the unit that the chart is of; null for the whole organization.</param>
    /// <param name="point">The period.</param>
    /// <param name="alerts">Messages that tell people of a new signal.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<int> KeepAsync(IndicatorDefinition definition, string? unit, ControlPoint point, Func<Signal, IReadOnlyList<MessageRequest>> alerts, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var kept = 0;
                foreach (var rule in point.Marks)
                {
                    var signal = new Signal(0, definition.Id, rule, point.From, point.Value, point.Lower, point.Upper, clock.GetUtcNow(), null, unit);
                    if (await KeepAsync(transaction, definition, point, signal, cancel))
                    {
                        kept++;
                        foreach (var alert in alerts(signal))
                        {
                            await messages.RequestAsync(transaction, alert, cancel);
                        }
                    }
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

    private async Task<bool> KeepAsync(DbTransaction transaction, IndicatorDefinition definition, ControlPoint point, Signal signal, CancellationToken cancellationToken)
    {
        var (rule, unit) = (signal.Rule.ToString(), signal.Unit);
        var added = await transaction.Command(
            """
            INSERT INTO indicators_signals (definition_id, unit, rule, from_day, value, lower, upper, found_at)
            VALUES (@definition, @unit, @rule, @from, @value, @lower, @upper, @at) ON CONFLICT (definition_id, unit, rule, from_day) DO NOTHING
            """,
            ("definition", definition.Id), ("unit", unit ?? ""), ("rule", rule), ("from", (long)point.From.DayNumber), ("value", point.Value), ("lower", point.Lower), ("upper", point.Upper),
            ("at", Microseconds.Of(signal.At))).RunAsync(cancellationToken);
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
                    Id = $"signal-{definition.Id}-{(unit is null ? "" : unit + "-")}{from}-{rule}",
                    Name = EventName,
                    Time = signal.At,
                    Objects = [new("indicator", definition.Key)],
                    Unit = unit ?? definition.Unit,
                    Attributes = JsonSerializer.Serialize(new
                    {
                        indicator = definition.Key, unit, rule, from, to = point.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value = point.Value, lower = point.Lower, upper = point.Upper, n = point.Count,
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
        reader.IsDBNull(8) ? null : Microseconds.ToTime(reader.GetInt64(8)),
        reader.GetString(9) is { Length: > 0 } unit ? unit : null);
}
