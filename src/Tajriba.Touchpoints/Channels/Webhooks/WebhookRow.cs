using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>A webhook as its table keeps it.</summary>
internal static class WebhookRow
{
    public const string Columns =
        "id, url, description, event_names, object_types, source_id, state, created_at, from_position, secret_shown, old_until, held_until, last_success, failing_since";

    public static Webhook Read(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Settings = new WebhookSettings(reader.GetString(1), reader.GetString(2), Texts(reader.GetString(3)), Texts(reader.GetString(4)), reader.Number(5)),
        State = Enum.Parse<WebhookState>(reader.GetString(6), ignoreCase: true),
        CreatedAt = Microseconds.ToTime(reader.GetInt64(7)),
        FromPosition = reader.GetInt64(8),
        SecretShown = reader.GetInt16(9) != 0,
        OldSecretUntil = reader.Time(10),
        HeldUntil = reader.GetInt64(11) is > 0 and var held ? Microseconds.ToTime(held) : null,
        LastSuccess = reader.Time(12),
        FailingSince = reader.Time(13),
    };

    public static string Text(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts);

    public static string Code(WebhookState state) => state.ToString().ToLowerInvariant();

    private static string[] Texts(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];
}
