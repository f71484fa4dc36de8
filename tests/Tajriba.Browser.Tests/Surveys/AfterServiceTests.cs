using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests.Surveys;

/// <summary>The whole loop on the demo: a customer is asked after a service, answers on a telephone in Persian without scripts, and the figures move.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class AfterServiceTests(DemoSite site)
{
    private static readonly string[] Parts = ["reception", "speed", "quality", "price", "communication"];

    [Fact]
    public async Task An_answer_moves_the_index_and_its_link_is_used_up()
    {
        var house = await site.OpenAsync("fa", "/messages?programme=after-service");
        await Expect(house.Locator("main table a[href^='/messages/']").First).ToBeVisibleAsync(new() { Timeout = 5_000 });
        await house.Locator("main table a[href^='/messages/']").First.ClickAsync();
        var link = await house.Locator("main a.btn-primary[href*='/s/']").GetAttributeAsync("href");
        var before = await CountAsync(house, "csi");

        var phone = await site.VisitAsync("fa", link!, script: false);
        await Expect(phone.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(phone.Locator("main")).ToContainTextAsync("صفحهٔ ۱ از");
        await phone.Locator("button.main").ClickAsync();
        await Expect(phone.Locator(".faults")).ToBeVisibleAsync();
        await phone.Locator("input[type=radio][value='9']").CheckAsync(new() { Force = true });
        await VisitingWindow.ScreenshotAsync(phone, "answer-1", "fa");
        await phone.Locator("button.main").ClickAsync();
        foreach (var part in Parts)
        {
            await phone.Locator($"input[type=radio][name*='{part}'][value='4']").CheckAsync(new() { Force = true });
        }

        await VisitingWindow.ScreenshotAsync(phone, "answer-2", "fa");
        await phone.Locator("button.main").ClickAsync();
        await phone.Locator("textarea").FillAsync("همه چیز خوب بود.");
        await phone.Locator("button.main").ClickAsync();
        await Expect(phone.Locator("main")).ToContainTextAsync("سپاسگزاریم");
        await phone.GotoAsync(link!);
        await Expect(phone.Locator("main")).ToContainTextAsync("پیش‌تر پاسخ داده شده");

        Assert.True(await CountAsync(house, "csi") > before, "The index counts the answer as soon as somebody asks.");
        await house.GotoAsync("/surveys/after-service/responses");
        await Expect(house.Locator("main table tbody tr").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_guilty_branch_is_found_and_the_unlucky_one_is_not_accused()
    {
        var house = await site.OpenAsync("en", "");
        var days = FormattableString.Invariant($"?from={DateTime.UtcNow.AddDays(-600):yyyy-MM-dd}"); // A quarter may be too thin to tell, whichever quarter it is.
        var report = await GetAsync(house, "/api/indicators/reopened-repairs/units" + days);
        while (report.GetProperty("progress").GetDouble() < 1)
        {
            await Task.Delay(500);
            report = await GetAsync(house, "/api/indicators/reopened-repairs/units" + days);
        }

        var units = report.GetProperty("units").EnumerateArray()
            .ToDictionary(unit => unit.GetProperty("code").GetString()!, unit => unit.GetProperty("verdict").GetString());
        Assert.Equal("worse", units["azadi-service"]);
        Assert.Equal("same", units["zeytun-service"]);
        await house.GotoAsync("/indicators/reopened-repairs/units" + days);
        await Expect(house.Locator("main .tone-bad")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    [InlineData("ar")]
    public async Task A_customers_page_speaks_the_language_and_is_accessible(string language)
    {
        var house = await site.OpenAsync("en", "/surveys/after-service");
        var address = await house.Locator("main a[href^='/s/']").First.GetAttributeAsync("href");
        var phone = await site.VisitAsync(language, address!, script: true);
        await Expect(phone.Locator("html")).ToHaveAttributeAsync("lang", language);
        Assert.False(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), "It scrolls sideways.");
        Assert.Empty(await VisitingWindow.ViolationsAsync(phone));
    }

    private static async Task<long> CountAsync(IPage page, string indicator)
        => (await GetAsync(page, $"/api/indicators/{indicator}/report")).GetProperty("value").GetProperty("count").GetInt64();

    private static async Task<JsonElement> GetAsync(IPage page, string path)
    {
        var answer = await page.Context.APIRequest.GetAsync(path);
        Assert.Equal(200, answer.Status);
        return (await answer.JsonAsync())!.Value;
    }
}
