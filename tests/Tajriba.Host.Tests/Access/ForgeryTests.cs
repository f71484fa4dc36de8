using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Host.Tests.Access;

/// <summary>Requests that somebody else made up, and sessions that nobody opened.</summary>
public sealed class ForgeryTests(TestSite site) : IClassFixture<TestSite>
{
    private const string CookiePurpose = "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware";

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Case36_No_route_takes_a_change_that_another_site_sends_with_our_cookie(string header, string value)
    {
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var changes = Changes();
        Assert.True(changes.Count > 50);
        foreach (var (path, method, _) in changes)
        {
            using var request = new HttpRequestMessage(new(method), path) { Content = new FormUrlEncodedContent([new("name", "x")]) };
            request.Headers.Add(header, value);
            using var answer = await browser.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {path} answers {answer.StatusCode}");
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/preferences")).StatusCode);
    }

    [Fact]
    public async Task Case36_No_form_is_taken_without_its_token_or_with_anothers()
    {
        using var other = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var foreign = (await other.PageAsync("/preferences")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        await browser.PageAsync("/preferences");
        var forms = Changes().Where(change => change.HasToken).ToList();
        Assert.True(forms.Count > 30);
        foreach (var (path, method, _) in forms)
        {
            foreach (var token in new[] { "", "forged", foreign })
            {
                using var request = new HttpRequestMessage(new(method), path) { Content = new FormUrlEncodedContent([new("name", "x"), new("__RequestVerificationToken", token)]) };
                using var answer = await browser.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {path} with the token '{token}' answers {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Case36_Session_cookies_that_are_unsigned_changed_or_sealed_with_another_key_open_nothing()
    {
        var id = await site.AddPersonAsync(BuiltInRoles.Administrator);
        using var owner = site.Browser();
        var link = await site.Services.GetRequiredService<ISignInLinks>().CreateAsync(id, TimeSpan.FromHours(1));
        using var signed = await owner.PostFormAsync(link.Path!, "link");
        var real = signed.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith(PersonSession.Cookie + "=", StringComparison.Ordinal)).Split(';')[0].Split('=', 2)[1];
        Assert.Equal(HttpStatusCode.OK, await WithAsync(real));
        var middle = real.Length / 2;
        string[] forged =
        [
            "", "admin", id.ToString(), Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"sub":"{{id}}","role":"administrator"}""")),
            real[..middle] + (real[middle] == 'A' ? 'B' : 'A') + real[(middle + 1)..], real[..^8], Sealed(id), Unsigned(id),
        ];
        foreach (var cookie in forged)
        {
            Assert.Equal(HttpStatusCode.Found, await WithAsync(cookie));
        }
    }

    [Fact]
    public async Task Case36_A_token_in_a_header_is_no_session_whatever_it_claims()
    {
        var id = await site.AddPersonAsync(BuiltInRoles.Administrator);
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        foreach (var token in new[] { Unsigned(id), Sealed(id), "null" })
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/webhooks")).StatusCode);
        }
    }

    /// <summary>Every route that changes something in a person's name, and whether its forms carry a token. Routes for machines look at no cookie.</summary>
    private List<(string Path, string Method, bool HasToken)> Changes() =>
    [
        .. RouteTableTests.Routes(site).Where(route => route.Metadata.GetMetadata<MachineRoute>() is null).SelectMany(route => RouteTableTests.Methods(route)
            .Where(method => method is not ("GET" or "HEAD" or "OPTIONS"))
            .Select(method => (RouteTableTests.Sample(route), method, HasToken: route.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation == true))),
    ];

    private async Task<HttpStatusCode> WithAsync(string cookie)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("Cookie", $"{PersonSession.Cookie}={cookie}");
        using var answer = await client.GetAsync("/people");
        return answer.StatusCode;
    }

    /// <summary>A ticket as the product makes them, by a key of the attacker's own.</summary>
    private static string Sealed(long id)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id.ToString())], IdentityConstants.ApplicationScheme);
        return new TicketDataFormat(new EphemeralDataProtectionProvider().CreateProtector(CookiePurpose, IdentityConstants.ApplicationScheme, "v2"))
            .Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), IdentityConstants.ApplicationScheme));
    }

    /// <summary>A JSON web token of the algorithm "none".</summary>
    private static string Unsigned(long id)
    {
        static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=');
        return $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part($$"""{"sub":"{{id}}","role":"administrator"}""")}.";
    }
}
