using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;
using Xunit.Abstractions;

namespace Tajriba.Host.Tests.Capture;

/// <summary>A journey has an event soon after a client has sent it, and of a CloudEvent what its data say.</summary>
public sealed class JourneyFollowsTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_journey_follows_what_clients_send(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite client = await CollectSite.OpenAsync(site);
        using HttpClient caller = await site.CallerAsync();
        long journey = await DefineAsync(site);
        await client.PostAsync("/v1/track", Asked("c-1"));
        await CaptureSite.UntilAsync(async () => await JourneysAsync(caller, journey) == 1);

        for (int round = 2; round < 5; round++)
        {
            long sent = Stopwatch.GetTimestamp();
            await client.PostAsync("/v1/track", Asked($"c-{round}"));
            int expected = round;
            await CaptureSite.UntilAsync(async () => await JourneysAsync(caller, journey) == expected);
            output.WriteLine($"{provider}: in the journey after {Stopwatch.GetElapsedTime(sent).TotalSeconds:F1} s");
        }

        await client.PostAsync(
            "/v1/cloudevents",
            """{"specversion":"1.0","id":"1","source":"/desk","type":"Asked","data":{"case_id":"c-9","urgency":"high"}}"""u8.ToArray(),
            ("Content-Type", "application/cloudevents+json"));
        await CaptureSite.UntilAsync(async () => await JourneysAsync(caller, journey, "?attr.urgency=high") == 1);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task An_open_page_is_told_of_newer_events_that_pass_its_filters(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite client = await CollectSite.OpenAsync(site);
        using HttpClient caller = await site.CallerAsync();
        using HttpClient browser = await site.AdministratorAsync();
        long journey = await DefineAsync(site);
        await client.PostAsync("/v1/track", Asked("c-1"));
        await CaptureSite.UntilAsync(async () => await JourneysAsync(caller, journey) == 1);

        string page = string.Create(CultureInfo.InvariantCulture, $"/journeys/{journey}?attr.urgency=low");
        string from = (await browser.PageAsync(page)).QuerySelector("#newer")!.GetAttribute("from")!;
        Assert.Empty((await browser.PageAsync(from)).QuerySelectorAll("#newer a"));
        await client.PostAsync("/v1/track", Asked("c-2"));
        await client.PostAsync("/v1/track", Asked("c-3").Replace("low", "high", StringComparison.Ordinal));
        await CaptureSite.UntilAsync(async () => await JourneysAsync(caller, journey) == 3);
        IElement line = Assert.Single((await browser.PageAsync(from)).QuerySelectorAll("#newer a"));
        Assert.Equal(("1 newer event: show", page), (line.TextContent.Trim(), line.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(from.Replace("shown=1", "shown=x", StringComparison.Ordinal))).StatusCode);
    }

    private static string Asked(string id) => $$$"""{"event":"Asked","userId":"u1","properties":{"case_id":"{{{id}}}","urgency":"low"}}""";

    private static async Task<long> DefineAsync(CaptureSite site)
    {
        await site.Services.GetRequiredService<CatalogueEditor>().SaveAsync(new CatalogueEntry { Name = "Asked", ObjectRules = [new("case_id", "case")] });
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        JourneyDefinition saved = await scope.ServiceProvider.GetRequiredService<JourneyStore>().SaveAsync(new JourneyDefinition
        {
            Name = new("Asking"), ObjectType = "case", Events = ["Asked", "Answered"], StartEvents = ["Asked"], EndEvents = ["Answered"],
        });
        return saved.Id;
    }

    private static async Task<int> JourneysAsync(HttpClient caller, long journey, string filter = "")
    {
        using HttpResponseMessage answer = await caller.GetAsync($"/api/v1/journeys/{journey}/steps{filter}");
        if (!answer.IsSuccessStatusCode)
        {
            return 0;
        }

        using JsonDocument steps = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return steps.RootElement.EnumerateArray().Sum(s => s.GetProperty("cases").GetInt32());
    }
}
