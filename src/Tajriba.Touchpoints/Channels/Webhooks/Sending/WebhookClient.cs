using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>
/// Makes one attempt. It goes straight to an address that may be reached: no proxy, no redirect, no cookies, no credentials,
/// and no more than 64 KB of the answer.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private const int MostBytes = 64 * 1024;
    private const int ExcerptBytes = 1024;
    private const int HeaderKilobytes = 16;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PoolLifetime = TimeSpan.FromMinutes(2);
    private readonly HttpClient client;
    private readonly WebhookOptions options;
    private readonly TimeProvider clock;

    public WebhookClient(GuardedConnector connector, WebhookOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancel) => connector.ConnectAsync(context.DnsEndPoint, cancel),
            ConnectTimeout = ConnectTimeout,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PreAuthenticate = false,
            MaxResponseHeadersLength = HeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = PoolLifetime,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<Answer> SendAsync(Message message, CancellationToken cancellationToken)
    {
        long begun = clock.GetTimestamp();
        using var over = new CancellationTokenSource(options.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        int? status = null;
        SendFault fault = SendFault.None;
        string excerpt = "";
        TimeSpan? retryAfter = null;
        try
        {
            using HttpRequestMessage request = Request(message);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            excerpt = await ReadAsync(response, both.Token);
            status = (int)response.StatusCode;
            retryAfter = RetryAfter(response.Headers.RetryAfter);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            fault = SendFault.Timeout;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            fault = FaultOf(e);
        }

        return new Answer(status, fault, clock.GetElapsedTime(begun), excerpt) { RetryAfter = retryAfter };
    }

    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Request(Message message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "Tajriba-Webhooks/1");
        request.Headers.TryAddWithoutValidation("webhook-id", message.Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", message.Timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", message.Signatures);
        return request;
    }

    /// <summary>Reads the answer so that the connection serves again, but not beyond the limit; gives how it began.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var begin = new byte[ExcerptBytes];
        var rest = new byte[4096];
        int kept = 0, total = 0, count;
        while (total < MostBytes && (count = await body.ReadAsync(rest.AsMemory(0, Math.Min(rest.Length, MostBytes - total)), cancellationToken)) > 0)
        {
            int more = Math.Min(count, ExcerptBytes - kept);
            rest.AsSpan(0, more).CopyTo(begin.AsSpan(kept));
            kept += more;
            total += count;
        }

        return Printable(Encoding.UTF8.GetString(begin.AsSpan(0, kept)));
    }

    /// <summary>What a database takes and a page can show: control characters become spaces.</summary>
    private static string Printable(string text) =>
        string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        }).Trim();

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);

    private static SendFault FaultOf(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case AddressRefusedException:
                    return SendFault.AddressRefused;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery }:
                    return SendFault.NameUnknown;
                case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return SendFault.NotTrusted;
                case HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.VersionNegotiationError }:
                    return SendFault.NotHttp;
                case HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }:
                    return SendFault.NameUnknown;
            }
        }

        return SendFault.NoConnection;
    }
}
