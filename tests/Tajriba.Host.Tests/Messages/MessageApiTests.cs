using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Host.Tests.Messages;

/// <summary>What programs are told of messages, and what people may be asked about.</summary>
public sealed class MessageApiTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Messages_are_listed_filtered_and_told_one_by_one(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider, MessageSite.Lenient with { Limits = [new(2, 7)] });
        await site.KnowAsync("c1", "c2");
        await site.JoinAsync("c1", "c2");
        var ids = new List<long>();
        foreach (var (customer, i) in new[] { "c1", "c2", "c1", "nobody" }.Select((c, i) => (c, i)))
        {
            ids.Add((await site.AskAsync(MessageSite.Request(customer, "k" + i) with { Programme = "p" })).Id);
        }

        await site.UntilAsync(ids[0], MessageState.Sent);
        await site.UntilAsync(ids[1], MessageState.Sent);
        using var caller = await site.Site.CallerAsync();
        var first = await JsonAsync(caller, "/api/messages?limit=3");
        Assert.Equal([ids[3], ids[2], ids[1]], first.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("id").GetInt64()));
        var rest = await JsonAsync(caller, $"/api/messages?limit=3&before={first.GetProperty("next").GetInt64()}");
        Assert.Equal((ids[0], JsonValueKind.Null), (rest.GetProperty("messages")[0].GetProperty("id").GetInt64(), rest.GetProperty("next").ValueKind));
        var suppressed = await JsonAsync(caller, "/api/messages?state=suppressed&reason=too-many&programme=p");
        Assert.Equal(ids[2], Assert.Single(suppressed.GetProperty("messages").EnumerateArray()).GetProperty("id").GetInt64());

        var one = await JsonAsync(caller, $"/api/messages/{ids[0]}");
        Assert.Equal(["Message Requested", "Message Sent"], one.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("what").GetString()!));
        var person = await JsonAsync(caller, "/api/messages/person?customer=c2");
        Assert.Equal(3, person.GetProperty("messages").GetArrayLength());
        Assert.DoesNotContain("example.com", one.ToString() + person + first, StringComparison.Ordinal);

        foreach (var bad in new[] { "?state=lost", "?channel=pigeon", "?reason=x", "?limit=0", "?before=x", "?colour=red" })
        {
            using var answer = await caller.GetAsync("/api/messages" + bad);
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync("/api/messages/987654")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync("/api/messages/person?customer=who")).StatusCode);
    }

    /// <summary>A word that was said elsewhere holds for the whole person; a topic that asks first needs a yes.</summary>
    [Fact]
    public async Task Topics_are_made_on_their_page_and_words_are_told_by_the_API()
    {
        await using var site = await MessageSite.OpenAsync();
        await site.KnowAsync("c1");
        using var browser = await site.Site.AdministratorAsync();
        async Task<string> PostAsync(string deed, params (string, string)[] fields) => (await browser.PostFormAsync("/messages/topics", "/messages/topics/" + deed, fields)).Headers.Location!.ToString();
        Assert.Contains("done=topic-added", await PostAsync("add", ("code", "news"), ("en", "News"), ("fa", "خبرها"), ("ar", "الأخبار"), ("asksFirst", "true")), StringComparison.Ordinal);
        Assert.Contains("wrong=taken", await PostAsync("add", ("code", "news"), ("en", "News"), ("fa", "خبرها"), ("ar", "الأخبار")), StringComparison.Ordinal);
        Assert.Contains("wrong=code", await PostAsync("add", ("code", "Ne ws"), ("en", "News"), ("fa", "خبرها"), ("ar", "الأخبار")), StringComparison.Ordinal);
        Assert.Contains("wrong=names", await PostAsync("save", ("code", "news"), ("en", ""), ("fa", "خبرها"), ("ar", "الأخبار")), StringComparison.Ordinal);
        Assert.Contains("done=topic-saved", await PostAsync("save", ("code", "news"), ("en", "Offers"), ("fa", "پیشنهادها"), ("ar", "العروض"), ("asksFirst", "true")), StringComparison.Ordinal);
        Assert.Contains("Offers", (await browser.PageAsync("/messages/topics")).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(SuppressionReasons.NoConsent, (await site.AskAsync(MessageSite.Request("c1", "k1") with { Topic = "news" }) as MessageOutcome.Suppressed)?.Reason);
        using var caller = await site.Site.CallerAsync();
        using var said = await caller.PutAsJsonAsync("/api/messages/person/topics", new { customer = "c1", topic = "news", allowed = true });
        Assert.Equal(HttpStatusCode.NoContent, said.StatusCode);
        Assert.IsType<MessageOutcome.Queued>(await site.AskAsync(MessageSite.Request("c1", "k2") with { Topic = "news" }));
        var topics = (await JsonAsync(caller, "/api/messages/person?customer=c1")).GetProperty("topics");
        Assert.True(topics.EnumerateArray().Single(t => t.GetProperty("code").GetString() == "news").GetProperty("allowed").GetBoolean());
        foreach (var body in new object[] { new { customer = "c1", topic = "news" }, new { customer = "c1", topic = "x", allowed = true }, new { customer = "c1", topic = "news", allowed = true, more = 1 } })
        {
            using var bad = await caller.PutAsJsonAsync("/api/messages/person/topics", body);
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        }

        Assert.Contains("done=topic-removed", await PostAsync("remove", ("code", "news")), StringComparison.Ordinal);
        Assert.Null((await browser.PageAsync("/messages/topics")).QuerySelector("form[action='/messages/topics/remove']"));
    }

    /// <summary>A gateway is tried with a message to oneself, which is in no list and no figure.</summary>
    [SkippableFact]
    public async Task A_test_of_a_gateway_counts_nowhere()
    {
        await using var server = await MailServer.OpenAsync();
        await using var site = await SmtpTests.OpenAsync(server, new("127.0.0.1", server.Port, Touchpoints.Channels.Messages.Deliver.SmtpSecurity.None, "cx@example.com", "", ""));
        using var browser = await site.Site.AdministratorAsync();
        var gateway = Assert.Single(await site.Gateways.ListAsync());
        var taken = await (await browser.PostFormAsync($"/messages/gateways/{gateway.Id}", "test", ("to", "Me@Example.com"))).Content.ReadAsStringAsync();
        Assert.Contains("The gateway took the test message.", taken, StringComparison.Ordinal);
        await CaptureSite.UntilAsync(() => Task.FromResult(!server.Mails.IsEmpty));
        Assert.StartsWith("[TEST] ", Assert.Single(server.Mails).GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Contains("This is no address", await (await browser.PostFormAsync($"/messages/gateways/{gateway.Id}", "test", ("to", "x"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await site.Store.ListAsync(new MessageFilter(), long.MaxValue, 10));
        Assert.DoesNotContain(await site.Site.EventsAsync(), e => e.Name.StartsWith("Message", StringComparison.Ordinal));
    }

    private static async Task<JsonElement> JsonAsync(HttpClient caller, string path)
    {
        using var answer = await caller.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, path + ": " + text);
        return JsonDocument.Parse(text).RootElement;
    }
}
