using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tajriba.Browser.Tests.Clients;

/// <summary>The way from clients to the product, as a proxy before it: it can be shut, refuse, or lose the answers.</summary>
internal sealed class Gate(int port, Uri product) : IAsyncDisposable
{
    private static readonly string[] HopByHop = ["Connection", "Keep-Alive", "Transfer-Encoding"];
    private readonly HttpMessageInvoker road = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None });
    private WebApplication? app;
    private int lost;

    /// <summary>What becomes of requests.</summary>
    public GateMode Mode { get; set; }

    /// <summary>Requests that the product has taken and whose client was not told.</summary>
    public int Lost => Volatile.Read(ref lost);

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public async Task OpenAsync(GateMode mode)
    {
        Mode = mode;
        if (app is not null)
        {
            return;
        }

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        app = builder.Build();
        app.Run(PassAsync);
        await app.StartAsync();
    }

    /// <summary>Nobody listens any more: connections are refused.</summary>
    public async Task ShutAsync()
    {
        if (app is { } open)
        {
            app = null;
            await open.StopAsync();
            await open.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ShutAsync();
        road.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        GateMode mode = Mode;
        if (mode is GateMode.Unavailable or GateMode.Busy)
        {
            context.Response.StatusCode = mode == GateMode.Busy ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = mode == GateMode.Busy ? "1" : default;
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return;
        }

        try
        {
            using HttpRequestMessage request = Copy(context.Request);
            using HttpResponseMessage answer = await road.SendAsync(request, context.RequestAborted);
            if (mode == GateMode.AnswersLost && request.Method == HttpMethod.Post && answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref lost);
                context.Abort();
                return;
            }

            await CopyAsync(answer, context.Response);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            context.Abort();
        }
    }

    private HttpRequestMessage Copy(HttpRequest from)
    {
        var to = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(product, from.Path + from.QueryString.Value));
        if (from.ContentLength > 0 || from.Headers.TransferEncoding.Count > 0)
        {
            to.Content = new StreamContent(from.Body);
        }

        foreach ((string name, var values) in from.Headers)
        {
            if (!HopByHop.Contains(name, StringComparer.OrdinalIgnoreCase) && !to.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return to;
    }

    private static async Task CopyAsync(HttpResponseMessage from, HttpResponse to)
    {
        to.StatusCode = (int)from.StatusCode;
        foreach ((string name, IEnumerable<string> values) in from.Headers.Concat(from.Content.Headers))
        {
            if (!HopByHop.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                to.Headers[name] = values.ToArray();
            }
        }

        await from.Content.CopyToAsync(to.Body);
    }
}
