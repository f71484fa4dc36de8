using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Clocks that are wrong, the server's and the clients'.</summary>
public sealed class ClockTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case12_A_clock_that_jumps_changes_no_order_and_locks_nobody_out(DatabaseProvider provider)
    {
        var clock = new ShiftedClock();
        await using CaptureSite site = await CaptureSite.OpenAsync(provider, services => services.AddSingleton<TimeProvider>(clock));
        CollectSite source = await CollectSite.OpenAsync(site);
        using HttpClient before = await site.AdministratorAsync();
        int sent = 0;
        foreach (TimeSpan shift in new[] { TimeSpan.Zero, TimeSpan.FromDays(1), -TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), TimeSpan.Zero })
        {
            clock.Shift = shift;
            for (int i = 0; i < 3; i++, sent++)
            {
                Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$"""{"event":"E","userId":"u","messageId":"m{{sent}}"}""")));
            }

            // The first message again: an id is known whatever the clock says meanwhile.
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", """{"event":"E","userId":"u","messageId":"m0"}"""u8.ToArray()));
            Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/sources")).StatusCode);
            using HttpClient now = await site.AdministratorAsync();
            Assert.Equal(HttpStatusCode.OK, (await now.GetAsync("/sources")).StatusCode);

            // Work in the background is taken and done.
            string leads = await CaptureSite.UploadAsync(now, "f.csv", $"case_id,activity,timestamp\nc{sent},Step {sent},2026-01-01T00:00:00Z\n");
            HttpResponseMessage begun = await now.PostFormAsync(leads, "/import/start");
            long import = long.Parse(begun.Headers.Location!.ToString().Split('/', '?')[2], CultureInfo.InvariantCulture);
            Assert.Equal(ImportState.Done, (await site.EndOfAsync(import)).State);
        }

        IReadOnlyList<LoggedEvent> events = await source.EventsAsync();
        Assert.Equal(Enumerable.Range(0, sent).Select(i => $"m{i}"), events.Select(e => e.Id));
        Assert.All(events.Zip(events.Skip(1)), pair =>
        {
            Assert.True(pair.First.Position < pair.Second.Position);
            Assert.True(pair.First.ReceivedAt <= pair.Second.ReceivedAt);
        });
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case12_A_clients_clock_is_corrected_and_what_it_said_is_kept(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        foreach (int years in new[] { -10, 10 })
        {
            DateTimeOffset theirs = DateTimeOffset.UtcNow.AddYears(years);
            string timestamp = theirs.AddMinutes(-90).ToString("O", CultureInfo.InvariantCulture);
            string sentAt = theirs.ToString("O", CultureInfo.InvariantCulture);
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$"""{"event":"E","userId":"u","timestamp":"{{timestamp}}","sentAt":"{{sentAt}}"}""")));
            LoggedEvent kept = (await source.EventsAsync())[^1];
            Assert.InRange((kept.ReceivedAt - kept.Time).TotalMinutes, 89.5, 90.5);
            Assert.Contains(timestamp, kept.Attributes, StringComparison.Ordinal);
            Assert.Contains(sentAt, kept.Attributes, StringComparison.Ordinal);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case12_Events_from_the_future_are_kept_and_marked(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        foreach ((string name, DateTimeOffset time) in new[] { ("Soon", now.AddMinutes(2)), ("Tomorrow", now.AddDays(1)), ("Past", now.AddDays(-1)), ("Far", now.AddYears(10)) })
        {
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/track", Encoding.UTF8.GetBytes($$"""{"event":"{{name}}","userId":"u","timestamp":"{{time:O}}"}""")));
        }

        Assert.Equal(4, (await source.EventsAsync()).Count);
        using HttpClient browser = await site.AdministratorAsync();
        IDocument page = await browser.PageAsync($"/sources/{source.Source}");
        string[] marked = [.. page.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("From the future", StringComparison.Ordinal)).Select(r => r.QuerySelector("bdi")!.TextContent)];
        Assert.Equal(["Far", "Tomorrow"], marked.Order());
        Assert.Contains(page.QuerySelectorAll(".stats > *"), s => s.TextContent.Contains("From the future", StringComparison.Ordinal) && s.TextContent.Contains('2', StringComparison.Ordinal));
    }
}
