using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests.Feedback;

/// <summary>The whole way of a complaint in Persian: told on the form, understood, answered in time, resolved with a cause, rated; three like it become a problem.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class ComplaintTests(DemoSite site)
{
    private const string Form = "/f/SafirMotorsYourVoice00";
    private const string Words = "دو ساعت معطل شدم و هزینه‌ای که گفتید با فاکتور یکی نبود. خیلی بد و بی‌احترامی بود.";

    [Fact]
    public async Task A_complaint_is_understood_answered_and_followed_by_its_customer()
    {
        var phone = await site.VisitAsync("fa", Form, script: false);
        await Expect(phone.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        Assert.Empty(await VisitingWindow.ViolationsAsync(await site.VisitAsync("fa", Form, script: true)));
        await phone.Locator("button.main").ClickAsync();
        await Expect(phone.Locator(".faults")).ToBeVisibleAsync();
        var code = await TellAsync(phone, "70101");
        await VisitingWindow.ScreenshotAsync(phone, "complaint-thanks", "fa");

        // Read, understood and explained.
        var house = await site.OpenAsync("fa", "/feedback?q=70101");
        await UntilAsync(house, "main tbody a.feedback-words");
        await house.Locator("main tbody a.feedback-words").First.ClickAsync();
        await Expect(house.Locator("main")).ToContainTextAsync("فارسی");
        await Expect(house.Locator("main mark.mark-bad").First).ToBeVisibleAsync();
        await VisitingWindow.ScreenshotAsync(house, "complaint-understood", "fa");

        // A case of the right unit, with a clock.
        await UntilAsync(house, "main a[href^='/feedback/cases/']");
        await house.Locator("main a[href^='/feedback/cases/']").First.ClickAsync();
        await Expect(house.Locator("main")).ToContainTextAsync("آزادی");
        await DoAsync(house, "take", null);
        await DoAsync(house, "answer", async form => await form.Locator("textarea[name=text]").FillAsync("پوزش می‌خواهیم. مبلغ اضافه امروز بازگردانده شد."), "button[value=message]");
        await DoAsync(house, "resolve", async form =>
        {
            await form.Locator("select[name=cause]").SelectOptionAsync("wrong-information");
            await form.Locator("textarea[name=text]").FillAsync("فاکتور اصلاح و مبلغ بازگردانده شد.");
        });
        await VisitingWindow.ScreenshotAsync(house, "complaint-resolved", "fa");

        // The customer saw it all, and says how well.
        await phone.GotoAsync($"/c/{code}");
        await Expect(phone.Locator("main")).ToContainTextAsync("بازگردانده شد");
        await Expect(phone.Locator(".steps .past")).ToHaveCountAsync(4);
        await phone.Locator("input[name=stars][value='4']").CheckAsync(new() { Force = true });
        await phone.Locator("form[action*='/rate'] button").ClickAsync();
        await VisitingWindow.ScreenshotAsync(phone, "complaint-status", "fa");
        await house.ReloadAsync();
        await Expect(house.Locator("main")).ToContainTextAsync("۴ از ۵");

        // The survey after it goes out by its programme.
        await house.GotoAsync("/surveys/programmes/after-case");
        await UntilAsync(house, "main table tbody tr");

        // Two more like it make a problem of its cause.
        foreach (var invoice in new[] { "70102", "70103" })
        {
            await TellAsync(await site.VisitAsync("fa", Form, script: false), invoice);
            await house.GotoAsync("/feedback?q=" + invoice);
            await UntilAsync(house, "main tbody a.feedback-words");
            await house.Locator("main tbody a.feedback-words").First.ClickAsync();
            await UntilAsync(house, "main a[href^='/feedback/cases/']");
            await house.Locator("main a[href^='/feedback/cases/']").First.ClickAsync();
            await DoAsync(house, "answer", async form => await form.Locator("textarea[name=text]").FillAsync("بازگردانده شد."), "button[value=mouth]");
            await DoAsync(house, "resolve", async form =>
            {
                await form.Locator("select[name=cause]").SelectOptionAsync("wrong-information");
                await form.Locator("textarea[name=text]").FillAsync("بازگردانده شد.");
            });
        }

        await house.GotoAsync("/feedback/problems");
        await UntilAsync(house, "main tbody tr:has-text('اطلاعات نادرست')");
    }

    /// <summary>Sends the form; each complaint names another invoice, by which it is found.</summary>
    private static async Task<string> TellAsync(IPage phone, string invoice)
    {
        await phone.Locator("input[name=kind][value=Complaint]").CheckAsync(new() { Force = true });
        await phone.Locator("textarea[name=text]").FillAsync($"{Words} شماره فاکتور: {invoice}");
        await phone.Locator("select[name=unit]").SelectOptionAsync("azadi-service");
        await phone.Locator("input[name=rating][value='1']").CheckAsync(new() { Force = true });
        await phone.Locator("input[name=phone]").FillAsync("۰۹۱۲۳۰۴" + invoice[1..]);
        await phone.Locator("button.main").ClickAsync();
        await Expect(phone.Locator(".code")).ToBeVisibleAsync();
        return System.Web.HttpUtility.ParseQueryString(new Uri(phone.Url).Query)["code"]!;
    }

    private static async Task DoAsync(IPage page, string deed, Func<ILocator, Task>? fill, string button = "button[type=submit]")
    {
        var form = page.Locator($"form[action$='/{deed}']").First;
        if (fill is not null)
        {
            await fill(form);
        }

        await form.Locator(button).First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("done=" + deed, StringComparison.Ordinal));
    }

    /// <summary>What happens in the background takes a while; the page is asked again until it shows it.</summary>
    private static async Task UntilAsync(IPage page, string what)
    {
        for (var i = 0; i < 90; i++)
        {
            if (await page.Locator(what).CountAsync() > 0)
            {
                return;
            }

            await Task.Delay(1_000);
            await page.ReloadAsync();
        }

        await Expect(page.Locator(what).First).ToBeVisibleAsync();
    }
}
