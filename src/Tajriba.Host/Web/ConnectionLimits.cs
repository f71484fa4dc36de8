using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Tajriba.Host.Web;

/// <summary>
/// What one connection may cost before a request of it is taken seriously; <c>Tajriba:Limits</c> in the configuration. Clients
/// that send slowly on purpose, or nothing at all, are closed before they are many.
/// </summary>
internal sealed record ConnectionLimits
{
    /// <summary>Connections at once; further ones are closed at once.</summary>
    public long Connections { get; init; } = 20_000;

    /// <summary>Seconds in which the headers of a request must have come whole.</summary>
    public double HeaderSeconds { get; init; } = 10;

    /// <summary>Seconds that a connection may stay without a request.</summary>
    public double IdleSeconds { get; init; } = 60;

    /// <summary>Bytes a second that a body must bring, and that an answer must be read with.</summary>
    public double BytesPerSecond { get; init; } = 240;

    /// <summary>Seconds in which the rate of a body or an answer is not looked at; at least one.</summary>
    public double GraceSeconds { get; init; } = 5;

    /// <summary>Bytes that are taken from a connection before somebody reads them.</summary>
    public int BufferBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of a request's first line; beyond it 414.</summary>
    public int LineBytes { get; init; } = 8 * 1024;

    /// <summary>Bytes of a request's headers together; beyond it 431.</summary>
    public int HeaderBytes { get; init; } = 32 * 1024;

    /// <summary>Headers of a request; beyond it 431.</summary>
    public int Headers { get; init; } = 100;

    /// <summary>Requests at once on one HTTP/2 connection; whoever opens and cancels them in numbers is told to calm down, and closed.</summary>
    public int Streams { get; init; } = 100;

    /// <summary>HTTP/2 is offered by TLS alone (ALPN): without it, nothing tells whether a proxy before us reads the same requests.</summary>
    public void ApplyTo(KestrelServerOptions kestrel)
    {
        RequestFraming.EndLinesWhole();
        kestrel.AddServerHeader = false;
        kestrel.RequestHeaderEncodingSelector = LengthDigits.Of;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1AndHttp2);
        KestrelServerLimits limits = kestrel.Limits;
        limits.MaxConcurrentConnections = Connections;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(HeaderSeconds);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(IdleSeconds);
        limits.MinRequestBodyDataRate = new(BytesPerSecond, TimeSpan.FromSeconds(Math.Max(GraceSeconds, 1.1)));
        limits.MinResponseDataRate = new(BytesPerSecond, TimeSpan.FromSeconds(Math.Max(GraceSeconds, 1.1)));
        limits.MaxRequestBufferSize = BufferBytes;
        limits.MaxRequestLineSize = LineBytes;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = Headers;
        limits.Http2.MaxStreamsPerConnection = Streams;
        limits.Http2.MaxRequestHeaderFieldSize = LineBytes;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(IdleSeconds);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(HeaderSeconds);
    }
}
