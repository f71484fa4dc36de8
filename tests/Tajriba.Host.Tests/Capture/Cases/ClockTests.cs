using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Clients' clocks that are wrong.</summary>
public sealed class ClockTests
{
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
