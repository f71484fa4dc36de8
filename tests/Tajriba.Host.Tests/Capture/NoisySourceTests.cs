using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Host.Tests.Capture;

/// <summary>A source that sends more than it may waits, and nobody else does.</summary>
public sealed class NoisySourceTests
{
    private const int PerSecond = 10;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case42_A_noisy_source_at_ten_times_its_quota_is_told_to_wait_and_others_are_not(DatabaseProvider provider)
    {
        var clock = new StoppedClock();
        await using CaptureSite site = await CaptureSite.OpenAsync(provider, services => services.AddSingleton<TimeProvider>(clock));
        CollectSite noisy = await CollectSite.OpenAsync(site);
        CollectSite calm = await CollectSite.OpenAsync(site);
        await site.Services.GetRequiredService<SourceStore>().LimitAsync(noisy.Source, PerSecond);
        await site.Services.GetRequiredService<SourceKeys>().RefreshAsync();
        int taken = 0;
        for (int second = 0; second < 5; second++)
        {
            for (int i = 0; i < 10; i++)
            {
                using HttpResponseMessage answer = await noisy.PostAsync("/v1/batch", Batch(PerSecond));
                Assert.Equal(i == 0 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, answer.StatusCode);
                taken += answer.StatusCode == HttpStatusCode.OK ? PerSecond : 0;
                Assert.Equal(i == 0, answer.Headers.RetryAfter is null);
                Assert.Equal(HttpStatusCode.OK, await calm.StatusAsync("/v1/batch", Encoding.UTF8.GetBytes(Batch(PerSecond))));
            }

            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(5 * PerSecond, taken);
        Assert.Equal(taken, (await noisy.EventsAsync()).Count);
        Assert.Equal(50 * PerSecond, (await calm.EventsAsync()).Count);
        Assert.Empty(await noisy.RefusedAsync());
    }

    [Fact]
    public async Task Case42_One_large_batch_is_taken_and_paid_for_and_the_answer_says_until_when()
    {
        var clock = new StoppedClock();
        await using CaptureSite site = await CaptureSite.OpenAsync(configure: services => services
            .AddSingleton<TimeProvider>(clock).AddSingleton(new CollectLimits { SourceEventsPerSecond = PerSecond }));
        CollectSite source = await CollectSite.OpenAsync(site);
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/batch", Encoding.UTF8.GetBytes(Batch(100 * PerSecond))));
        using (HttpResponseMessage answer = await source.PostAsync("/v1/track", Event(1)))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.Equal(100, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
            Assert.Equal("100", answer.Headers.GetValues("X-RateLimit-Reset").Single());
        }

        clock.Advance(TimeSpan.FromSeconds(99));
        Assert.Equal(HttpStatusCode.TooManyRequests, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(Event(2))));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(Event(3))));
        Assert.Equal((100 * PerSecond) + 1, (await source.EventsAsync()).Count);
    }

    [Fact]
    public async Task A_body_larger_than_a_sources_part_of_the_room_is_taken_where_nothing_of_it_waits()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(configure: services => services.AddSingleton(new CollectLimits { WaitingBytes = 100_000, SourceShare = 0.1 }));
        CollectSite source = await CollectSite.OpenAsync(site);
        string large = Batch(500);
        Assert.InRange(Encoding.UTF8.GetByteCount(large), 10_001, 99_999);
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/batch", Encoding.UTF8.GetBytes(large)));
        Assert.Equal(500, (await source.EventsAsync()).Count);
    }

    [Fact]
    public async Task Case42_The_quota_holds_on_every_road_by_which_a_source_sends()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(configure: services => services
            .AddSingleton<TimeProvider>(new StoppedClock()).AddSingleton(new CollectLimits { SourceEventsPerSecond = 1 }));
        CollectSite source = await CollectSite.OpenAsync(site);
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(Event(0))));
        string withKey = $$"""{"writeKey":"{{source.Key}}","batch":[{"type":"track","event":"A","userId":"u"}]}""";
        using HttpResponseMessage inBody = await source.Client.PostAsync("/beacon/v1/batch", new StringContent(withKey));
        using HttpResponseMessage pixel = await source.Client.GetAsync($"/pixel/v1/track?writeKey={source.Key}&event=A&userId=u");
        using HttpResponseMessage contact = await source.PostAsync("/v1/contacts", """{"callId":"1","score":1,"min":1,"max":5}""");
        using HttpResponseMessage cloud = await source.PostAsync(
            "/v1/cloudevents", """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"c"}"""u8.ToArray(), ("Content-Type", "application/cloudevents+json"));
        foreach (HttpResponseMessage answer in (HttpResponseMessage[])[inBody, pixel, contact, cloud])
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.Equal(1, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        }

        Assert.Single(await source.EventsAsync());
    }

    [Fact]
    public async Task Case42_A_person_sets_the_quota_on_the_sources_page()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        CollectSite source = await CollectSite.OpenAsync(site);
        using HttpClient browser = await site.AdministratorAsync();
        string page = string.Create(CultureInfo.InvariantCulture, $"/sources/{source.Source}");
        foreach (string wrong in (string[])["-1", "1.5", "many", "1000001"])
        {
            HttpResponseMessage refused = await browser.PostFormAsync(page, page + "/limit", ("eventsPerSecond", wrong));
            Assert.Equal(page + "?wrong=limit", refused.Headers.Location!.ToString());
        }

        HttpResponseMessage set = await browser.PostFormAsync(page, page + "/limit", ("eventsPerSecond", "۱٬۰۰۰"));
        Assert.Equal(page + "?done=limited", set.Headers.Location!.ToString());
        Assert.Equal("1,000", (await browser.PageAsync(page)).QuerySelector("input[name=eventsPerSecond]")!.GetAttribute("value"));
        await browser.PostFormAsync(page, page + "/limit", ("eventsPerSecond", ""));
        Assert.Null((await site.Services.GetRequiredService<SourceStore>().FindAsync(source.Source))!.EventsPerSecond);
        IEnumerable<string> changes = (await browser.PageAsync("/audit?action=capture.source-limit")).QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children[^1].TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["Events a second: 1000 → as configured", "Events a second: as configured → 1000"], changes);
    }

    [Fact]
    public async Task Case42_A_calm_sources_event_is_committed_before_the_thousands_that_another_has_waiting()
    {
        const int Requests = 60;
        const int Each = 500;
        const int Singles = 20;
        var appender = new HeldAppender();
        await using CaptureSite site = await CaptureSite.OpenAsync(configure: services => services.AddSingleton<TimeProvider>(new StoppedClock()).AddSingleton<ILiveAppender>(appender));
        CollectSite noisy = await CollectSite.OpenAsync(site);
        CollectSite calm = await CollectSite.OpenAsync(site);

        // Quotas that are used up by what is to wait and some single events: the answer to one more tells that all of it waits.
        await site.Services.GetRequiredService<SourceStore>().LimitAsync(noisy.Source, (Requests * Each) + Singles);
        await site.Services.GetRequiredService<SourceStore>().LimitAsync(calm.Source, 1);
        await site.Services.GetRequiredService<SourceKeys>().RefreshAsync();
        Task<HttpResponseMessage>[] sent = [.. Enumerable.Range(0, Requests).Select(_ => noisy.PostAsync("/v1/batch", Batch(Each)))];
        Task<HttpResponseMessage>[] singles = [.. await UntilFullAsync(noisy), .. await UntilFullAsync(calm)];
        appender.LetGo();
        Assert.All(await Task.WhenAll(sent), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));

        // Of a machine that is busy the last ones may have been refused, only later than they were waited for.
        Assert.All(await Task.WhenAll(singles), answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));

        int calmIn = appender.Groups.ToList().FindIndex(group => group.Contains($"source:{calm.Source}"));
        Assert.InRange(calmIn, 1, 2);
        Assert.True(appender.Groups.Skip(calmIn + 1).Sum(group => group.Count) > Requests * Each / 2);
    }

    /// <summary>Sends single events until one is told to wait; gives those that were not.</summary>
    private static async Task<List<Task<HttpResponseMessage>>> UntilFullAsync(CollectSite source)
    {
        var taken = new List<Task<HttpResponseMessage>>();
        await CaptureSite.UntilAsync(async () =>
        {
            Task<HttpResponseMessage> one = source.PostAsync("/v1/track", """{"event":"Single","userId":"u"}""");
            if (await Task.WhenAny(one, Task.Delay(50)) == one)
            {
                Assert.Equal(HttpStatusCode.TooManyRequests, (await one).StatusCode);
                return true;
            }

            taken.Add(one);
            return false;
        });
        return taken;
    }

    private static string Batch(int events) =>
        $$"""{"batch":[{{string.Join(',', Enumerable.Range(0, events).Select(_ => """{"type":"track","event":"Noise","userId":"u"}"""))}}]}""";

    private static string Event(int number) => string.Create(CultureInfo.InvariantCulture, $$"""{"event":"Single","userId":"u","messageId":"single-{{number}}"}""");
}
