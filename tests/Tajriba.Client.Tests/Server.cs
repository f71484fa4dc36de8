using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Tajriba.Client.Tests;

/// <summary>A server behind the client's <see cref="HttpClient"/>: takes batches as Tajriba does, unless its script says otherwise.</summary>
internal sealed class Server : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly List<string> names = [];
    private readonly HashSet<string> ids = [];
    private readonly List<Batch> attempts = [];

    public static TajribaClientOptions Options { get; } = new()
    {
        Server = new Uri("http://cx.example/"),
        WriteKey = "wk_test",
        BatchInterval = TimeSpan.FromMilliseconds(5),
        FirstRetry = TimeSpan.FromMilliseconds(1),
        LongestRetry = TimeSpan.FromMilliseconds(4),
        ShutdownTimeout = TimeSpan.Zero,
    };

    /// <summary>What an attempt is answered; null takes it.</summary>
    public Func<Batch, HttpResponseMessage?> Script { get; init; } = _ => null;

    /// <summary>Names of the events taken, in their order, each message once.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (gate)
            {
                return [.. names];
            }
        }
    }

    /// <summary>Every attempt, taken or not.</summary>
    public IReadOnlyList<Batch> Attempts
    {
        get
        {
            lock (gate)
            {
                return [.. attempts];
            }
        }
    }

    public TajribaClient Client(Func<TajribaClientOptions, TajribaClientOptions>? change = null, TimeProvider? clock = null) =>
        new((change ?? (o => o))(Options), new HttpClient(this), clock, new Random(7));

    public static HttpResponseMessage Status(HttpStatusCode status, string body = "") => new(status) { Content = new StringContent(body) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Batch batch = await ReadAsync(request, cancellationToken);
        lock (gate)
        {
            batch = batch with { Number = attempts.Count };
            attempts.Add(batch);
        }

        HttpResponseMessage answer = Script(batch) ?? Take(batch);
        answer.RequestMessage ??= request;
        return answer;
    }

    private HttpResponseMessage Take(Batch batch)
    {
        lock (gate)
        {
            foreach (JsonElement message in batch.Messages.Where(m => ids.Add(m.GetProperty("messageId").GetString()!)))
            {
                names.Add(message.TryGetProperty("event", out JsonElement name) ? name.GetString()! : message.GetProperty("type").GetString()!);
            }
        }

        return Status(HttpStatusCode.OK, $$"""{"success":true,"results":[{{string.Join(',', batch.Messages.Select(_ => """{"accepted":true,"reason":null}"""))}}]}""");
    }

    private static async Task<Batch> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        bool isPacked = request.Content.Headers.ContentEncoding.Contains("gzip");
        if (isPacked)
        {
            using var unpacked = new MemoryStream();
            using var packed = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            await packed.CopyToAsync(unpacked, cancellationToken);
            body = unpacked.ToArray();
        }

        JsonElement json = JsonDocument.Parse(body).RootElement;
        string key = Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization!.Parameter!));
        return new Batch(request.RequestUri!, key, isPacked, json.GetProperty("sentAt").GetString()!, [.. json.GetProperty("batch").EnumerateArray()], body.Length);
    }
}
