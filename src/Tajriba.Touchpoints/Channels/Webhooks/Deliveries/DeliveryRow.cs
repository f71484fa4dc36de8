using System.Data.Common;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

/// <summary>A delivery as its table keeps it.</summary>
internal static class DeliveryRow
{
    public const string Columns =
        "id, webhook_id, position, message_id, event, state, attempts, due, created_at, last_at, last_status, last_fault, last_milliseconds, last_answer";

    public static Delivery Read(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetInt64(1), reader.Number(2), reader.GetString(3), reader.GetString(4), Enum.Parse<DeliveryState>(reader.GetString(5), ignoreCase: true),
        reader.GetInt32(6), Microseconds.ToTime(reader.GetInt64(7)), Microseconds.ToTime(reader.GetInt64(8)),
        reader.Time(9) is { } at ? new Attempt(at, AnswerOf(reader)) : null);

    public static string Code(DeliveryState state) => state.ToString().ToLowerInvariant();

    private static Answer AnswerOf(DbDataReader reader) => new(
        (int?)reader.Number(10),
        reader.Text(11) is { } fault ? Enum.Parse<SendFault>(fault) : SendFault.None,
        TimeSpan.FromMilliseconds(reader.Number(12) ?? 0),
        reader.Text(13) ?? "");
}
