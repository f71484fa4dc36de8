using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>A key opens the one door that it was made for, and once revoked none, at no node.</summary>
public sealed class WriteKeyTests
{
    private static readonly byte[] Event = """{"event":"A","userId":"u"}"""u8.ToArray();

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case37_A_write_key_opens_no_page_and_no_endpoint_of_people_and_a_session_none_of_sources(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(source.Key + ":"));
        AuthenticationHeaderValue[] headers = [new("Basic", basic), new("Bearer", source.Key)];
        int routes = 0;
        foreach (var route in RouteTableTests.Routes(site).Where(route => RouteTableTests.Permission(route) is not null))
        {
            foreach (AuthenticationHeaderValue header in headers)
            {
                using var request = new HttpRequestMessage(new(RouteTableTests.Methods(route)[0]), RouteTableTests.Sample(route) + "?writeKey=" + source.Key);
                request.Headers.Authorization = header;
                using HttpResponseMessage answer = await source.Client.SendAsync(request);
                bool leadsToSignIn = answer.Headers.Location?.ToString().Contains("/sign-in?returnUrl=", StringComparison.Ordinal) == true;
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized || leadsToSignIn, $"{RouteTableTests.Path(route)} answers a write key with {answer.StatusCode}");
            }

            routes++;
        }

        Assert.True(routes > 20);
        using HttpClient administrator = await site.AdministratorAsync();
        foreach (string path in RoadsOf(site))
        {
            using HttpResponseMessage answer = await administrator.PostAsync(path, new ByteArrayContent(Event));
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{path} answers a session with {answer.StatusCode}");
        }

        Assert.Empty(await source.EventsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case37_Within_five_seconds_every_road_at_every_node_refuses_a_key_that_was_revoked_and_takes_the_sources_others(DatabaseProvider provider)
    {
        var clock = new HandClock();
        await using CaptureSite site = await CaptureSite.OpenAsync(provider, services => services.AddSingleton<TimeProvider>(clock));
        CollectSite source = await CollectSite.OpenAsync(site);
        await using CaptureSite another = site.Another();
        CollectSite there = source.At(another);
        Assert.Equal(HttpStatusCode.OK, await there.StatusAsync("/v1/track", Event));
        var store = site.Services.GetRequiredService<SourceStore>();
        long revoked = (await store.KeysAsync(source.Source)).Single().Id;
        string other = await store.IssueKeyAsync(source.Source);
        await store.RevokeKeyAsync(source.Source, revoked);
        for (int second = 0; second < 5; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        // Five seconds have passed and no more do: what takes longer here is this machine's time, not the product's.
        foreach (CollectSite node in new[] { source, there })
        {
            await CaptureSite.UntilAsync(async () => await node.StatusAsync("/v1/track", Event) == HttpStatusCode.Unauthorized);
            int kept = (await node.EventsAsync()).Count;
            foreach (string path in RoadsOf(site))
            {
                using HttpResponseMessage answer = await node.Client.PostAsync($"{path}?writeKey={source.Key}", new ByteArrayContent(Event));
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{path} answers a revoked key with {answer.StatusCode}");
            }

            // A picture in a mail comes all the same, and nothing is kept of it.
            Assert.Equal(HttpStatusCode.OK, (await node.Client.GetAsync($"/pixel/v1/track?writeKey={source.Key}&event=A&userId=u")).StatusCode);
            Assert.Equal(kept, (await node.EventsAsync()).Count);
            using HttpResponseMessage taken = await node.Client.PostAsync("/v1/track?writeKey=" + other, new ByteArrayContent(Event));
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }
    }

    /// <summary>Where sources send.</summary>
    private static IReadOnlyList<string> RoadsOf(CaptureSite site)
    {
        string[] roads = [.. RouteTableTests.Routes(site)
            .Where(route => RouteTableTests.Allows(route, "POST"))
            .Select(RouteTableTests.Path)
            .Where(path => path.StartsWith("/v1/", StringComparison.Ordinal) || path.StartsWith("/beacon/", StringComparison.Ordinal))];
        Assert.True(roads.Length > 15);
        return roads;
    }
}
