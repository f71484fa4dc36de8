using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Host.Tests.Capture;

/// <summary>One source with a key of its own, and what a client does with it.</summary>
internal sealed class CollectSite
{
    private readonly CaptureSite site;

    private CollectSite(CaptureSite site, long source, string key)
    {
        this.site = site;
        Source = source;
        Key = key;
        Client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
    }

    public long Source { get; }

    public string Key { get; }

    public HttpClient Client { get; }

    public static async Task<CollectSite> OpenAsync(CaptureSite site)
    {
        (long source, string key) = await site.Services.SourceAsync("Web shop", "web", "n1");
        return new CollectSite(site, source, key);
    }

    /// <summary>The same source and key at another node.</summary>
    public CollectSite At(CaptureSite node) => new(node, Source, Key);

    public Task<HttpResponseMessage> PostAsync(string path, string body) => PostAsync(path, Encoding.UTF8.GetBytes(body));

    public async Task<HttpResponseMessage> PostAsync(string path, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Key + ":")));
        foreach ((string name, string value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await Client.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(string path, byte[] body)
    {
        using HttpResponseMessage answer = await PostAsync(path, body);
        return answer.StatusCode;
    }

    /// <summary>This source's events, in the log's order.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> EventsAsync()
    {
        IReadOnlyList<LoggedEvent> all = await site.Services.GetRequiredService<IExperienceLog>().ReadAsync(0, 100_000);
        return [.. all.Where(e => e.Source == $"source:{Source}")];
    }

    /// <summary>What was refused, oldest first.</summary>
    public async Task<IReadOnlyList<Refused>> RefusedAsync() =>
        [.. (await site.Services.GetRequiredService<RefusedStore>().ListAsync(Source, 1000)).Reverse()];
}
