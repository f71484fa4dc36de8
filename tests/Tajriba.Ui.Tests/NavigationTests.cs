using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Ui.Shell;

namespace Tajriba.Ui.Tests;

public sealed class NavigationTests
{
    private static readonly Room[] Rooms =
    [
        new Fake("journeys", Layer.Experience, new("journeys", typeof(Words), "Open", "route", new("journeys.view"), 1), new("journeys/frictions", typeof(Words), "Details", "flame", new("journeys.view"), 2)),
        new Fake("capture", Layer.Touchpoints, new NavigationEntry("customers", typeof(Words), "Name", "users", new("capture.view"), 1)),
        new Fake("home", Layer.House, new("", typeof(Words), "All", "home", new("home.view"), 0), new("settings/people", typeof(Words), "Edit", "users", new("people.manage"), 100)),
    ];

    [Fact]
    public async Task Lines_stand_in_the_order_of_the_layers_with_settings_last()
    {
        var page = await Rendered.AsDocument<Layout>([], rooms: Rooms);
        Assert.Equal(["/", "/customers", "/journeys", "/journeys/frictions", "/settings/people"], page.QuerySelectorAll(".side-link").Select(l => l.GetAttribute("href")));
    }

    [Fact]
    public async Task Only_what_a_person_may_enter_is_shown()
    {
        var page = await Rendered.AsDocument<Layout>([], rooms: Rooms, can: p => p.Id == "journeys.view");
        Assert.Equal(["/journeys", "/journeys/frictions"], page.QuerySelectorAll(".side-link").Select(l => l.GetAttribute("href")));
    }

    [Fact]
    public async Task The_nearest_line_is_the_current_one()
    {
        var page = await Rendered.AsDocument<Layout>([], rooms: Rooms, path: "/journeys/frictions/7?x=1");
        Assert.Equal("/journeys/frictions", Assert.Single(page.QuerySelectorAll(".side-link[aria-current=page]")).GetAttribute("href"));
    }

    [Fact]
    public async Task The_layout_speaks_the_readers_language()
    {
        var page = await Rendered.AsDocument<Layout>([], Readers.Persian, rooms: Rooms);
        Assert.Equal("رفتن به متن صفحه", page.QuerySelector(".skip-link")!.TextContent);
        Assert.Equal("fa", page.QuerySelector(".languages [aria-current]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("det")]
    [InlineData("جزييات")]
    [InlineData("تفاصيل")]
    public async Task The_palette_finds_a_page_by_its_name_in_any_language(string query)
    {
        await using var services = Rendered.Services(Readers.English, "/", Rooms, _ => true);
        await using var scope = services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<Finder>().FindAsync(query, CancellationToken.None);
        Assert.Contains(found, c => c.Href == "/journeys/frictions");
    }

    [Theory]
    [InlineData("كتاب عربي", "کتاب عربی")]
    [InlineData("أحمد", "احمد")]
    [InlineData("Café", "cafe")]
    [InlineData("می‌روم ۱۲", "میروم 12")]
    public void Spellings_of_one_word_fold_together(string text, string expected) => Assert.Equal(Folding.Fold(expected), Folding.Fold(text));

    private sealed class Fake(string name, Layer layer, params NavigationEntry[] entries) : Room
    {
        public override string Name => name;

        public override Layer Layer => layer;

        public override IReadOnlyList<NavigationEntry> Navigation => entries;
    }
}
