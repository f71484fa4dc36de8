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

    [Fact]
    public async Task Case37_A_write_key_opens_no_page_and_no_endpoint_of_people_and_a_session_none_of_sources()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
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
        foreach (string path in new[] { "/v1/track", "/v1/batch", "/v1/contacts", "/v1/cloudevents" })
        {
            using HttpResponseMessage answer = await administrator.PostAsync(path, new ByteArrayContent(Event));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Empty(await source.EventsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case37_A_key_revoked_at_one_node_opens_nothing_at_another_soon_after_and_the_sources_others_go_on(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        await using CaptureSite another = site.Another();
        CollectSite there = source.At(another);
        Assert.Equal(HttpStatusCode.OK, await there.StatusAsync("/v1/track", Event));
        var store = site.Services.GetRequiredService<SourceStore>();
        long revoked = (await store.KeysAsync(source.Source)).Single().Id;
        string other = await store.IssueKeyAsync(source.Source);
        await store.RevokeKeyAsync(source.Source, revoked);
        await CaptureSite.UntilAsync(async () => await there.StatusAsync("/v1/track", Event) == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.Unauthorized, await there.StatusAsync("/v1/contacts", Event));
        using HttpResponseMessage answer = await there.Client.PostAsync("/v1/track?writeKey=" + other, new ByteArrayContent(Event));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
