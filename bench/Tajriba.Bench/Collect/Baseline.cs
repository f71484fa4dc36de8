using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tajriba.Bench.Collect;

/// <summary>
/// What no collector on Kestrel can beat: the body in one pooled buffer, checked as UTF-8, a typed row of five fields and an own
/// copy of each event's text; no key, no limits, no storage.
/// </summary>
internal static class Baseline
{
    private static readonly byte[] Taken = "{\"success\":true}"u8.ToArray();

    public static async Task<int> ServeAsync(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using WebApplication app = builder.Build();
        app.MapPost("/v1/{call}", TakeAsync);
        app.MapGet("/health/ready", () => "ready");
        await app.RunAsync();
        return 0;
    }

    private static async Task TakeAsync(HttpContext context)
    {
        int length = (int)(context.Request.ContentLength ?? 0);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        await context.Request.Body.ReadExactlyAsync(buffer.AsMemory(0, length));
        GC.KeepAlive(Read(buffer.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(buffer);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Taken.Length;
        await context.Response.BodyWriter.WriteAsync(Taken);
    }

    private static List<Row> Read(ReadOnlySpan<byte> body)
    {
        var rows = new List<Row>();
        if (!Utf8.IsValid(body))
        {
            return rows;
        }

        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject && (reader.CurrentDepth != 0 || !body.StartsWith("{\"batch\""u8)))
            {
                rows.Add(Event(ref reader, body));
            }
        }

        return rows;
    }

    private static Row Event(ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
    {
        int start = (int)reader.TokenStartIndex;
        string? type = null, name = null, user = null, id = null;
        DateTimeOffset time = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.GetString();
            }
            else if (reader.ValueTextEquals("event"u8))
            {
                reader.Read();
                name = reader.GetString();
            }
            else if (reader.ValueTextEquals("userId"u8))
            {
                reader.Read();
                user = reader.GetString();
            }
            else if (reader.ValueTextEquals("messageId"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("timestamp"u8))
            {
                reader.Read();
                time = reader.GetDateTimeOffset();
            }
            else
            {
                reader.Skip();
            }
        }

        return new Row(type, name, user, id, time, body[start..(int)reader.BytesConsumed].ToArray());
    }

    private sealed record Row(string? Type, string? Name, string? User, string? Id, DateTimeOffset Time, byte[] Payload);
}
