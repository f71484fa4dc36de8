using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests.Feedback;

/// <summary>From complaints that are alike to a fix that its control chart confirms, on the demo, in Persian and Arabic.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class ProblemTests(DemoSite site)
{
    private const int Tries = 40;

    [Fact]
    public async Task Cases_alike_become_a_problem_and_its_fix_is_confirmed_on_the_chart()
    {
        var house = await site.OpenAsync("fa", "");

        // The product has proposed it out of the cases by itself.
        var proposal = house.Locator("form[action$='/accept']").First;
        await UntilAsync(house, "/feedback/problems", proposal);
        await VisitingWindow.ScreenshotAsync(house, "problems-proposed", "fa");
        await proposal.Locator("button").ClickAsync();
        await Expect(house.Locator(".flash")).ToContainTextAsync("از این پس مسئله است");
        var address = new Uri(house.Url).AbsolutePath;

        // A fix is only taken once it is said by what it will be seen.
        await Expect(house.Locator("form[action$='/fix']")).ToHaveCountAsync(0);
        await house.Locator("form[action$='/own'] select").SelectOptionAsync(new SelectOptionValue { Label = "Kaveh Nouri" });
        await house.Locator("form[action$='/own'] button").ClickAsync();
        await house.Locator("form[action$='/measure'] select[name=indicator]").SelectOptionAsync("cases-waiting");
        await house.Locator("form[action$='/measure'] select[name=unit]").SelectOptionAsync("");
        await house.Locator("form[action$='/measure'] button").ClickAsync();
        await house.Locator("form[action$='/fix'] textarea").FillAsync("شش نفر به تلفن‌خانه افزوده شد.");
        await house.Locator("form[action$='/fix'] input[name=on]").FillAsync(DateTimeOffset.UtcNow.AddDays(-77).ToString("yyyy-MM-dd"));
        await house.Locator("form[action$='/fix'] button").ClickAsync();
        await Expect(house.Locator("form[action$='/reopen']")).ToBeVisibleAsync();

        await UntilAsync(house, address, house.Locator("dl.facts dd", new() { HasTextString = "تأییدشده" }));
        await Expect(house.Locator(".alert-good .alert-title")).ToHaveTextAsync("نمودار تأیید کرد");
        await Expect(house.Locator("t-chart").First).ToBeVisibleAsync();
        await Expect(house.Locator("main")).ToContainTextAsync("تأیید شد");
        await VisitingWindow.ScreenshotAsync(house, "problem-confirmed", "fa");
    }

    [Fact]
    public async Task What_a_complaint_of_now_is_promised_follows_the_hours_that_are_set_and_a_change_is_undone()
    {
        var house = await site.OpenAsync("ar", "/feedback/settings/hours?unit=karun");
        await Expect(house.Locator("main svg rect").First).ToBeVisibleAsync();
        var due = house.Locator("main table", new() { HasTextString = "عاجل" }).First;
        var before = await due.InnerTextAsync();
        await house.Locator("form[action$='/hours/begin'] select").SelectOptionAsync("always");
        await house.Locator("form[action$='/hours/begin'] button").ClickAsync();
        await Expect(house.Locator(".flash")).ToContainTextAsync("تم الحفظ");
        Assert.NotEqual(before, await due.InnerTextAsync());
        await VisitingWindow.ScreenshotAsync(house, "hours-always", "ar");
        await house.Locator(".flash form button").ClickAsync();
        await Expect(house.Locator(".flash")).ToContainTextAsync("تم التراجع");
    }

    /// <summary>Jobs and read models follow a little later.</summary>
    private static async Task UntilAsync(IPage page, string path, ILocator there)
    {
        for (var i = 0; i < Tries; i++)
        {
            await page.GotoAsync(path);
            if (await there.CountAsync() > 0)
            {
                return;
            }

            await page.WaitForTimeoutAsync(5_000);
        }

        await Expect(there.First).ToBeVisibleAsync();
    }
}
