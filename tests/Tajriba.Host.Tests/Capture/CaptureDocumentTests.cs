using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

/// <summary>The curl lines of docs/capture.md do what they say.</summary>
public sealed partial class CaptureDocumentTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Every_curl_line_is_taken_and_makes_an_event(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        string[][] commands = [.. Commands()];
        Assert.True(commands.Length >= 6);
        foreach (string[] words in commands)
        {
            int before = (await sources.EventsAsync()).Count;
            using HttpRequestMessage request = Request(words, sources.Key);
            using HttpResponseMessage answer = await sources.Client.SendAsync(request);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{string.Join(' ', words)}: {await answer.Content.ReadAsStringAsync()}");
            Assert.True((await sources.EventsAsync()).Count > before, string.Join(' ', words));
        }
    }

    private static IEnumerable<string[]> Commands()
    {
        string text = File.ReadAllText(Checkout.PathOf("docs", "capture.md")).Replace("\\\n", " ", StringComparison.Ordinal);
        foreach (Match block in Blocks().Matches(text))
        {
            foreach (Match line in Curls().Matches(block.Groups[1].Value))
            {
                yield return [.. Words().Matches(line.Value).Select(w => w.Groups[1].Success ? w.Groups[1].Value : w.Value)];
            }
        }
    }

    /// <summary>Knows of curl's options what the document uses.</summary>
    private static HttpRequestMessage Request(string[] words, string key)
    {
        var request = new HttpRequestMessage { Method = HttpMethod.Post };
        var content = new List<(string Name, string Value)> { ("Content-Type", "application/x-www-form-urlencoded") };
        for (int i = 1; i < words.Length; i++)
        {
            string word = words[i].Replace("KEY", key, StringComparison.Ordinal);
            switch (word)
            {
                case "-u":
                    request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(words[++i].Replace("KEY", key, StringComparison.Ordinal))));
                    break;
                case "-H":
                    string[] header = words[++i].Replace("KEY", key, StringComparison.Ordinal).Split(": ", 2);
                    if (!request.Headers.TryAddWithoutValidation(header[0], header[1]))
                    {
                        content[0] = (header[0], header[1]);
                    }

                    break;
                case "-d":
                    request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(words[++i]));
                    break;
                default:
                    request.RequestUri = new Uri(new Uri(word).PathAndQuery, UriKind.Relative);
                    break;
            }
        }

        request.Content!.Headers.TryAddWithoutValidation(content[0].Name, content[0].Value);
        return request;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex("^curl .*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Curls();

    [GeneratedRegex("'([^']*)'|[^ ]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
