using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Attention;
using Tajriba.Touchpoints.Channels.Messages.Gateways;

namespace Tajriba.Host.Tests.Messages;

/// <summary>Messages are judged, kept, sent and told of.</summary>
public sealed class MessageTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_message_goes_out_once_and_the_log_knows(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        await site.KnowAsync("c1");
        var queued = Assert.IsType<MessageOutcome.Queued>(await site.AskAsync(MessageSite.Request("c1", "k1")));
        var again = Assert.IsType<MessageOutcome.Queued>(await site.AskAsync(MessageSite.Request("c1", "k1")));
        Assert.Equal(queued.Id, again.Id);
        var sent = await site.UntilAsync(queued.Id, MessageState.Sent);
        Assert.Equal(("c1@example.com", "How was it, <b>Ann</b>?"), (sent.Address, sent.Content!.Subject));
        Assert.Equal("<p>&lt;b&gt;Ann&lt;/b&gt; <a href=\"http://localhost/s/abc\">Tell us</a></p>", sent.Content.Html);
        Assert.StartsWith("Tell us: http://localhost/s/abc\nhttp://localhost/u/", sent.Content.Plain, StringComparison.Ordinal);
        var told = Assert.Single(await site.Site.EventsAsync(), e => e.Name == "Message Sent");
        Assert.Equal(("room:channels", "email", new ObjectRef("customer", "c1")), (told.Source, told.Channel, told.Objects[0]));
        Assert.DoesNotContain("example.com", told.Attributes, StringComparison.Ordinal);
        Assert.Equal("surveys", JsonDocument.Parse(told.Attributes!).RootElement.GetProperty("topic").GetString());
    }

    [Fact]
    public async Task Why_a_message_does_not_go_out_is_kept()
    {
        await using var site = await MessageSite.OpenAsync(rules: MessageSite.Lenient with { Limits = [new(2, 7)], HoursBetween = 24 });
        await site.KnowAsync("c1");
        Assert.Equal(SuppressionReasons.NoAddress, await ReasonAsync(site, MessageSite.Request("nobody", "k0")));
        Assert.Equal(SuppressionReasons.NoGateway, await ReasonAsync(site, MessageSite.Request("c1", "k1") with { Channels = ["telegram"] }));
        var now = DateTimeOffset.UtcNow;
        Assert.Equal(SuppressionReasons.Expired, await ReasonAsync(site, MessageSite.Request("c1", "k2") with { NotBefore = now.AddDays(2), NotAfter = now.AddDays(1) }));
        Assert.Null(await ReasonAsync(site, MessageSite.Request("c1", "k3")));
        Assert.Equal(SuppressionReasons.TooSoon, await ReasonAsync(site, MessageSite.Request("c1", "k4") with { NotBefore = now.AddHours(3) }));
        Assert.Null(await ReasonAsync(site, MessageSite.Request("c1", "k5") with { NotBefore = now.AddDays(2) }));
        Assert.Equal(SuppressionReasons.TooMany, await ReasonAsync(site, MessageSite.Request("c1", "k6") with { NotBefore = now.AddDays(4), Programme = "after-service" }));
        Assert.Null(await ReasonAsync(site, MessageSite.Request("c1", "k7") with { CountsAgainstAttention = false }));
        Assert.Equal(5, (await site.Site.EventsAsync()).Count(e => e.Name == "Message Suppressed"));

        using var browser = await site.Site.AdministratorAsync();
        Assert.Contains("after-service", (await browser.PageAsync("/attention")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await browser.PageAsync("/messages?reason=too-many&programme=after-service")).QuerySelectorAll("tbody tr"));
        var number = await site.Site.Log.FindObjectAsync("customer", "c1");
        Assert.Contains("Budget used up", (await browser.PageAsync($"/customers/{number}")).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Programmes that ask at the same moment, some under another identifier of the same person, share one budget.</summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task One_person_has_one_budget_however_many_ask_at_once(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider, MessageSite.Lenient with { Limits = [new(3, 7)] });
        await site.KnowAsync("c1", "c2");
        await site.JoinAsync("c1", "c2");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => site.AskAsync(MessageSite.Request(i % 2 == 0 ? "c1" : "c2", "k" + i) with { Programme = "p" + (i % 3) }))));
        Assert.Equal(3, outcomes.Count(o => o is MessageOutcome.Queued));
        Assert.All(outcomes.OfType<MessageOutcome.Suppressed>(), o => Assert.Equal(SuppressionReasons.TooMany, o.Reason));
    }

    /// <summary>Two programmes ask the same person in the same moment, each on a node of its own: one passes.</summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Of_two_nodes_that_ask_one_person_at_once_one_passes(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider, MessageSite.Lenient with { HoursBetween = 24 });
        string[] customers = [.. Enumerable.Range(0, 12).Select(i => $"c{i}")];
        await site.KnowAsync(customers);
        await using var other = site.Site.Another();
        foreach (var customer in customers)
        {
            using var together = new Barrier(2);
            var outcomes = await Task.WhenAll(new[] { site.Site.Services, other.Services }.Select((node, i) => Task.Run(() =>
            {
                together.SignalAndWait();
                return node.GetRequiredService<IDatabase>().WriteAsync((transaction, cancel) => node.GetRequiredService<IMessages>().RequestAsync(
                    transaction, MessageSite.Request(customer, $"{customer}-{i}") with { Programme = "p" + i }, cancel));
            })));
            Assert.Single(outcomes.OfType<MessageOutcome.Queued>());
            Assert.Equal(SuppressionReasons.TooSoon, Assert.Single(outcomes.OfType<MessageOutcome.Suppressed>()).Reason);
        }
    }

    /// <summary>A request takes no second connection while its caller holds one: many more callers than the pool has connections all come through.</summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Many_ask_at_once_on_a_pool_of_few_connections(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        string[] customers = [.. Enumerable.Range(0, 80).Select(i => $"c{i}")];
        await site.KnowAsync(customers);
        var outcomes = await Task.WhenAll(customers.Select(c => Task.Run(() => site.AskAsync(MessageSite.Request(c, c)))));
        Assert.Equal(customers.Length, outcomes.OfType<MessageOutcome.Queued>().Count());
    }

    /// <summary>Addresses and kept texts go after 90 days, messages after two years; what waits stays.</summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task What_is_over_is_taken_away(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        await site.KnowAsync("c1", "c2", "c3");
        long[] ids = [.. await Task.WhenAll(new[] { "c1", "c2", "c3" }.Select(async c => (await site.AskAsync(MessageSite.Request(c, c) with { NotBefore = c == "c3" ? DateTimeOffset.UtcNow.AddDays(1) : null })).Id))];
        await site.UntilAsync(ids[0], MessageState.Sent);
        await site.UntilAsync(ids[1], MessageState.Sent);
        var ages = new[] { 91, 731, 731 };
        await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync(async (transaction, cancel) =>
        {
            for (var i = 0; i < ids.Length; i++)
            {
                var past = Microseconds.Of(DateTimeOffset.UtcNow.AddDays(-ages[i]));
                await transaction.Command("UPDATE channels_messages SET made_at = @past, due = CASE WHEN state = 'queued' THEN due ELSE @past END WHERE id = @id", ("past", past), ("id", ids[i])).RunAsync(cancel);
            }

            await transaction.Command("UPDATE channels_attention SET touched = 1").RunAsync(cancel);
        });
        await site.Site.Services.GetRequiredService<MessagePurge>().RunAsync(default);
        var old = (await site.Store.FindAsync(ids[0]))!;
        Assert.Equal((null, null, null, MessageState.Sent), (old.Address, old.Content, old.Link, old.State));
        Assert.Null(await site.Store.FindAsync(ids[1]));
        Assert.NotNull((await site.Store.FindAsync(ids[2]))!.Address);
    }

    [Fact]
    public async Task Quiet_hours_delay_and_the_page_changes_the_rules()
    {
        await using var site = await MessageSite.OpenAsync();
        await site.KnowAsync("c1");
        using var browser = await site.Site.AdministratorAsync();
        var until = DateTime.UtcNow.AddHours(2);
        var answer = await browser.PostFormAsync(
            "/attention", "/attention/rules", ("most", "5"), ("days", "7"), ("hoursBetween", "0"), ("timeZone", "UTC"), ("quietChannel", "email"),
            ("quietFrom", DateTime.UtcNow.AddHours(-1).ToString("HH:mm")), ("quietUntil", until.ToString("HH:mm")));
        Assert.Equal("/attention?done=saved", answer.Headers.Location!.ToString());
        var queued = Assert.IsType<MessageOutcome.Queued>(await site.AskAsync(MessageSite.Request("c1", "k1")));
        Assert.Equal(until.ToString("HH:mm"), queued.Due.ToString("HH:mm"));
        Assert.Contains("wrong=timeZone", (await browser.PostFormAsync("/attention", "/attention/rules", ("hoursBetween", "0"), ("timeZone", "Nowhere/Land"))).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Only the post of RFC 8058 unsubscribes: at once, without a login, whatever the token answered alike.</summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task One_click_unsubscribes_and_a_look_does_not(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        await site.KnowAsync("c1", "c2");
        await site.JoinAsync("c1", "c2");
        var queued = await site.AskAsync(MessageSite.Request("c1", "k1"));
        var path = new Uri((await site.UntilAsync(queued.Id, MessageState.Sent)).Content!.Unsubscribe!).PathAndQuery;
        using var anybody = site.Site.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(path)).StatusCode);
        Assert.Null(await ReasonAsync(site, MessageSite.Request("c1", "k2")));
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.PostAsync(path, new StringContent(""))).StatusCode);

        static FormUrlEncodedContent Form() => new([new("List-Unsubscribe", "One-Click")]);
        using var good = await anybody.PostAsync(path, Form());
        using var bad = await anybody.PostAsync("/u/AAAAAAAAAAAAAAAAAAAAAA", Form());
        using var worse = await anybody.PostAsync("/u/x", Form());
        foreach (var answer in new[] { good, bad, worse })
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("Unsubscribed.", await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(SuppressionReasons.Unsubscribed, await ReasonAsync(site, MessageSite.Request("c2", "k3")));
        Assert.Null(await ReasonAsync(site, MessageSite.Request("c2", "k4") with { Topic = "news" }));
        Assert.Null(await ReasonAsync(site, MessageSite.Request("c2", "k5") with { Topic = "" }));
        Assert.Single(await site.Site.EventsAsync(), e => e.Name == "Unsubscribed");

        using var browser = site.Site.CreateClient(new() { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/u/AAAAAAAAAAAAAAAAAAAAAA")).StatusCode);
        await browser.PostFormAsync(path, path + "/choices", ("topic", "surveys"), ("deed", "keep"));
        Assert.Null(await ReasonAsync(site, MessageSite.Request("c1", "k6")));
        await browser.PostFormAsync(path, path + "/choices", ("deed", "none"));
        Assert.Equal(SuppressionReasons.Unsubscribed, await ReasonAsync(site, MessageSite.Request("c1", "k7") with { Topic = "news" }));
    }

    [Fact]
    public async Task Gateways_are_added_switched_deleted_and_brought_back()
    {
        await using var site = await MessageSite.OpenAsync(keeps: false);
        await site.KnowAsync("c1");
        using var browser = await site.Site.AdministratorAsync();
        await browser.PostFormAsync("/messages/gateways/new", "/messages/gateways/add", ("name", "Sandbox"), ("channel", "email"));
        var gateway = Assert.Single(await site.Gateways.ListAsync());
        await browser.PostFormAsync("/messages/gateways", $"/messages/gateways/{gateway.Id}/off");
        Assert.Equal(SuppressionReasons.NoGateway, await ReasonAsync(site, MessageSite.Request("c1", "k1")));
        await browser.PostFormAsync("/messages/gateways", $"/messages/gateways/{gateway.Id}/on");
        var queued = await site.AskAsync(MessageSite.Request("c1", "k2"));
        await site.UntilAsync(queued.Id, MessageState.Sent);
        var page = await browser.PageAsync($"/messages/{queued.Id}");
        Assert.Equal("/s/abc", page.QuerySelector("a[target=_blank]")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("main b"));
        var deleted = (await browser.PostFormAsync("/messages/gateways", $"/messages/gateways/{gateway.Id}/delete")).Headers.Location!.ToString();
        Assert.Empty(await site.Gateways.ListAsync());
        await browser.PostFormAsync(deleted, "/messages/gateways/restore");
        Assert.Single(await site.Gateways.ListAsync());
    }

    private static async Task<string?> ReasonAsync(MessageSite site, MessageRequest request) => (await site.AskAsync(request) as MessageOutcome.Suppressed)?.Reason;
}
