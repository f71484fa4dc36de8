using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests;

/// <summary>Walking through a journey as a person would.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class ExplorerTests(DemoSite site)
{
    [Fact]
    public async Task A_step_on_the_map_filters_the_journeys_and_the_address_keeps_it()
    {
        var page = await site.OpenAsync("en", "/journeys/1");
        var step = page.Locator("t-process-map .map-node").Nth(3);
        await step.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains('?', StringComparison.Ordinal));
        var filtered = page.Url;
        await Expect(page.Locator("main .chip").First).ToBeVisibleAsync();

        await page.GotoAsync(filtered);
        await Expect(page.Locator("t-process-map .map-node").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Friction_leads_to_its_journeys_to_one_of_them_and_to_its_customer()
    {
        var page = await site.OpenAsync("fa", "/journeys/1/friction");
        await page.Locator("main table a[href*='/friction/']").First.ClickAsync();
        await page.Locator("main table a[href*='/one/']").First.ClickAsync();
        await page.Locator("main a[href^='/customers/']").First.ClickAsync();
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        Assert.Contains("/customers/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explorer_works_without_scripts()
    {
        var page = await site.OpenAsync("en", "/journeys/1", script: false);
        await Expect(page.Locator("t-process-map table")).ToBeVisibleAsync();
        await page.Locator("main a[href*='tab=variants']").First.ClickAsync();
        await Expect(page.Locator("main table tbody tr").First).ToBeVisibleAsync();
    }
}
