using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Tajriba.Bench.Collect;

/// <summary>One whole HTTP request, made once; before each sending only ids, customers and times are written over.</summary>
internal sealed class EventRequest
{
    private readonly byte[] bytes;
    private readonly int bodyStart;
    private readonly List<int> users = [];
    private readonly List<int> messages = [];
    private readonly List<int> times = [];
    private readonly Random random;
    private readonly string key;

    /// <param name="key">Write key.</param>
    /// <param name="events">Events of the body; one makes a single call.</param>
    /// <param name="random">Chooses customers and names.</param>
    public EventRequest(string key, int events, Random random)
    {
        this.random = random;
        this.key = key;
        Events = events;
        string body = events == 1
            ? $"{EventText.Any(random)[..^1]},\"sentAt\":\"{EventText.Time}\"}}"
            : $"{{\"batch\":[{string.Join(',', Enumerable.Range(0, events).Select(_ => EventText.Any(random)))}],\"sentAt\":\"{EventText.Time}\"}}";
        int length = EventText.Lay(body, [], [], [], 0).Length;
        byte[] head = Head(length);
        bodyStart = head.Length;
        bytes = [.. head, .. EventText.Lay(body, users, messages, times, head.Length)];
    }

    public int Events { get; }

    /// <summary>The request with fresh ids from a number on.</summary>
    public ReadOnlyMemory<byte> Next(long first, DateTimeOffset now)
    {
        Span<byte> time = stackalloc byte[24];
        now.TryFormat(time, out _, EventText.TimeFormat, CultureInfo.InvariantCulture);
        foreach (int at in times)
        {
            time.CopyTo(bytes.AsSpan(at));
        }

        foreach (int at in users)
        {
            random.Next(EventText.Customers).TryFormat(bytes.AsSpan(at), out _, "d6", CultureInfo.InvariantCulture);
        }

        for (int i = 0; i < messages.Count; i++)
        {
            MessageNumber.Write(bytes.AsSpan(messages[i]), first + i);
        }

        return bytes;
    }

    /// <summary>The same request packed with gzip, as an own copy.</summary>
    public byte[] NextPacked(long first, DateTimeOffset now)
    {
        ReadOnlySpan<byte> body = Next(first, now).Span[bodyStart..];
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return [.. Head((int)packed.Length), .. packed.ToArray()];
    }

    private byte[] Head(int length) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"POST /v1/{(Events == 1 ? "track" : "batch")} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nUser-Agent: analytics-node-next/latest\r\nAuthorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(key + ":"))}\r\nAccept: */*\r\nContent-Length: {length}\r\n\r\n"));
}
