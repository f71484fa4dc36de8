using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

public sealed class SignInPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Right = "a long enough password";
    private static int count;

    [Fact]
    public async Task A_person_signs_in_goes_where_they_wanted_and_out_again()
    {
        var (name, _) = await PersonAsync();
        using var browser = site.Browser();
        var sent = await browser.GetAsync("/people?q=x");
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var signIn = sent.Headers.Location!.IsAbsoluteUri ? sent.Headers.Location.PathAndQuery : sent.Headers.Location.ToString();
        var answer = await browser.PostFormAsync(signIn, "sign-in", ("userName", name), ("password", Right));
        Assert.Equal("/people?q=x", Local(answer));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people")).StatusCode);
        Assert.Equal("/sign-in", Local(await browser.PostFormAsync("/people", "/sign-out")));
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task Case36_The_session_cookie_is_closed_to_scripts_and_other_sites_and_made_afresh()
    {
        var (name, _) = await PersonAsync();
        using var browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new("https://localhost") });
        browser.DefaultRequestHeaders.Add("Cookie", $"{PersonSession.Cookie}=fixed-by-an-attacker");
        var answer = await browser.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", Right));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith(PersonSession.Cookie + "=", StringComparison.Ordinal));
        foreach (var part in new[] { "httponly", "samesite=lax", "secure", "path=/" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("fixed-by-an-attacker", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Case35_Wrong_password_unknown_name_and_a_megabyte_get_one_answer()
    {
        var (name, _) = await PersonAsync();
        var unknown = name.Replace('p', 'q');
        async Task<(HttpStatusCode, string)> Try(string userName, string password, string address)
        {
            using var browser = site.Browser(address);
            var answer = await browser.PostFormAsync("/sign-in", "sign-in", ("userName", userName), ("password", password));
            return (answer.StatusCode, Regex.Replace((await answer.Content.ReadAsStringAsync()).Replace(userName, ""), "value=\"CfDJ8[^\"]+\"", "", RegexOptions.None, TimeSpan.FromSeconds(5)));
        }

        var wrong = await Try(name, "wrong password!!", "198.51.100.1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Item1);
        Assert.Equal(wrong, await Try(unknown, "wrong password!!", "198.51.100.2"));
        Assert.Equal(wrong, await Try(name, new string('a', 1_000_000), "198.51.100.3"));
    }

    [Fact]
    public async Task Case35_Guessing_is_told_to_wait_whatever_address_it_claims_while_the_owner_enters()
    {
        var (name, _) = await PersonAsync();
        using var owner = site.Browser("203.0.113.1");
        Assert.Equal(HttpStatusCode.Found, (await owner.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", Right))).StatusCode);
        await owner.PostFormAsync("/preferences", "/sign-out");
        using var guesser = site.Browser("203.0.113.66");
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 6; i++)
        {
            guesser.DefaultRequestHeaders.Remove("X-Forwarded-For");
            guesser.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{i}");
            answer = await guesser.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", $"wrong password {i}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        Assert.Equal(HttpStatusCode.Found, (await owner.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", Right))).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    public async Task Case40_No_link_leads_away_from_this_site(string target)
    {
        var (name, _) = await PersonAsync();
        using var browser = site.Browser();
        var answer = await browser.PostFormAsync($"/sign-in?returnUrl={Uri.EscapeDataString(target)}", "sign-in", ("userName", name), ("password", Right));
        Assert.Equal("/", Local(answer));
        var again = await browser.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(target)}");
        Assert.Equal("/", Local(again));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/sign-out/everywhere")]
    [InlineData("/sign-out/session")]
    [InlineData("/password")]
    [InlineData("/preferences")]
    [InlineData("/people/new")]
    [InlineData("/units/new")]
    [InlineData("/roles/new")]
    public async Task Case36_A_form_from_another_site_is_refused(string path)
    {
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        foreach (var token in new[] { null, "forged" })
        {
            var fields = new Dictionary<string, string> { ["_handler"] = path.Trim('/').Replace('/', '-'), ["userName"] = "x", ["language"] = "fa" };
            if (token is not null)
            {
                fields["__RequestVerificationToken"] = token;
            }

            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, new FormUrlEncodedContent(fields))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/preferences")).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Case36_A_change_that_a_browser_says_comes_from_elsewhere_is_refused_whatever_it_carries(string header, string value)
    {
        using var browser = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        browser.DefaultRequestHeaders.Add("Cookie", $"{PersonSession.Cookie}=x");
        browser.DefaultRequestHeaders.Add(header, value);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostFormAsync("/preferences", "/sign-out")).StatusCode);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up_and_pressing_its_button_does()
    {
        var id = await site.AddPersonAsync(BuiltInRoles.Agent, "n1");
        var link = await site.Services.GetRequiredService<ISignInLinks>().CreateAsync(id, TimeSpan.FromHours(1));
        using var scanner = site.Browser();
        for (var i = 0; i < 3; i++)
        {
            var look = await scanner.GetAsync(link.Path);
            Assert.Equal(HttpStatusCode.OK, look.StatusCode);
            Assert.Equal("no-referrer", look.Headers.GetValues("Referrer-Policy").Single());
        }

        using var browser = site.Browser();
        Assert.StartsWith("/password", Local(await browser.PostFormAsync(link.Path!, "link")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await scanner.GetAsync(link.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await scanner.GetAsync("/sign-in/link/guessed")).StatusCode);
    }

    [Fact]
    public async Task After_a_link_a_person_sets_a_password_and_enters_with_it()
    {
        var id = await site.AddPersonAsync(BuiltInRoles.Agent, "n1");
        using var browser = site.Browser();
        await site.SignInAsync(browser, id);
        Assert.Equal("/", Local(await browser.PostFormAsync("/password?first=true", "password", ("next", Right), ("repeat", Right))));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/preferences")).StatusCode);
        using var other = site.Browser();
        var name = (await site.People.FindAsync(id))!.UserName;
        Assert.Equal("/", Local(await other.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", Right))));
    }

    [Fact]
    public async Task Case36_A_new_password_ends_the_sessions_of_other_browsers_at_once()
    {
        var (name, _) = await PersonAsync();
        using var mine = site.Browser();
        using var stolen = site.Browser();
        await mine.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", Right));
        await stolen.PostFormAsync("/sign-in", "sign-in", ("userName", name), ("password", Right));
        Assert.Equal(HttpStatusCode.OK, (await stolen.GetAsync("/preferences")).StatusCode);
        var without = await mine.PostFormAsync("/password", "password", ("current", "not my password"), ("next", "another long password"), ("repeat", "another long password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        var changed = await mine.PostFormAsync("/password", "password", ("current", Right), ("next", "another long password"), ("repeat", "another long password"));
        Assert.StartsWith("/preferences", Local(changed), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync("/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await stolen.GetAsync("/preferences")).StatusCode);
        Assert.Equal("/sign-in", Local(await mine.PostFormAsync("/preferences", "/sign-out/everywhere")));
        Assert.Equal(HttpStatusCode.Found, (await mine.GetAsync("/preferences")).StatusCode);
    }

    private static string Local(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var location = answer.Headers.Location!;
        return location.IsAbsoluteUri ? location.PathAndQuery : location.ToString();
    }

    private async Task<(string Name, long Id)> PersonAsync()
    {
        var name = $"person-{Interlocked.Increment(ref count)}";
        var added = await site.People.AddAsync(new(name, name, ["north"], [new(BuiltInRoles.Manager, "north")]));
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IPasswords>().ChangeAsync(added.Id, null, Right));
        return (name, added.Id);
    }
}
