using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;

namespace Tajriba.Host.Tests.Capture;

public sealed class CataloguePageTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Names_are_learned_given_and_taken_back(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        await TellAsync(site, "W_Call", "W_Call", "<i>odd</i> & name");
        IDocument list = await browser.PageAsync("/events");
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
        Assert.Empty(list.QuerySelectorAll("tbody i"));

        const string Edit = "/events/edit?name=W_Call";
        HttpResponseMessage saved = await browser.PostFormAsync(
            Edit, "/events/save", ("english", "  Phone call "), ("persian", "تماس تلفنی"), ("channel", "phone"), ("touchpoint", "Call centre"), ("rules", "order_id = order\n"), ("hidden", "1"));
        Assert.Equal("/events?done=saved&name=W_Call", saved.Headers.Location!.ToString());
        CatalogueEntry entry = Entry(site);
        Assert.Equal(("Phone call", "تماس تلفنی", "phone", "Call centre", true), (entry.English, entry.Persian, entry.Channel, entry.Touchpoint, entry.Hidden));
        Assert.Equal([new ObjectRule("order_id", "order")], entry.ObjectRules);
        Assert.Single((await browser.PageAsync("/events")).QuerySelectorAll("tbody tr"));
        Assert.Equal("تماس تلفنی", (await browser.PageAsync(Edit)).QuerySelector("input[name=persian]")!.GetAttribute("value"));

        HttpResponseMessage undone = await browser.PostFormAsync("/events?done=saved&name=W_Call", "/events/undo");
        Assert.Equal("/events?done=undone", undone.Headers.Location!.ToString());
        entry = Entry(site);
        Assert.Equal((null, null, false), (entry.English, entry.Channel, entry.Hidden));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Rules_of_an_event_of_which_all_was_refused_are_written_and_all_is_told_again(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite client = await CollectSite.OpenAsync(site);
        using HttpClient browser = await site.AdministratorAsync();
        await client.PostAsync("/v1/track", """{"event":"Order Paid","properties":{"order_id":"A-1"}}""");
        await client.PostAsync("/v1/track", """{"event":"Order Paid","properties":{"price":3}}""");
        await client.PostAsync(
            "/v1/cloudevents", """{"specversion":"1.0","id":"1","source":"/s","type":"Order Paid","data":{"order_id":"A-2"}}"""u8.ToArray(), ("Content-Type", "application/cloudevents+json"));
        Assert.Empty(await client.EventsAsync());

        string source = string.Create(CultureInfo.InvariantCulture, $"/sources/{client.Source}");
        string edit = (await browser.PageAsync(source)).QuerySelector("#refused a[href^='/events/edit']")!.GetAttribute("href")!;
        Assert.Contains("A-2", (await browser.PageAsync(edit)).QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        HttpResponseMessage wrong = await browser.PostFormAsync(edit, "/events/save", ("rules", "what is this"));
        Assert.NotNull((await browser.PageAsync(wrong.Headers.Location!.ToString())).QuerySelector("#f-rules-error"));
        HttpResponseMessage saved = await browser.PostFormAsync(edit, "/events/save", ("rules", "order_id = order"));
        Assert.Equal(source + "?done=ruled&name=Order%20Paid", saved.Headers.Location!.ToString());

        HttpResponseMessage told = await browser.PostFormAsync(source, source + "/refused/replay-all");
        Assert.Equal(source + "?done=toldall&told=2&still=1", told.Headers.Location!.ToString());
        Assert.Equal([new("order", "A-1"), new("order", "A-2")], (await client.EventsAsync()).SelectMany(e => e.Objects).OrderBy(o => o.Id, StringComparer.Ordinal));
        Assert.Single(await client.RefusedAsync(), r => r.ReplayedAt is null);

        // A name that no refused event bears is still nobody's.
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(edit.Replace("Order%20Paid", "Mine", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task Rules_that_cannot_be_read_change_nothing_and_unknown_names_are_not_there()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        await TellAsync(site, "W_Call");
        HttpResponseMessage wrong = await browser.PostFormAsync("/events/edit?name=W_Call", "/events/save", ("english", "Call"), ("rules", "what is this"));
        IDocument page = await browser.PageAsync(wrong.Headers.Location!.ToString());
        Assert.NotNull(page.QuerySelector("#f-rules-error"));
        Assert.Null(Entry(site).English);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/events/edit?name=Nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostFormAsync("/events/edit?name=W_Call", "/events/save", ("name", "Nobody"))).StatusCode);
    }

    [Fact]
    public async Task Whoever_only_looks_does_not_change()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        await TellAsync(site, "W_Call");
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("looker", new("Looker"), ["capture.catalogue"]));
        using HttpClient looker = await site.BrowserOfAsync("looker");
        Assert.DoesNotContain("/events/edit", await looker.GetStringAsync("/events"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await looker.GetAsync("/events/edit?name=W_Call")).StatusCode);
        using var form = new FormUrlEncodedContent([new("name", "W_Call"), new("english", "Mine")]);
        Assert.Equal(HttpStatusCode.Forbidden, (await looker.PostAsync("/events/save", form)).StatusCode);
    }

    private static CatalogueEntry Entry(CaptureSite site) => site.Services.GetRequiredService<IEventCatalogue>().Get("W_Call");

    private static async Task TellAsync(CaptureSite site, params string[] names)
    {
        await site.Log.AppendAsync([.. names.Select((name, i) => new NewEvent
        {
            Source = "test", Id = i.ToString(), Name = name, Time = DateTimeOffset.UnixEpoch, Objects = [new ObjectRef("case", "C1")],
        })]);
        await CaptureSite.UntilAsync(() => Task.FromResult(site.Services.GetRequiredService<IEventCatalogue>().All.Sum(e => e.Count) == names.Length));
    }
}
