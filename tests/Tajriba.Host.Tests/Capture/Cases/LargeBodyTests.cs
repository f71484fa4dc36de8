using System.Net;
using System.Text;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Bodies that want to cost more than they weigh.</summary>
public sealed class LargeBodyTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const int Megabyte = 1 << 20;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case19_A_million_keys_and_a_key_of_a_megabyte_are_refused_and_thousands_of_equal_hashes_are_not(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        string million = string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => $"\"{i:x}\":1"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await source.StatusAsync("/v1/track", Event(million)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await source.StatusAsync("/v1/track", Event(string.Join(',', Enumerable.Range(0, 300_000).Select(i => $"\"{i:x}\":1")))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await source.StatusAsync("/v1/track", Event($"\"{new string('k', Megabyte)}\":1")));

        // Names that the classic hash of strings (31 h + c) takes for one: Aa and BB, in every order.
        string[] collisions = [.. Enumerable.Range(0, 1 << 10).Select(n => string.Concat(Enumerable.Range(0, 10).Select(bit => (n >> bit & 1) == 0 ? "Aa" : "BB")))];
        string body = Encoding.UTF8.GetString(Event(string.Join(',', collisions.Select(c => $"\"{c}\":1"))));
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(body)));
        Assert.Equal(body, Assert.Single(await source.EventsAsync()).Attributes);
        Assert.All(await source.RefusedAsync(), refused => Assert.Equal(RefusalReason.TooLarge, refused.Reason));
    }

    private static byte[] Event(string members) => Encoding.UTF8.GetBytes($$$"""{"event":"Large","userId":"u","properties":{{{{members}}}}}""");
}
