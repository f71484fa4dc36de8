using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Client;

/// <summary>Writes one call of the Segment tracking specification as JSON. Its id is made here, once, and stays over every attempt.</summary>
internal static class Message
{
    private static readonly string Version = typeof(Message).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>The message in UTF-8.</summary>
    /// <param name="type">The call: <c>track</c>, <c>identify</c>, ...</param>
    /// <param name="user">Whom it is about.</param>
    /// <param name="now">The time now, from which the id is made.</param>
    /// <param name="timestamp">When it happened.</param>
    /// <param name="word">The member that the call has beside the common ones (<c>event</c>, <c>name</c>, <c>groupId</c>, ...) and its value.</param>
    /// <param name="more">The name of the call's object, and the object.</param>
    /// <exception cref="ArgumentException">It is larger than the server takes.</exception>
    public static byte[] Write(string type, TajribaUser user, DateTimeOffset now, DateTimeOffset timestamp, (string Name, string? Value) word, (string Name, JsonObject? Value) more)
    {
        using var text = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("messageId", Guid.CreateVersion7(now));
            json.WriteString("timestamp", timestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            Optional(json, "userId", user.UserId);
            Optional(json, "anonymousId", user.AnonymousId);
            Optional(json, word.Name, word.Value);
            if (more.Value is not null)
            {
                json.WritePropertyName(more.Name);
                more.Value.WriteTo(json);
            }

            json.WriteStartObject("context");
            json.WriteStartObject("library");
            json.WriteString("name", "Tajriba.Client");
            json.WriteString("version", Version);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.Length <= MessageLimits.Message
            ? text.ToArray()
            : throw new ArgumentException(FormattableString.Invariant($"A message has at most {MessageLimits.Message} bytes as JSON; this one has {text.Length}."), more.Name);
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
