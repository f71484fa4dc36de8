using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

/// <summary>Where the product believes it stands: as configured, else as asked, and never as a stranger's header says.</summary>
public sealed class AddressTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Proxy = "192.0.2.7";

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\n/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https:/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("@evil.example")]
    [InlineData("evil.example")]
    public async Task Case40_No_target_of_a_sign_in_leads_away_from_this_site(string target)
    {
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Agent, "n1");
        using var answer = await browser.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(target)}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString());
        foreach (var (page, form) in new[] { ("/preferences", "/theme"), ("/preferences", "/culture"), ("/preferences", "/sign-out") })
        {
            using var done = await browser.PostFormAsync(page, form, ("returnUrl", target), ("theme", "dark"), ("language", "en"));
            var location = done.Headers.Location?.ToString() ?? "/";
            Assert.True(location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal) && !location.Contains('\\', StringComparison.Ordinal), $"{form} leads to {location}");
        }
    }

    [Fact]
    public async Task Case40_What_a_caller_says_about_itself_counts_from_a_named_proxy_only()
    {
        var key = await KeyAsync();
        Assert.Equal(("localhost/v1", "http"), await ToldAsync(site, key, "203.0.113.9"));
        await using var behind = site.WithWebHostBuilder(builder => builder.UseSetting("Tajriba:TrustedProxies", Proxy));
        Assert.Equal(("localhost/v1", "http"), await ToldAsync(behind, key, "203.0.113.9"));
        Assert.Equal(("shop.example/v1", "https"), await ToldAsync(behind, key, Proxy));
    }

    [Fact]
    public async Task Case40_A_configured_address_stands_whatever_Host_a_caller_names()
    {
        var key = await KeyAsync();
        await using var known = site.WithWebHostBuilder(builder => builder.UseSetting("Tajriba:PublicUrl", "https://cx.example"));
        Assert.Equal(("cx.example/v1", "https"), await ToldAsync(known, key, Proxy, "evil.example"));
        Assert.Equal(("evil.example/v1", "http"), await ToldAsync(site, key, "203.0.113.9", "evil.example"));

        using var browser = await known.BrowserOfAsync(BuiltInRoles.Administrator);
        browser.DefaultRequestHeaders.Host = "evil.example";
        var person = await known.AddPersonAsync(BuiltInRoles.Agent, "n1");
        using var made = await browser.PostFormAsync($"/people/{person}", "link");
        var page = await made.Content.ReadAsStringAsync();
        Assert.Contains("https://cx.example/sign-in/link/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page, StringComparison.Ordinal);
        using var issued = await browser.PostFormAsync($"/sources/{(await site.Services.SourceAsync("Web shop")).Id}", "key");
        var snippet = await issued.Content.ReadAsStringAsync();
        Assert.Contains("https://cx.example/v1/track", snippet, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cx.example")]
    [InlineData("ftp://cx.example")]
    [InlineData("https://cx.example/path")]
    [InlineData("https://cx.example/?a=b")]
    public void Case40_A_configured_address_that_is_none_stops_the_start(string address)
    {
        using var wrong = site.WithWebHostBuilder(builder => builder.UseSetting("Tajriba:PublicUrl", address));
        var error = Assert.ThrowsAny<Exception>(() => wrong.Services.GetRequiredService<Tajriba.Kernel.Settings.PublicAddress>());
        Assert.Contains("Tajriba:PublicUrl", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What the browser library would be told, of a caller that says of itself what it likes.</summary>
    private static async Task<(string? Host, string? Scheme)> ToldAsync(WebApplicationFactory<Program> at, string key, string from, string? host = null)
    {
        using var client = at.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/projects/{key}/settings");
        request.Headers.Host = host;
        request.Headers.Add(TestSite.AddressHeader, from);
        if (host is null)
        {
            request.Headers.Add("X-Forwarded-For", "198.51.100.1");
            request.Headers.Add("X-Forwarded-Host", "shop.example");
            request.Headers.Add("X-Forwarded-Proto", "https");
        }

        using var answer = await client.SendAsync(request);
        Assert.True(answer.Headers.CacheControl!.Private);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var segment = told.RootElement.GetProperty("integrations").GetProperty("Segment.io");
        return (segment.GetProperty("apiHost").GetString(), segment.GetProperty("protocol").GetString());
    }

    private async Task<string> KeyAsync() => (await site.Services.SourceAsync("Web shop")).Key;
}
