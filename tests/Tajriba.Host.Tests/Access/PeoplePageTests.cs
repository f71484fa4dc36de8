using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Access;

public sealed class PeoplePageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task An_administrator_adds_a_person_and_hands_over_a_link_that_works()
    {
        using var admin = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var added = await admin.PostFormAsync(
            "/people/new", "new-person", ("displayName", "سارا احمدی"), ("userName", "sara"), ("unit", "n1"), ("role", "agent"), ("over", "n1"));
        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        var path = new Uri(new("http://localhost"), added.Headers.Location!).AbsolutePath;
        Assert.Contains("سارا احمدی", await admin.GetStringAsync("/people"), StringComparison.Ordinal);
        var made = await admin.PostFormAsync(path, "link");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var link = System.Text.RegularExpressions.Regex.Match(
            await made.Content.ReadAsStringAsync(), "/sign-in/link/[A-Za-z0-9_-]{43}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Value;
        using var sara = site.Browser();
        Assert.Equal(HttpStatusCode.Found, (await sara.PostFormAsync(link, "link")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sara.GetAsync("/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await admin.PostFormAsync(path, "deactivate")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await sara.GetAsync("/preferences")).StatusCode);
    }

    [Fact]
    public async Task What_was_typed_stays_where_something_was_refused()
    {
        using var admin = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var refused = await admin.PostFormAsync("/people/new", "new-person", ("displayName", "<b>Kaveh</b>"), ("userName", "not allowed"), ("unit", "n1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var body = await refused.Content.ReadAsStringAsync();
        Assert.Contains("&lt;b&gt;Kaveh&lt;/b&gt;", body, StringComparison.Ordinal);
        Assert.Contains("f-userName-error", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_are_added_renamed_and_moved()
    {
        using var admin = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        Assert.Equal(HttpStatusCode.Found, (await admin.PostFormAsync("/units/new", "new-unit", ("code", "n9"), ("kind", "Branch"), ("parent", "north"), ("nameEn", "Nine"), ("nameFa", "نه"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostFormAsync("/units/new", "new-unit", ("code", "n9"), ("kind", "Branch"), ("parent", "north"), ("nameEn", "Again"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await admin.PostFormAsync("/units/n9", "rename", ("nameEn", "Number nine"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await admin.PostFormAsync("/units/n9", "move", ("parent", "south"))).StatusCode);
        var unit = site.Units.Tree.Find("n9")!;
        Assert.Equal(("Number nine", "نه", "south"), (unit.Name.En, unit.Name.Fa, site.Units.Tree.Find(unit.ParentId!.Value)!.Code));
    }

    [Fact]
    public async Task A_role_of_ones_own_opens_what_it_names()
    {
        using var admin = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        Assert.Equal(HttpStatusCode.Found, (await admin.PostFormAsync("/roles/new", "new-role", ("code", "greeter"), ("nameEn", "Greeter"), ("permission", "people.view"))).StatusCode);
        using var greeter = await site.BrowserOfAsync("greeter", "n1");
        Assert.Equal(HttpStatusCode.OK, (await greeter.GetAsync("/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await greeter.GetAsync("/units")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await admin.PostFormAsync("/roles/greeter", "role", ("nameEn", "Greeter"), ("permission", "units.view"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await greeter.GetAsync("/people")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await greeter.GetAsync("/units")).StatusCode);
    }

    [Theory]
    [InlineData("fa", "rtl")]
    [InlineData("ar", "rtl")]
    [InlineData("en", "ltr")]
    public async Task Preferences_turn_every_page_and_follow_the_person(string language, string direction)
    {
        var id = await site.AddPersonAsync(BuiltInRoles.Administrator);
        using var browser = site.Browser();
        await site.SignInAsync(browser, id);
        var usual = ReaderPreferences.Of(language);
        var saved = await browser.PostFormAsync(
            "/preferences", "preferences", ("language", language), ("calendar", usual.Calendar.ToString()), ("digits", usual.Digits.ToString()), ("timeZone", "Asia/Tehran"));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        using var elsewhere = site.Browser();
        await site.SignInAsync(elsewhere, id);
        foreach (var path in new[] { "/preferences", "/password", "/people", "/people/new", $"/people/{id}", "/units", "/units/new", "/units/n1", "/roles", "/roles/new", "/roles/agent", "/audit" })
        {
            var page = await elsewhere.PageAsync(path);
            Assert.Equal((language, direction), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
            Assert.Single(page.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task The_trail_is_filtered_on_its_page_and_exported_without_formulas()
    {
        using var admin = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        var id = (await site.People.AddAsync(new("formula", "=HYPERLINK(\"http://evil.example\")", [], [new(BuiltInRoles.Administrator)]))).Id;
        using var formula = site.Browser();
        await site.SignInAsync(formula, id);
        Assert.Equal(HttpStatusCode.Found, (await formula.PostFormAsync("/units/n1", "rename", ("nameEn", "By formula"))).StatusCode);
        var page = await admin.PageAsync($"/audit?action=units.rename&person={id}");
        Assert.Equal("unit:n1", Assert.Single(page.QuerySelectorAll("tbody tr")).QuerySelectorAll("td")[2].TextContent.Trim());
        var csv = await admin.GetAsync($"/audit/export.csv?action=units.rename&person={id}");
        Assert.Equal("attachment", csv.Content.Headers.ContentDisposition!.DispositionType);
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",", lines[1], StringComparison.Ordinal);
    }
}
