using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests;

/// <summary>Walking through a journey as a person would, on the demo and on event logs of real organizations.</summary>
[Collection(DemoSiteTests.Name)]
public sealed partial class ExplorerTests(DemoSite site)
{
    [Fact]
    public async Task A_step_on_the_map_filters_the_journeys_and_the_address_keeps_it()
    {
        var page = await site.OpenAsync("en", "/journeys/1");
        var step = page.Locator("t-process-map .map-node").Nth(3);
        await step.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains('?', StringComparison.Ordinal));
        var filtered = page.Url;
        await Expect(page.Locator("main .chip, main .filter-chip").First).ToBeVisibleAsync();

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

    [SkippableTheory]
    [InlineData("bpic2012.xes.gz", "loan", 262_200)]
    [InlineData("road_traffic.xes.gz", "fine", 561_470)]
    public async Task A_real_event_log_is_imported_and_explored(string file, string objectType, int events)
    {
        var log = Checkout.Shared("data", "journeys", file);

        var (exitCode, output) = await site.Product.RunVerbAsync("import", log, "--object-type", objectType);
        Assert.True(exitCode == 0, output);
        Assert.Contains($"{events} events added", output, StringComparison.Ordinal);

        var page = await site.OpenAsync("en", "");
        for (var tries = 0; ; tries++)
        {
            await page.GotoAsync("/journeys/new");
            if (await page.Locator($"a[href='/journeys/new?type={objectType}']").CountAsync() > 0 || tries == 60)
            {
                break;
            }

            await Task.Delay(500);
        }

        await page.Locator($"a[href='/journeys/new?type={objectType}']").ClickAsync();
        await page.Locator("input[name=nameEn]").FillAsync(objectType);
        await page.Locator("form[action='/journeys/save'] button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(SavedJourney());
        await Expect(page.Locator("t-process-map .map-node").First).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync($"{events.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} events");
        await VisitingWindow.ScreenshotAsync(page, "/real/" + objectType, "en");
    }

    [GeneratedRegex(@"/journeys/\d+(\?|$)", RegexOptions.None, 1000)]
    private static partial Regex SavedJourney();
}
