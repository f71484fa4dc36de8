using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

/// <summary>What every answer says to the browser, whatever it is.</summary>
public sealed class HeaderTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/sign-in", 200)]
    [InlineData("/preferences", 200)]
    [InlineData("/nothing-here", 404)]
    [InlineData("/people/987654321", 404)]
    [InlineData("/find.json?q=a", 200)]
    [InlineData("/health/live", 200)]
    public async Task Every_answer_forbids_frames_foreign_scripts_and_guessed_types(string path, int status)
    {
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        using var answer = await browser.GetAsync(path);
        Assert.True(path == "/sign-in" || (int)answer.StatusCode == status);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        foreach (var part in new[] { "default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'", "object-src 'none'" })
        {
            Assert.Contains(part, policy, StringComparison.Ordinal);
        }

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Over_https_every_cookie_is_secure_and_the_browser_is_told_to_stay_there()
    {
        using var browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new("https://cx.example") });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        async Task Look(Task<HttpResponseMessage> asked)
        {
            using var answer = await asked;
            Assert.StartsWith("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                seen[cookie.Split('=')[0]] = cookie;
            }
        }

        await Look(browser.GetAsync("/sign-in"));
        var id = await site.AddPersonAsync(BuiltInRoles.Manager, "north");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<IPasswords>().ChangeAsync(id, null, "a long enough password"));
        }

        var name = (await site.People.FindAsync(id))!.UserName;
        await Look(browser.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", "a long enough password")));
        await Look(browser.PostFormAsync("/preferences", "/culture", ("language", "fa")));
        await Look(browser.PostFormAsync("/preferences", "/theme", ("theme", "dark")));
        Assert.InRange(seen.Count, 5, 10);
        Assert.All(seen.Values, cookie =>
        {
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
        });
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example")]
    public async Task The_switches_of_language_and_theme_lead_nowhere_else(string target)
    {
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        foreach (var (form, name, value) in new[] { ("/culture", "language", "fa"), ("/theme", "theme", "dark") })
        {
            using var answer = await browser.PostFormAsync("/preferences", form, (name, value), ("returnUrl", target));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.Equal("/", answer.Headers.Location!.ToString());
        }
    }
}
