using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests.Objectives;

/// <summary>In Persian: an objective is set, told, reviewed, helped by an action that is carried over, reached and celebrated.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class ObjectiveTests(DemoSite site)
{
    private const string Title = "هیچ تماسی بی‌پاسخ گم نشود";

    [Fact]
    public async Task From_an_objective_to_its_celebration()
    {
        var page = await site.OpenAsync("fa", "/objectives/new");
        await page.Locator("main input[name=title]").FillAsync(Title);
        await page.Locator("main select[name=owner]").SelectOptionAsync(new SelectOptionValue { Label = "Kaveh Nouri" });
        await page.Locator("main form[action='/objectives/deeds/add'] button[type=submit]").ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(Title);
        var address = new Uri(page.Url).AbsolutePath;

        // A task is called one; a result is not.
        await ResultAsync(page, address, "راه‌اندازی سامانهٔ پیگیری", "1");
        await Expect(page.Locator("main")).ToContainTextAsync("این یک کار است");
        await page.Locator("form[action$='/unresult'] button").ClickAsync();
        await ResultAsync(page, address, "تماس‌های پیگیری‌شده در هفته", "۲۰");
        await SayAsync(page, address, "۲");
        await Expect(page.Locator("main table").First).ToContainTextAsync("۱۰٪");

        // In the review it is in trouble; what is decided there comes back in the next one.
        await ReviewAsync(page, "بازنگری آزمون نخست");
        await Expect(page.Locator("main table").First).ToContainTextAsync(Title);
        var action = page.Locator("form[action='/objectives/actions/deeds/add']");
        await action.Locator("select[name=objective]").SelectOptionAsync(new SelectOptionValue { Label = Title });
        await action.Locator("input[name=what]").FillAsync("نوبت عصر پیگیری");
        await action.Locator("button[type=submit]").ClickAsync();
        await page.Locator("form[action$='/hold'] textarea").FillAsync("نوبت عصر از شنبه.");
        await page.Locator("form[action$='/hold'] button").ClickAsync();
        await ReviewAsync(page, "بازنگری آزمون دوم");
        await Expect(page.Locator("main")).ToContainTextAsync("نوبت عصر از شنبه.");
        await Expect(page.Locator("main section, main .card").Filter(new() { HasText = "مانده از پیش" }).Last).ToContainTextAsync("نوبت عصر پیگیری");
        await VisitingWindow.ScreenshotAsync(page, "objective-review", "fa");
        Assert.Empty(await VisitingWindow.ViolationsAsync(page));

        await SayAsync(page, address, "۲۱");
        await page.Locator("form[action$='/celebrate'] button").First.ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("دیوار قدردانی");
        await VisitingWindow.ScreenshotAsync(page, "objective-reached", "fa");
        await page.GotoAsync("/work-culture");
        await Expect(page.Locator("main")).ToContainTextAsync(Title);
    }

    private static async Task ResultAsync(IPage page, string address, string title, string target)
    {
        await page.GotoAsync(address + "/results/new");
        await page.Locator("main input[name=title]").FillAsync(title);
        await page.Locator("main input[name=baseline]").FillAsync("0");
        await page.Locator("main input[name=target]").FillAsync(target);
        await page.Locator("main form[action$='/result'] button[type=submit]").ClickAsync();
        await Expect(page.Locator("main table").First).ToContainTextAsync(title);
    }

    private static async Task SayAsync(IPage page, string address, string value)
    {
        await page.GotoAsync(address);
        await page.Locator("#checkin input[name^='value-']").FillAsync(value);
        await page.Locator("#checkin button[type=submit]").ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("گزارش شما ثبت شد");
    }

    private static async Task ReviewAsync(IPage page, string title)
    {
        await page.GotoAsync("/objectives/reviews");
        var form = page.Locator("form[action='/objectives/reviews/deeds/add']");
        await form.Locator("input[name=title]").FillAsync(title);
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(title);
    }
}
