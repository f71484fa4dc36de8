using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>What was taken is told again: a moment, an hour and nearly a day later, and to a process that has just begun.</summary>
public sealed class RepeatTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case11_A_message_is_known_within_a_batch_an_hour_and_a_day_later_and_after_restarts(DatabaseProvider provider)
    {
        var clock = new ShiftedClock();
        await using CaptureSite site = await CaptureSite.OpenAsync(provider, services => services.AddSingleton<TimeProvider>(clock));
        CollectSite source = await CollectSite.OpenAsync(site);
        CollectSite other = await CollectSite.OpenAsync(site);
        await TellAsync(source, "First", "a", "a", "b");
        await TellAsync(source, "Second", "b", "c");
        CaptureSite? node = null;
        foreach (double hours in new[] { 0, 1, 12, 23.5 })
        {
            clock.Shift = TimeSpan.FromHours(hours);
            await TellAsync(source, $"After {hours}", "a", "b", "c");
            if (node is not null)
            {
                await node.DisposeAsync();
            }

            node = site.Another();
            await TellAsync(source.At(node), $"After {hours} and a restart", "c", "a", "b");
        }

        await TellAsync(other.At(node!), "Another source", "a");
        await node!.DisposeAsync();
        Assert.Equal(["a First", "b First", "c Second"], (await source.EventsAsync()).Select(e => $"{e.Id} {e.Name}"));
        Assert.Equal(["a Another source"], (await other.EventsAsync()).Select(e => $"{e.Id} {e.Name}"));
        Assert.Empty(await source.RefusedAsync());
    }

    private static async Task TellAsync(CollectSite source, string name, params string[] ids)
    {
        string items = string.Join(',', ids.Select(id => $$"""{"type":"track","event":"{{name}}","userId":"u","messageId":"{{id}}"}"""));
        Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/batch", Encoding.UTF8.GetBytes($$"""{"batch":[{{items}}]}""")));
    }
}
