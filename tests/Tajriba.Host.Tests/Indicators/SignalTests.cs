using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators.Control;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Channels;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Gateways;

namespace Tajriba.Host.Tests.Indicators;

public sealed class SignalTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_signal_is_kept_once_told_to_the_log_once_and_waits_until_it_is_noted(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        var today = DateTimeOffset.UtcNow;
        await site.Log.AppendAsync([.. Enumerable.Range(0, 40 * 30).Select(i => Feedback(i, today.AddDays(-i / 30 * 7).AddMinutes(-i % 30)))]);
        await using (AsyncServiceScope scope = site.Services.CreateAsyncScope())
        {
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<IndicatorStore>().AddAsync([IndicatorTemplates.Find("service-score")!]));
        }

        await RunAsync(site);
        await RunAsync(site);
        LoggedEvent told = Assert.Single(await EventsAsync(site), e => e.Unit is null && e.Attributes!.Contains("Nelson1", StringComparison.Ordinal));
        Assert.Equal(("room:indicators", "indicator", "service-score"), (told.Source, told.Objects[0].Type, told.Objects[0].Id));

        using HttpClient browser = await site.AdministratorAsync();
        Assert.NotNull((await browser.PageAsync("/")).QuerySelector("a[href='/indicators/service-score/control']"));
        while ((await browser.PageAsync("/indicators/service-score/control")).QuerySelector("form[action='/indicators/signals/note'] input[name=id]") is { } waiting)
        {
            Assert.Equal("/indicators/service-score/control?done=noted", await IndicatorPageTests.PostAsync(browser, "/indicators/service-score/control", "/indicators/signals/note", [("id", waiting.GetAttribute("value")!)]));
        }

        Assert.Null((await browser.PageAsync("/")).QuerySelector("a[href='/indicators/service-score/control']"));
        Assert.Contains("noted", (await browser.PageAsync("/indicators/service-score/control")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await browser.PageAsync("/indicators/service-score/units")).QuerySelectorAll("tr a[href*='unit=']:not([href*='rows'])").Length);
    }

    /// <summary>One unit falls: its manager is told by e-mail, the other's is not, and a webhook hears of it.</summary>
    [Fact]
    public async Task A_signal_of_one_unit_reaches_who_is_named_and_sees_that_unit()
    {
        await using WebhookSite hooked = await WebhookSite.OpenAsync();
        CaptureSite site = hooked.Site;
        await site.Services.GetRequiredService<GatewayStore>().AddAsync(new("Kept", "email", GatewayKind.Keep, "{}", null));
        long north = await DigestTests.PersonAsync(site, "north@example.com", "n1"), south = await DigestTests.PersonAsync(site, "south@example.com", "s1");
        using HttpClient caller = await site.CallerAsync();
        Assert.Equal(HttpStatusCode.Created, (await caller.PostAsJsonAsync("/api/v1/webhooks", new { url = hooked.Receiver.Url, events = new[] { SignalStore.EventName } })).StatusCode);
        DateTimeOffset today = new(DateTimeOffset.UtcNow.Date, TimeSpan.Zero);
        await site.Log.AppendAsync([.. Enumerable.Range(0, 40 * 60).Select(i => UnitScore(i, today.AddDays(-7 * ((i / 60) + 1)).AddHours(6)))]);
        await using (AsyncServiceScope scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IndicatorStore>().AddAsync([IndicatorTemplates.Find("service-score")! with { Alerts = [north, south] }]);
        }

        await RunAsync(site);
        await RunAsync(site);
        Assert.Single(await EventsAsync(site), e => e.Unit == "n1" && e.Attributes!.Contains("Nelson1", StringComparison.Ordinal));
        Assert.DoesNotContain(await EventsAsync(site), e => e.Unit == "s1");
        MessageRecord told = Assert.Single(await site.Services.GetRequiredService<MessageStore>().ListAsync(new(), long.MaxValue, 10));
        Assert.Equal(("signal", north), (told.Purpose, told.PersonId!.Value));
        await CaptureSite.UntilAsync(() => Task.FromResult(hooked.Receiver.All.Select(r => System.Text.Encoding.UTF8.GetString(r.Body)).Any(b => b.Contains("n1", StringComparison.Ordinal) && b.Contains("Nelson1", StringComparison.Ordinal))));
    }

    private static async Task RunAsync(CaptureSite site)
    {
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SignalJob>().RunAsync(CancellationToken.None);
    }

    private static async Task<IReadOnlyList<LoggedEvent>> EventsAsync(CaptureSite site)
        => [.. (await site.EventsAsync()).Where(e => e.Name == SignalStore.EventName)];

    /// <summary>Thirty scores a week around 73; in the last weeks 20, so that the last complete one signals whatever the day.</summary>
    private static NewEvent Feedback(int number, DateTimeOffset time) => new()
    {
        Source = "test",
        Id = "feedback-" + number,
        Name = "Survey Answered",
        Time = time,
        Unit = number % 3 == 0 ? "n1" : "s1",
        Objects = [new("customer", "c" + number)],
        Attributes = $$$"""{"scores":{"csi.quality":{{{(number < 90 ? 20 : 80 - ((number / 30 + number) % 3 == 0 ? 20 : 0))}}}}}""",
    };

    /// <summary>Thirty scores a week for each unit; in the newest two weeks those of the north fall.</summary>
    private static NewEvent UnitScore(int number, DateTimeOffset time) => Feedback(number, time) with
    {
        Unit = number % 2 == 0 ? "n1" : "s1",
        Attributes = $$$"""{"scores":{"csi.quality":{{{(number < 120 && number % 2 == 0 ? 20 : 80 - ((number / 60 + number / 2) % 3 == 0 ? 20 : 0))}}}}}""",
    };
}
