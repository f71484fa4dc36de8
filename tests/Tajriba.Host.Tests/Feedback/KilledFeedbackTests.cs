using System.Net;
using System.Text;
using System.Text.Json;
using Tajriba.Host.Tests.Capture.Cases;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;

namespace Tajriba.Host.Tests.Feedback;

/// <summary>A complaint whose code was given is not lost with the process: after SIGKILL the code still leads to what was said, and each has its case once.</summary>
public sealed class KilledFeedbackTests
{
    private const int Kills = 3;
    private const int Callers = 4;

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Every_code_that_was_given_leads_to_what_was_said(DatabaseProvider provider)
    {
        var told = new Dictionary<string, string>();
        await using RunningProduct product = await RunningProduct.StartAsync(provider);
        (_, string key) = await product.SourceAsync();
        for (int kill = 0; kill < Kills; kill++)
        {
            await TellUntilKilledAsync(product, key, told, 20 + (kill * 35), kill);
            await product.RestartAsync();
        }

        Assert.True(told.Count > 20, "Too few were told before the kills.");
        using var customer = new HttpClient { BaseAddress = product.Address };
        await RunningProduct.UntilAsync(async () => await CasesAsync(product) >= told.Count);
        foreach ((string code, string text) in told)
        {
            string page = WebUtility.HtmlDecode(await customer.GetStringAsync(new Uri($"/c/{code}", UriKind.Relative)));
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        Assert.Equal(1, await product.NumberAsync("SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM feedback_cases GROUP BY item) AS t"));
        Assert.Equal(
            await product.NumberAsync("SELECT COALESCE(SUM(version), 0) FROM feedback_cases"), await product.NumberAsync("SELECT COUNT(*) FROM feedback_case_moments"));
    }

    private static Task<long> CasesAsync(RunningProduct product) => product.NumberAsync("SELECT COUNT(*) FROM feedback_cases");

    /// <summary>Several systems tell of complaints at once until the process is killed under them; keeps what was acknowledged.</summary>
    private static async Task TellUntilKilledAsync(RunningProduct product, string key, Dictionary<string, string> told, int after, int round)
    {
        int given = 0;
        async Task TellAsync(int caller)
        {
            using var client = new HttpClient { BaseAddress = product.Address };
            client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(key + ":")));
            for (int i = 0; ; i++)
            {
                string text = $"شکایت {round}-{caller}-{i}: the repair failed again";
                using var content = new StringContent(JsonSerializer.Serialize(new { text, kind = "complaint", rating = 1 }), Encoding.UTF8, "application/json");
                try
                {
                    using HttpResponseMessage answer = await client.PostAsync(new Uri("/v1/feedback", UriKind.Relative), content);
                    using JsonDocument said = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
                    lock (told)
                    {
                        told.Add(said.RootElement.GetProperty("code").GetString()!, text);
                    }

                    if (Interlocked.Increment(ref given) == after)
                    {
                        product.Kill();
                    }
                }
                catch (Exception e) when (e is HttpRequestException or IOException)
                {
                    return;
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(TellAsync));
    }
}
