using System.Globalization;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Host.Tests.Capture;

/// <summary>What a source sends is counted by minute for all nodes, and known after a restart.</summary>
public sealed class SourceActivityTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const string Good = """{"type":"track","event":"Order Completed","userId":"u1"}""";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task What_was_sent_is_counted_and_another_node_sees_it(DatabaseProvider provider)
    {
        CollectSite client = await sites.SourceAsync(provider);
        CaptureSite site = await sites.OnAsync(provider);
        await client.PostAsync("/v1/batch", $$"""{"batch":[{{Good}},{{Good}},{"type":"track","userId":"u2"}]}""");
        await client.PostAsync("/v1/track", Good);

        SourceHour here = (await site.Services.GetRequiredService<SourceActivity>().LastHourAsync()).Of(client.Source);
        Assert.Equal((3, 1), (here.Taken.Sum(), here.Refused));
        Assert.NotNull(here.MeanLatency);
        Assert.InRange(DateTimeOffset.UtcNow - here.LastSeen!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));

        // Another node, or this one after a restart: it has heard nothing itself.
        var other = ActivatorUtilities.CreateInstance<SourceActivity>(site.Services);
        SourceHours there = await other.LastHourAsync();
        Assert.Equal(here.Taken, there.Of(client.Source).Taken);
        Assert.Equal(here.LastSeen, there.Of(client.Source).LastSeen);
        Assert.InRange(there.All.Taken.Sum(), 3, int.MaxValue);
        EventSource source = (await site.Services.GetRequiredService<SourceStore>().FindAsync(client.Source))!;
        Assert.Equal(["Order Completed", "Order Completed", "Order Completed"], (await other.LatestAsync(source)).Select(t => t.Name));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Events_from_the_future_are_marked_on_every_node(DatabaseProvider provider)
    {
        CollectSite client = await sites.SourceAsync(provider);
        CaptureSite site = await sites.OnAsync(provider);
        string ahead = DateTimeOffset.UtcNow.AddHours(3).ToString("o", CultureInfo.InvariantCulture);
        await client.PostAsync("/v1/track", $$"""{"event":"Paid","userId":"u1","timestamp":"{{ahead}}"}""");
        await client.PostAsync("/v1/track", """{"event":"Asked","userId":"u1"}""");
        using HttpClient browser = await site.AdministratorAsync();
        IDocument page = await Access.TestSignIn.PageAsync(browser, $"/sources/{client.Source}");
        Assert.Contains("From the future", page.QuerySelector("#figures")!.TextContent, StringComparison.Ordinal);

        var other = ActivatorUtilities.CreateInstance<SourceActivity>(site.Services);
        EventSource source = (await site.Services.GetRequiredService<SourceStore>().FindAsync(client.Source))!;
        Assert.Equal(1, await other.FromTheFutureAsync(source.Id));
        Assert.Equal([false, true], (await other.LatestAsync(source)).Select(t => t.IsAhead));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_overview_teaches_where_nothing_arrives_and_then_tells_how_much(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite client = await CollectSite.OpenAsync(site);
        using HttpClient browser = await site.AdministratorAsync();
        Assert.NotNull((await Access.TestSignIn.PageAsync(browser, "/")).QuerySelector("#pulse a[href='/sources']"));

        await client.PostAsync("/v1/track", Good);
        IElement pulse = (await Access.TestSignIn.PageAsync(browser, "/")).QuerySelector("#pulse")!;
        Assert.Null(pulse.QuerySelector(".empty"));
        Assert.Contains("1", pulse.QuerySelectorAll(".stat-value").Last().TextContent, StringComparison.Ordinal);

        // What keeps itself current comes by itself, without the page around it.
        IDocument part = await Access.TestSignIn.PageAsync(browser, pulse.GetAttribute("from")!);
        Assert.Null(part.QuerySelector("nav"));
        Assert.Equal(pulse.QuerySelectorAll(".stat-value").Last().TextContent, part.QuerySelectorAll("#pulse .stat-value").Last().TextContent);
    }

    [Fact]
    public async Task Who_answers_for_one_branch_is_not_told_what_all_send()
    {
        CaptureSite site = await sites.OnAsync(DatabaseProvider.Sqlite);
        using HttpClient browser = await Access.TestSignIn.BrowserOfAsync(site, Kernel.Access.BuiltInRoles.Administrator, "n1");
        Assert.Null((await Access.TestSignIn.PageAsync(browser, "/")).QuerySelector("#pulse"));
    }
}
