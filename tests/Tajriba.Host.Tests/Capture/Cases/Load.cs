using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Clients that send events one by one and in batches until they are told to stop, and remember what was acknowledged. They repeat nothing.</summary>
internal sealed class Load : IDisposable
{
    private const int BatchEvents = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly HttpClient client;
    private readonly ConcurrentQueue<string> acknowledged = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task clients;
    private int unanswered;

    public Load(Uri address, string key, int clients)
    {
        client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        this.clients = Task.WhenAll(Enumerable.Range(0, clients).Select(SendAsync));
    }

    /// <summary>Ids of what the server has said it keeps.</summary>
    public IReadOnlyCollection<string> Acknowledged => acknowledged;

    /// <summary>Answers other than 200: status and Retry-After.</summary>
    public ConcurrentQueue<(HttpStatusCode Status, string? RetryAfter)> Refusals { get; } = new();

    /// <summary>How many requests got no answer at all.</summary>
    public int Unanswered => Volatile.Read(ref unanswered);

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await clients;
    }

    public void Dispose()
    {
        client.Dispose();
        stop.Dispose();
    }

    private async Task SendAsync(int number)
    {
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            string[] ids = [.. Enumerable.Range(0, i % 2 == 0 ? 1 : BatchEvents).Select(n => $"{number}-{i}-{n}")];
            string body = $$"""{"batch":[{{string.Join(',', ids.Select(id => $$"""{"type":"track","event":"Load","userId":"u{{number}}","messageId":"{{id}}"}"""))}}]}""";
            try
            {
                using HttpResponseMessage answer = await client.PostAsync("/v1/batch", new StringContent(body), CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    Array.ForEach(ids, acknowledged.Enqueue);
                    continue;
                }

                Refusals.Enqueue((answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
            }
            catch (HttpRequestException)
            {
                // The server is gone or goes: nothing was acknowledged.
                Interlocked.Increment(ref unanswered);
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
