using System.Net.Security;
using Tajriba.Host.Tests.Access;

namespace Tajriba.Host.Tests.Sockets;

/// <summary>Requests that are too large, or of which two readers would see two ends.</summary>
public sealed class FramingTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Smuggled = "GET /health/live?smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /// <summary>Each is followed by a second request, which must not be answered.</summary>
    public static TheoryData<string> Ambiguous =>
    [
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0, 5\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0x0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: +0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: -0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0 0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: 00000000000000000000000000000000000000000\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length:\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length : 0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n+0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000000\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b: Transfer-Encoding\r\nContent-Length: 0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
    ];

    [Theory]
    [InlineData("line", "414")]
    [InlineData("header", "431")]
    [InlineData("headers", "431")]
    public async Task Case39_A_request_with_too_large_a_head_is_refused_and_closed(string part, string status)
    {
        string large = new('a', 1 << 20);
        string request = part switch
        {
            "line" => $"GET /{large} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "header" => $"GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: {large}\r\n\r\n",
            _ => $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"X-{i}: a\r\n"))}\r\n",
        };
        await using WireSite wires = WireSite.Start(site, secure: false);
        await using RawConnection wire = await wires.ConnectAsync();
        Task<string> end = wire.ToEndAsync();
        await wire.TrySendAsync(request);
        Assert.StartsWith($"HTTP/1.1 {status} ", await end, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task Case39_A_request_with_two_ends_is_refused_and_what_follows_is_not_taken_for_a_request(string request)
    {
        await using WireSite wires = WireSite.Start(site, secure: false);
        await using RawConnection wire = await wires.ConnectAsync();
        await wire.TrySendAsync(request + Smuggled);
        string answers = await wire.ToEndAsync();
        Assert.StartsWith("HTTP/1.1 400 ", answers, StringComparison.Ordinal);
        Assert.Equal(1, answers.Split("HTTP/1.1 ").Length - 1);
    }

    [Fact]
    public async Task Case39_Without_TLS_there_is_no_HTTP2_by_any_road()
    {
        await using WireSite wires = WireSite.Start(site, secure: false);
        await using RawConnection knowing = await wires.ConnectAsync();
        await knowing.TrySendAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        await knowing.TrySendAsync(Frames.Settings);
        Assert.DoesNotContain(Frames.Of(await knowing.BytesToEndAsync()), frame => frame.Type == Frames.HeadersType);

        await using RawConnection asking = await wires.ConnectAsync();
        await asking.TrySendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
        Assert.Equal("HTTP/1.1 200 OK", await asking.FirstLineAsync());
    }

    [Fact]
    public async Task Case39_Over_TLS_HTTP2_is_offered_and_rapid_resets_end_the_connection()
    {
        await using WireSite wires = WireSite.Start(site, secure: true, ("Streams", "10"));
        await using RawConnection wire = await wires.ConnectSecurelyAsync();
        Assert.Equal(SslApplicationProtocol.Http2, wire.Protocol);
        Task<byte[]> end = wire.BytesToEndAsync();
        await wire.TrySendAsync(Frames.Preface);
        bool open = true;
        for (int stream = 1; stream < 100_000 && open; stream += 2)
        {
            open = await wire.TrySendAsync((byte[])[.. Frames.Request(stream), .. Frames.Reset(stream)]);
        }

        // It says why first (GOAWAY, calm down), which a connection that is cut off under fire may not deliver.
        Assert.False(open);
        await end;
        await ServedAsync(wires);
    }

    [Fact]
    public async Task Case39_Headers_without_end_over_HTTP2_end_the_connection()
    {
        await using WireSite wires = WireSite.Start(site, secure: true);
        await using RawConnection wire = await wires.ConnectSecurelyAsync();
        Task<byte[]> end = wire.BytesToEndAsync();
        await wire.TrySendAsync(Frames.Preface);
        await wire.TrySendAsync(Frames.Opening(1));
        bool open = true;
        for (int i = 0; i < 100_000 && open; i++)
        {
            open = await wire.TrySendAsync(Frames.Continuation(1));
        }

        Assert.False(open);
        await end;
        await ServedAsync(wires);
    }

    private static async Task ServedAsync(WireSite wires)
    {
        await using RawConnection good = await RawConnection.OpenAsync(wires.Address.Port, [SslApplicationProtocol.Http11]);
        await good.TrySendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal("HTTP/1.1 200 OK", await good.FirstLineAsync());
    }
}
