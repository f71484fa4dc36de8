using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests.Maturity;

/// <summary>In Persian: a round of experts is opened, judged row by row and drawn, and a road map is proposed, changed and taken back.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class MaturityTests(DemoSite site)
{
    [Fact]
    public async Task A_round_is_judged_and_a_road_map_follows()
    {
        var page = await site.OpenAsync("fa", "/maturity/rounds/new");
        await page.Locator("main input[name=name]").FillAsync("دور آزمون مرورگر");
        await page.Locator("main input[name=expert]").First.CheckAsync();
        foreach (var box in await page.Locator("main input[name=expert]").AllAsync())
        {
            await box.CheckAsync();
        }

        await page.Locator("main form[action='/maturity/rounds/deeds/open'] button[type=submit]").ClickAsync();
        await Expect(page.Locator("main .empty")).ToBeVisibleAsync();
        await page.Locator("main a[href$='/judge']").First.ClickAsync();
        await page.Locator("main .assess-buttons a.btn-primary").ClickAsync();
        while (await page.Locator(".judge-row").CountAsync() is var rows && rows > 0)
        {
            var from = await page.Locator("form.judge input[name=from]").InputValueAsync();
            for (var row = 0; row < rows; row++)
            {
                await page.Locator(".judge-row").Nth(row).Locator($"input[value='{(from == "leadership" ? 4 : 1)}']").CheckAsync(new() { Force = true });
            }

            await page.Locator("form.judge button[type=submit]").First.ClickAsync();
        }

        await page.Locator("main button[value=done]").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("سپاسگزاریم");
        Assert.Empty(await VisitingWindow.ViolationsAsync(page));
        await page.GotoAsync(page.Url[..page.Url.IndexOf("/judge", StringComparison.Ordinal)]);
        await Expect(page.Locator("main svg circle.network-cause")).ToHaveCountAsync(2);
        await VisitingWindow.ScreenshotAsync(page, "round-of-experts", "fa");

        await page.GotoAsync("/maturity/plans");
        await page.Locator("main form[action='/maturity/plans/deeds/propose'] input[name=name]").FillAsync("نقشهٔ آزمون مرورگر");
        await page.Locator("main form[action='/maturity/plans/deeds/propose'] button").ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("نقشهٔ آزمون مرورگر");
        await page.Locator("main a.road-step").First.ClickAsync();
        await page.Locator("main form[action$='/step'] input[name=title]").FillAsync("گام تازهٔ آزمون");
        await page.Locator("main form[action$='/step'] button[type=submit]").ClickAsync();
        await Expect(page.Locator("main a.road-step", new() { HasText = "گام تازهٔ آزمون" })).ToHaveCountAsync(1);
        await page.Locator(".flash form button").First.ClickAsync();
        await Expect(page.Locator("main a.road-step", new() { HasText = "گام تازهٔ آزمون" })).ToHaveCountAsync(0);
        await VisitingWindow.ScreenshotAsync(page, "road-map", "fa");
    }
}
