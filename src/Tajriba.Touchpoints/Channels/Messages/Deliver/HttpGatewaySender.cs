using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Asks a provider's HTTP interface, by the guard of webhooks: only public addresses, no redirect, no proxy, 64 KB of the answer.</summary>
internal sealed class HttpGatewaySender : IMessageSender, IDisposable
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HttpClient client;
    private readonly GatewaySealer sealer;
    private readonly TimeProvider clock;

    public HttpGatewaySender(GuardedConnector connector, GatewaySealer sealer, TimeProvider clock)
    {
        (this.sealer, this.clock) = (sealer, clock);
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancel) => connector.ConnectAsync(context.DnsEndPoint, cancel),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PreAuthenticate = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    public GatewayKind Kind => GatewayKind.Http;

    public async Task<SendAnswer> SendAsync(Gateway gateway, OutgoingMessage message, CancellationToken cancellationToken)
    {
        HttpGatewaySettings settings = JsonSerializer.Deserialize<HttpGatewaySettings>(gateway.Settings)!;
        if ((gateway.Secret is null ? "" : sealer.Open(gateway.Secret)) is not { } opened || HttpGatewaySettings.Secrets(opened) is not { } secrets)
        {
            return SendAnswer.Again("The headers are lost: write them down anew.");
        }

        using var over = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            using HttpRequestMessage request = Request(settings, secrets.Headers, secrets.Values, message);
            using HttpResponseMessage response = await client.SendAsync(request, both.Token);
            return Judge(settings, (int)response.StatusCode, await response.Content.ReadAsStringAsync(both.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendAnswer.Again("The gateway does not answer.");
        }
        catch (HttpRequestException e)
        {
            return SendAnswer.Again(e.GetBaseException() is AddressRefusedException ? "The gateway's address may not be reached." : $"The gateway is not reached: {e.HttpRequestError}.");
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>A refusal of the caller's making is for good; too many requests and faults of the server are not.</summary>
    internal static SendAnswer Judge(HttpGatewaySettings settings, int status, string body)
    {
        if (status is < 200 or > 299)
        {
            string error = string.Create(CultureInfo.InvariantCulture, $"The gateway answers {status}.");
            return status is >= 400 and < 500 and not (401 or 403 or 408 or 425 or 429) ? SendAnswer.Refused(error) : SendAnswer.Again(error);
        }

        if (settings.AcceptPath.Length > 0 && JsonPlace.Text(body, settings.AcceptPath) is var said && said != settings.AcceptValue)
        {
            return SendAnswer.Refused($"The gateway says '{said ?? "nothing"}' at {settings.AcceptPath}.");
        }

        string? id = settings.IdPath.Length > 0 ? JsonPlace.Text(body, settings.IdPath) : null;
        return new SendAnswer(SendOutcome.Taken, id is { Length: > 200 } ? id[..200] : id);
    }

    /// <summary>Half a character, which no encoding has, becomes a mark.</summary>
    private static string Whole(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));

    private static HttpRequestMessage Request(
        HttpGatewaySettings settings, IReadOnlyList<(string Name, string Value)> headers, IReadOnlyDictionary<string, string> secrets, OutgoingMessage message)
    {
        string? Value(string name) => name switch
        {
            "to" => message.Address,
            "text" => message.Content.Plain,
            "subject" => message.Content.Subject,
            "id" => message.Key,
            "language" => message.Language,
            _ => secrets.GetValueOrDefault(name),
        };
        string Filled(string template, Func<string, string> escape) => Template.Fill(template, name => Value(name) is { } value ? escape(value) : null);
        var request = new HttpRequestMessage(settings.Body.Length == 0 ? HttpMethod.Get : HttpMethod.Post, Filled(settings.Url, Uri.EscapeDataString));
        if (settings.Body.Length > 0)
        {
            Func<string, string> escape = settings.ContentType switch
            {
                "application/json" => value => JsonEncodedText.Encode(Whole(value), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
                "application/x-www-form-urlencoded" => Uri.EscapeDataString,
                _ => value => value,
            };
            request.Content = new StringContent(Filled(settings.Body, escape), Encoding.UTF8, new MediaTypeHeaderValue(settings.ContentType, "utf-8"));
        }

        request.Headers.TryAddWithoutValidation("Idempotency-Key", message.Key);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
