using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

public sealed class SqliteForeignUnitTests(TestSite site) : ForeignUnitTests(site), IClassFixture<TestSite>;

public sealed class PostgresForeignUnitTests(PostgresTestSite site) : ForeignUnitTests(site.Present()), IClassFixture<PostgresTestSite>;

/// <summary>What lies in another unit answers exactly as what does not exist.</summary>
public abstract class ForeignUnitTests(TestSite site)
{
    [SkippableFact]
    public async Task Case31_A_foreign_person_and_an_unknown_one_look_the_same()
    {
        using var manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "north");
        var foreign = await site.AddPersonAsync(BuiltInRoles.Agent, "s1");
        var own = await site.AddPersonAsync(BuiltInRoles.Agent, "n1");
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/people/{own}")).StatusCode);
        await SameAsync(manager, $"/people/{foreign}", "/people/987654321");
        Assert.DoesNotContain($"/people/{foreign}\"", await manager.GetStringAsync("/people"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Case31_A_foreign_unit_and_an_unknown_one_look_the_same()
    {
        using var manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "north");
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/units/n1")).StatusCode);
        await SameAsync(manager, "/units/s1", "/units/zz");
        await SameAsync(manager, "/units/org", "/units/zzz");
    }

    [SkippableTheory]
    [InlineData("person")]
    [InlineData("link")]
    [InlineData("deactivate")]
    public async Task Case31_Posting_to_a_foreign_person_changes_nothing_and_tells_nothing(string form)
    {
        using var manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "north");
        var foreign = await site.AddPersonAsync(BuiltInRoles.Agent, "s1");
        var own = await site.AddPersonAsync(BuiltInRoles.Agent, "n1");
        var page = await manager.PageAsync($"/people/{own}");
        async Task<(HttpStatusCode, string)> Post(long id)
        {
            var fields = new Dictionary<string, string>
            {
                ["_handler"] = form,
                ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
                ["userName"] = "taken-over",
                ["displayName"] = "Taken over",
                ["unit"] = "n1",
            };
            var answer = await manager.PostAsync($"/people/{id}", new FormUrlEncodedContent(fields));
            return (answer.StatusCode, Neutral(await answer.Content.ReadAsStringAsync(), $"/people/{id}"));
        }

        Assert.Equal(await Post(987654321), await Post(foreign));
        Assert.Equal(HttpStatusCode.NotFound, (await Post(foreign)).Item1);
        var after = await site.People.FindAsync(foreign);
        Assert.True(after!.IsActive);
        Assert.Equal(["s1"], after.UnitCodes);
    }

    [SkippableFact]
    public async Task Case31_Ids_of_foreign_units_inside_a_form_are_refused()
    {
        using var manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "north");
        async Task<HttpStatusCode> Add(string unit, string over, string role)
            => (await manager.PostFormAsync("/people/new", "new-person", ("displayName", "New"), ("userName", "form-" + Guid.NewGuid().ToString("N")), ("unit", unit), ("role", role), ("over", over))).StatusCode;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add("s1", "n1", "agent"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add("n1", "s1", "agent"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add("n1", "*", "agent"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add("n1", "n1", "administrator"));
        Assert.Equal(HttpStatusCode.Found, await Add("n1", "n1", "agent"));
    }

    [SkippableFact]
    public async Task Case32_Nobody_promotes_themselves()
    {
        var id = await site.AddPersonAsync(BuiltInRoles.Manager, "north");
        using var manager = site.Browser();
        await site.SignInAsync(manager, id);
        var answer = await manager.PostFormAsync(
            $"/people/{id}", "person", ("role", "administrator"), ("over", "*"), ("isActive", "true"), ("IsBuiltIn", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([new RoleGrant(BuiltInRoles.Manager, "north")], (await site.People.FindAsync(id))!.Grants);
    }

    [SkippableFact]
    public async Task The_audit_trail_is_not_cut_into_parts()
    {
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("auditor", new("Auditor"), ["audit.view"]));
        using var part = await site.BrowserOfAsync("auditor", "north");
        Assert.Equal(HttpStatusCode.NotFound, (await part.GetAsync("/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await part.GetAsync("/audit/export.csv")).StatusCode);
        using var whole = await site.BrowserOfAsync("auditor");
        Assert.Equal(HttpStatusCode.OK, (await whole.GetAsync("/audit")).StatusCode);
    }

    private static async Task SameAsync(HttpClient browser, string foreign, string unknown)
    {
        var one = await browser.GetAsync(foreign);
        var other = await browser.GetAsync(unknown);
        Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(Neutral(await other.Content.ReadAsStringAsync(), unknown), Neutral(await one.Content.ReadAsStringAsync(), foreign));
        Assert.Equal(other.Headers.Select(header => header.Key), one.Headers.Select(header => header.Key));
    }

    // The page may echo the address that was asked for, and form tokens are new each time.
    private static string Neutral(string body, string path)
        => System.Text.RegularExpressions.Regex.Replace(
            body.Replace(path, "", StringComparison.Ordinal), "value=\"CfDJ8[^\"]+\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
