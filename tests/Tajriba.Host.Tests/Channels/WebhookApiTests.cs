using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Host.Tests.Channels;

public sealed class WebhookApiTests
{
    private const string Api = "/api/v1/webhooks";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_webhook_lives_over_the_API(DatabaseProvider provider)
    {
        await using WebhookSite site = await WebhookSite.OpenAsync(provider);
        using HttpClient caller = await site.Site.CallerAsync();
        HttpResponseMessage added = await caller.PostAsJsonAsync(Api, new { url = site.Receiver.Url, description = "Warehouse", events = new[] { "Order Completed" } });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        string address = added.Headers.Location!.ToString();
        JsonElement webhook = await JsonAsync(added);
        Assert.StartsWith("whsec_", webhook.GetProperty("secret").GetString(), StringComparison.Ordinal);
        Assert.Equal("on", webhook.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, (await caller.GetFromJsonAsync<JsonElement>(address)).GetProperty("secret").ValueKind);

        await site.TellAsync("e1");
        await site.TellAsync("e2", "Something Else");
        Assert.Equal(HttpStatusCode.Accepted, (await caller.PostAsync(address + "/test", null)).StatusCode);
        await CaptureSite.UntilAsync(async () => (await caller.GetFromJsonAsync<JsonElement>(address + "/deliveries?state=done")).GetArrayLength() == 2);
        JsonElement delivery = (await caller.GetFromJsonAsync<JsonElement>(address + "/deliveries?limit=500")).EnumerateArray().Single(d => d.GetProperty("event").GetString() == "Order Completed");
        Assert.Equal((204, 1, "done"), (delivery.GetProperty("status").GetInt32(), delivery.GetProperty("attempts").GetInt32(), delivery.GetProperty("state").GetString()));
        Assert.Equal(HttpStatusCode.Accepted, (await caller.PostAsync($"{address}/deliveries/{delivery.GetProperty("id").GetInt64()}/replay", null)).StatusCode);
        await CaptureSite.UntilAsync(() => Task.FromResult(site.Receiver.All.Count(r => r.Id == delivery.GetProperty("messageId").GetString()) == 2));
        Assert.Equal(0, (await JsonAsync(await caller.PostAsJsonAsync(address + "/replay", new { since = "2026-01-01T00:00:00Z" }))).GetProperty("deliveries").GetInt32());

        HttpResponseMessage changed = await caller.PutAsJsonAsync(address, new { url = site.Receiver.Url, objectTypes = new[] { "order" } });
        Assert.Equal("", (await JsonAsync(changed)).GetProperty("description").GetString());
        string? secret = (await JsonAsync(await caller.PostAsync(address + "/secret", null))).GetProperty("secret").GetString();
        Assert.NotEqual(webhook.GetProperty("secret").GetString(), secret);
        Assert.Equal(HttpStatusCode.NoContent, (await caller.PostAsync(address + "/off", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await caller.PostAsync(address + "/test", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await caller.PostAsync(address + "/on", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await caller.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync(address)).StatusCode);
        Assert.Empty((await caller.GetFromJsonAsync<JsonElement>(Api)).EnumerateArray());
        Assert.Equal(HttpStatusCode.NoContent, (await caller.PostAsync(address + "/restore", null)).StatusCode);
    }

    [Theory]
    [InlineData("""{"url":"https://example.com/","surprise":1}""", "$.surprise")]
    [InlineData("""{"url":"https://example.com/","secret":"whsec_AAAA"}""", "$.secret")]
    [InlineData("""{"url":"https://example.com/","state":"gone"}""", "$.state")]
    [InlineData("""{"url":"https://example.com/","url":"https://example.org/"}""", "cannot be read")]
    [InlineData("""{"url":5}""", "$.url")]
    [InlineData("""{"url":"https://example.com/","source":"1"}""", "$.source")]
    [InlineData("""{"url":"https://example.com/","events":[""]}""", "events")]
    [InlineData("""{"url":"https://example.com/","events":[null]}""", "events")]
    [InlineData("""{}""", "url")]
    [InlineData("""null""", "object")]
    [InlineData("""[]""", "$")]
    [InlineData("""{""", "$")]
    [InlineData("""{"url":"http://example.com/"}""", "https")]
    [InlineData("""{"url":"https://127.0.0.1/"}""", "may not be reached")]
    [InlineData("""{"url":"https://a:b@example.com/"}""", "password")]
    public async Task What_is_wrong_is_named(string body, string detail)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        HttpResponseMessage answer = await caller.PostAsync(Api, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(detail, (await JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_and_types_that_are_not_known_are_refused()
    {
        await using WebhookSite site = await WebhookSite.OpenAsync();
        using HttpClient caller = await site.Site.CallerAsync();
        string address = (await caller.PostAsJsonAsync(Api, new { url = site.Receiver.Url })).Headers.Location!.ToString();
        foreach (string path in new[] { Api + "?x=1", address + "?x=1", address + "/deliveries?x=1", address + "/deliveries?state=lost", address + "/deliveries?limit=0" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await caller.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await caller.PostAsync(Api, new StringContent("url=x", Encoding.UTF8, "application/x-www-form-urlencoded"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.PostAsJsonAsync(address + "/replay", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.PostAsJsonAsync(address + "/replay", new { since = "yesterday" })).StatusCode);
    }

    /// <summary>Ids of what belongs to somebody else, or to nobody, answer alike wherever they stand.</summary>
    [Fact]
    public async Task Case31_Foreign_ids_are_not_found_in_addresses_and_in_bodies()
    {
        await using WebhookSite site = await WebhookSite.OpenAsync();
        using HttpClient caller = await site.Site.CallerAsync();
        string first = (await caller.PostAsJsonAsync(Api, new { url = site.Receiver.Url })).Headers.Location!.ToString();
        string second = (await caller.PostAsJsonAsync(Api, new { url = site.Receiver.Url, events = new[] { "None" } })).Headers.Location!.ToString();
        await caller.PostAsync(first + "/test", null);
        await CaptureSite.UntilAsync(async () => (await caller.GetFromJsonAsync<JsonElement>(first + "/deliveries?state=done")).GetArrayLength() == 1);
        long delivery = (await caller.GetFromJsonAsync<JsonElement>(first + "/deliveries"))[0].GetProperty("id").GetInt64();

        // A delivery of another webhook, and one that is not there.
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PostAsync($"{second}/deliveries/{delivery}/replay", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PostAsync($"{second}/deliveries/999/replay", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PutAsJsonAsync(second, new { url = site.Receiver.Url, source = 999 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PostAsJsonAsync(Api, new { url = site.Receiver.Url, source = 999 })).StatusCode);
        Assert.Single(site.Receiver.All);

        // Somebody who answers for one branch: everything is as if it were not there, also with a source of that branch.
        long source = await site.Site.Services.GetRequiredService<SourceStore>().AddAsync("Till", null, "n1");
        using HttpClient branch = await site.Site.CallerAsync(BuiltInRoles.Administrator, "n1");
        foreach ((HttpMethod method, string path, object? body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, Api, null), (HttpMethod.Get, first, null), (HttpMethod.Get, first + "/deliveries", null), (HttpMethod.Delete, first, null),
            (HttpMethod.Post, Api, new { url = site.Receiver.Url, source }), (HttpMethod.Put, first, new { url = site.Receiver.Url, source }),
            (HttpMethod.Post, first + "/secret", null), (HttpMethod.Post, first + "/on", null), (HttpMethod.Post, first + "/off", null), (HttpMethod.Post, first + "/test", null),
            (HttpMethod.Post, first + "/restore", null), (HttpMethod.Post, $"{first}/deliveries/{delivery}/replay", null), (HttpMethod.Post, first + "/replay", new { since = "2026-01-01T00:00:00Z" }),
        })
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using HttpResponseMessage answer = await branch.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path} answers {answer.StatusCode}");
        }

        Assert.Equal("on", (await caller.GetFromJsonAsync<JsonElement>(first)).GetProperty("state").GetString());
    }

    /// <summary>Receivers put keys into their addresses, and answers and payloads tell of customers.</summary>
    [Fact]
    public async Task Case41_Neither_secret_nor_address_nor_what_was_said_is_logged()
    {
        await using WebhookSite site = await WebhookSite.OpenAsync();
        using HttpClient caller = await site.Site.CallerAsync();
        site.Receiver.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.Body.WriteAsync("answer-of-theirs"u8.ToArray()).AsTask();
        };
        HttpResponseMessage added = await caller.PostAsJsonAsync(Api, new { url = site.Receiver.Url + "?key=key-of-theirs" });
        string secret = (await JsonAsync(added)).GetProperty("secret").GetString()!;
        await caller.PostAsJsonAsync(Api, new { url = "http://nowhere.invalid/key-of-theirs" });
        await site.TellAsync("e1", "Name Of A Customer");
        string address = added.Headers.Location!.ToString();
        await CaptureSite.UntilAsync(async () => (await caller.GetFromJsonAsync<JsonElement>(address + "/deliveries"))
            .EnumerateArray().Any(d => d.GetProperty("answer").GetString() == "answer-of-theirs"));
        Assert.NotEmpty(site.Logged.Lines);
        Assert.All(site.Logged.Lines, line => Assert.All(
            new[] { secret["whsec_".Length..], "key-of-theirs", "answer-of-theirs", "Name Of A Customer" },
            said => Assert.DoesNotContain(said, line, StringComparison.Ordinal)));
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
