using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

public sealed class SqliteSessionTests(TestSite site) : SessionTests(site), IClassFixture<TestSite>;

public sealed class PostgresSessionTests(PostgresTestSite site) : SessionTests(site.Present()), IClassFixture<PostgresTestSite>;

/// <summary>A session lives on the server: whoever copied its cookie loses it with its owner.</summary>
public abstract class SessionTests(TestSite site)
{
    [SkippableFact]
    public async Task Case36_A_cookie_copied_before_signing_out_is_worth_nothing_after()
    {
        using var owner = site.Browser();
        using var thief = Thief(await SignInAsync(owner, await site.AddPersonAsync(BuiltInRoles.Manager, "north")));
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/preferences")).StatusCode);

        Assert.Equal(HttpStatusCode.Found, (await owner.PostFormAsync("/preferences", "/sign-out")).StatusCode);

        var answer = await thief.GetAsync("/preferences");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("/sign-in?returnUrl=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/v1/journeys")).StatusCode);
    }

    [SkippableFact]
    public async Task Case36_Signing_in_again_in_the_same_browser_ends_the_session_before()
    {
        var person = await site.AddPersonAsync(BuiltInRoles.Agent, "n1");
        using var owner = site.Browser();
        using var thief = Thief(await SignInAsync(owner, person));
        await SignInAsync(owner, person);
        Assert.Equal(HttpStatusCode.Found, (await thief.GetAsync("/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/preferences")).StatusCode);
    }

    [SkippableFact]
    public async Task Case36_A_person_sees_their_sessions_and_ends_one_but_nobody_elses()
    {
        var person = await site.AddPersonAsync(BuiltInRoles.Agent, "n1");
        using var desk = site.Browser();
        using var phone = site.Browser();
        phone.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36");
        await SignInAsync(desk, person);
        await SignInAsync(phone, person);
        var page = await desk.PageAsync("/preferences");
        Assert.Contains("Chrome · Android", page.Body!.TextContent, StringComparison.Ordinal);
        var id = page.QuerySelector("form[action='/sign-out/session'] input[name=id]")!.GetAttribute("value")!;

        // An administrator with two sessions, so that their page has the form.
        var other = await site.AddPersonAsync(BuiltInRoles.Administrator);
        using var one = site.Browser();
        using var two = site.Browser();
        await SignInAsync(one, other);
        await SignInAsync(two, other);
        Assert.Equal(HttpStatusCode.NotFound, (await one.PostFormAsync("/preferences", "/sign-out/session", ("id", id))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/preferences")).StatusCode);

        Assert.Equal(HttpStatusCode.Found, (await desk.PostFormAsync("/preferences", "/sign-out/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await phone.GetAsync("/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/preferences?done=session")).StatusCode);
    }

    private async Task<string> SignInAsync(HttpClient browser, long person)
    {
        var link = await site.Services.GetRequiredService<ISignInLinks>().CreateAsync(person, TimeSpan.FromHours(1));
        var answer = await browser.PostFormAsync(link.Path!, "link");
        return answer.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith(PersonSession.Cookie + "=", StringComparison.Ordinal)).Split(';')[0];
    }

    private HttpClient Thief(string cookie)
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }
}
