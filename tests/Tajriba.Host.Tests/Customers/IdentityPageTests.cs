using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Customers;

/// <summary>A person's page: one history, why the identifiers are one, and what a person decides of them; over HTTP, from capture on.</summary>
public sealed class IdentityPageTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_person_s_identifiers_are_joined_shown_parted_and_joined_again(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CollectSite source = await CollectSite.OpenAsync(site);
        await SendAsync(source, "identify", """{"userId":"shop-1","anonymousId":"browser-1","traits":{"email":"Sara@Example.com","emailVerified":true}}""");
        await SendAsync(source, "identify", """{"userId":"till-9","traits":{"email":"sara@example.com","emailVerified":true,"phone":"0912 765 43 08"}}""");
        await SendAsync(source, "track", """{"event":"Order Completed","userId":"till-9"}""");
        await SendAsync(source, "track", """{"event":"Page Seen","anonymousId":"browser-1"}""");
        (long shop, long till, long device) = (await NumberAsync(site, "customer", "shop-1"), await NumberAsync(site, "customer", "till-9"), await NumberAsync(site, "visitor", "browser-1"));
        using HttpClient browser = await site.AdministratorAsync();
        await CaptureSite.UntilAsync(async () => (await Redirect(browser, $"/customers/{till}")) == $"/customers/{shop}");
        Assert.Equal($"/customers/{shop}", await Redirect(browser, $"/customers/{device}"));

        IDocument page = await browser.PageAsync($"/customers/{shop}");
        string text = page.Body!.TextContent;
        Assert.All(["Order Completed", "Page Seen", "Identified", "till-9", "browser-1", "sara@example.com", "+989127654308"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        string evidence = page.QuerySelectorAll("#identity a[href*='before=']").First().GetAttribute("href")!;
        Assert.Contains("Identified", (await browser.PageAsync(evidence)).QuerySelector("main tbody tr[id] th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"/customers/{shop}?before=yesterday")).StatusCode);
        await CaptureSite.UntilAsync(async () => (await browser.PageAsync("/customers?q=till-9")).QuerySelector("main tbody a") is not null);
        foreach (string query in new[] { "shop", "till-9", "browser-1", "SARA@EXAMPLE", "۰۹۱۲ ۷۶۵" })
        {
            IElement found = Assert.Single((await browser.PageAsync("/customers?q=" + Uri.EscapeDataString(query))).QuerySelectorAll("main tbody a[href^='/customers/']"));
            Assert.Equal($"/customers/{shop}", found.GetAttribute("href"));
        }

        Assert.Single((await browser.PageAsync("/customers")).QuerySelectorAll("main tbody a[href^='/customers/']"));
        IDocument chain = await browser.PageAsync($"/customers/identity?a={device}&b={till}");
        Assert.Equal(3, chain.QuerySelectorAll("main tbody tr").Length);

        HttpResponseMessage parted = await browser.PostFormAsync($"/customers/{shop}", "/customers/identity/decide", ("a", $"{shop}"), ("b", $"{till}"), ("decision", "Never"), ("page", $"{shop}"));
        Assert.Equal($"/customers/{shop}?done=never&a={shop}&b={till}&was=none", parted.Headers.Location!.ToString());
        IDocument after = await browser.PageAsync(parted.Headers.Location.ToString());
        Assert.DoesNotContain("Order Completed", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/customers/{till}")).StatusCode);
        await browser.PostFormAsync(parted.Headers.Location.ToString(), "/customers/identity/decide", ("a", $"{shop}"), ("b", $"{till}"), ("decision", "none"), ("page", $"{shop}"));
        Assert.Equal($"/customers/{shop}", await Redirect(browser, $"/customers/{till}"));

        await site.Log.AppendAsync([Event("branch-5", "s1", 1)]);
        HttpResponseMessage unknown = await browser.PostFormAsync($"/customers/{shop}", "/customers/identity/join", ("number", $"{shop}"), ("identifier", "nobody@example.com"));
        Assert.EndsWith("?wrong=identifier#identity", unknown.Headers.Location!.ToString(), StringComparison.Ordinal);
        HttpResponseMessage joined = await browser.PostFormAsync($"/customers/{shop}", "/customers/identity/join", ("number", $"{shop}"), ("identifier", " branch-5 "));
        Assert.Contains("done=same", joined.Headers.Location!.ToString(), StringComparison.Ordinal);
        long branch = await NumberAsync(site, "customer", "branch-5");
        Assert.Equal($"/customers/{branch}", await Redirect(browser, $"/customers/{shop}"));
        Assert.DoesNotContain("sara@", await AuditAsync(site), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_api_tells_the_same_and_a_foreign_unit_s_customer_is_not_there(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await site.Log.AppendAsync(
        [
            Event("u1", "n1", 1, "v1"), Event("u2", "n1", 2, "v1"), Event("far", "s1", 3, "v9"),
            Event("far", "s1", 4) with { Attributes = """{"email":"far@example.com"}""" },
        ]);
        (long one, long other, long far) = (await NumberAsync(site, "customer", "u1"), await NumberAsync(site, "customer", "u2"), await NumberAsync(site, "customer", "far"));
        using HttpClient caller = await site.CallerAsync();
        await CaptureSite.UntilAsync(async () => (await JsonAsync(caller, $"/api/v1/customers/{far}/identity")).GetProperty("links").GetArrayLength() == 2);
        JsonElement person = await JsonAsync(caller, $"/api/v1/customers/{other}/identity");
        Assert.Equal(one, person.GetProperty("person").GetInt64());
        Assert.Equal(["u1", "u2", "v1"], person.GetProperty("identifiers").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        JsonElement chain = await JsonAsync(caller, $"/api/v1/customers/identity?a={one}&b={other}");
        Assert.Equal(["together", "together"], chain.GetProperty("chain").EnumerateArray().Select(l => l.GetProperty("reason").GetString()));
        JsonElement claimed = (await JsonAsync(caller, $"/api/v1/customers/{far}/identity")).GetProperty("links").EnumerateArray().Single(l => l.GetProperty("outcome").GetString() == "unverified");
        long email = claimed.GetProperty("b").GetProperty("number").GetInt64();
        Assert.True(email < 0);

        await site.Services.GetRequiredService<IRoles>().SaveAsync("identifier", new("Identifier"), ["customers.view", "customers.identify"]);
        using HttpClient north = await site.CallerAsync("identifier", "n1");
        Assert.Equal(HttpStatusCode.OK, (await north.GetAsync($"/api/v1/customers/{one}/identity")).StatusCode);
        foreach (string path in new[] { $"/api/v1/customers/{far}/identity", $"/api/v1/customers/identity?a={one}&b={far}", $"/api/v1/customers/identity?a={one}&b={email}", $"/customers/identity?a={one}&b={email}", "/customers/identity" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await north.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(north, $$"""{"a":{{one}},"b":{{email}},"decision":"never"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(north, $$"""{"a":{{one}},"b":{{far}},"decision":"same"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(north, $$"""{"a":{{one}},"b":{{other}},"decision":"perhaps"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(north, $$"""{"a":{{one}},"b":{{other}},"decision":"never","by":1}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(north, $$"""{"a":{{one}},"b":{{other}},"decision":"never"}""")).StatusCode);
        Assert.False((await JsonAsync(caller, $"/api/v1/customers/identity?a={one}&b={other}")).GetProperty("same").GetBoolean());
        using HttpClient agent = await site.CallerAsync(BuiltInRoles.Agent, "n1");
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(agent, $$"""{"a":{{one}},"b":{{other}},"decision":"none"}""")).StatusCode);
    }

    [Fact]
    public async Task Case25_marks_that_turn_the_direction_stay_inside_their_own_name()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        const string Turned = "X\u202Eabc\u200Bd";
        await site.Log.AppendAsync([Event(Turned, "n1", 1, "v\u2067x") with { Attributes = """{"email":"\u202Esara@example.com","email_verified":true}""" }, Event("plain", "n1", 2) with { Attributes = """{"email":"sara@example.com","email_verified":true}""" }]);
        long number = await NumberAsync(site, "customer", Turned);
        using HttpClient browser = await site.AdministratorAsync();
        await CaptureSite.UntilAsync(async () => (await browser.PageAsync($"/customers/{number}")).Body!.TextContent.Contains("plain", StringComparison.Ordinal));
        foreach (string path in new[] { "/customers", $"/customers/{number}", $"/customers/identity?a={number}&b={await NumberAsync(site, "customer", "plain")}" })
        {
            IDocument page = await browser.PageAsync(path);
            IEnumerable<IText> loose = page.Body!.Descendants<IText>().Where(t => t.TextContent.AsSpan().ContainsAny('\u202E', '\u2067'));
            Assert.All(loose, t => Assert.True(t.Ancestors<IElement>().Any(e => e.LocalName is "bdi" or "option" or "details"), $"{path}: {t.ParentElement!.OuterHtml}"));
        }
    }

    private static async Task SendAsync(CollectSite source, string call, string body)
    {
        using HttpResponseMessage answer = await source.PostAsync("/v1/" + call, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient caller, string json) =>
        caller.PostAsync("/api/v1/customers/identity", JsonContent.Create(JsonSerializer.Deserialize<JsonElement>(json)));

    private static async Task<JsonElement> JsonAsync(HttpClient caller, string path) => await caller.GetFromJsonAsync<JsonElement>(path);

    private static async Task<string?> Redirect(HttpClient browser, string path) => (await browser.GetAsync(path)).Headers.Location?.ToString() is { } location
        ? new Uri(new Uri("http://localhost"), location).PathAndQuery : null;

    private static async Task<long> NumberAsync(CaptureSite site, string type, string id) => (await site.Log.FindObjectAsync(type, id))!.Value;

    private static async Task<string> AuditAsync(CaptureSite site)
    {
        await using var connection = await site.Services.GetRequiredService<IDatabase>().OpenAsync();
        return string.Join('\n', await connection.Command("SELECT action, subject, details FROM access_audit_entries").ListAsync(r => $"{r.GetString(0)} {r.GetString(1)} {(r.IsDBNull(2) ? "" : r.GetString(2))}"));
    }

    private static NewEvent Event(string customer, string unit, int minute, string? visitor = null) => new()
    {
        Source = "test", Id = $"{customer}{minute}", Name = "Asked", Time = DateTimeOffset.UnixEpoch.AddMinutes(minute), Unit = unit,
        Objects = visitor is null ? [new("customer", customer)] : [new("customer", customer), new("visitor", visitor)],
    };
}
