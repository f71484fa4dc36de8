using System.Net;
using System.Net.Http.Headers;
using Tajriba.Kernel.Log;

namespace Tajriba.Demo.Live;

/// <summary>Posts events of the story as CloudEvents, which say channel and unit of each.</summary>
internal sealed class StoryPost(HttpClient http, IReadOnlyDictionary<DemoSource, string> keys) : IStoryRoad
{
    public async Task SendAsync(DemoSource source, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/cloudevents");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys[source]);
        request.Content = new ByteArrayContent(StoryMessage.Batch(events));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
        using HttpResponseMessage answer = await http.SendAsync(request, cancellationToken);

        // Somebody has ended the key: this system is not heard any more, and the others go on.
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            answer.EnsureSuccessStatusCode();
        }
    }
}
