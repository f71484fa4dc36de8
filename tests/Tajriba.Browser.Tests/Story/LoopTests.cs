using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tajriba.Browser.Tests.Story;

/// <summary>
/// In Persian, the whole loop: people are asked by name and an assessment is answered, experts judge what drives what, the road map
/// becomes objectives, a key result moves by itself when a case is answered in time, a review is held, its action comes back in the
/// next one, and what was reached is celebrated.
/// </summary>
[Collection(DemoSiteTests.Name)]
public sealed class LoopTests(DemoSite site)
{
    private const string Assessment = "/maturity/assessments/3";
    private const string YearCycle = "C-3";

    [Fact]
    public async Task From_an_assessment_to_a_celebration()
    {
        var page = await site.OpenAsync("fa", "/");
        await AssessAsync(page);
        await JudgeAsync(page);
        var address = await PlanAsync(page);
        await MeasureAsync(page, address);
        await ReviewAsync(page, address);
        await CelebrateAsync(page, address);
    }

    /// <summary>The administrator is asked by name as well, answers from the first page, and closes the assessment.</summary>
    private static async Task AssessAsync(IPage page)
    {
        await page.GotoAsync(Assessment + "/invite");
        var invite = page.Locator($"form[action='{Assessment}/invitations/add']");
        foreach (var box in await invite.Locator("input[name=person]").AllAsync())
        {
            await box.CheckAsync();
        }

        await invite.Locator("select[name=unit]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await invite.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("صفحهٔ نخست");
        await Expect(page.Locator("main")).ToContainTextAsync("۴ از ۸");

        await page.GotoAsync("/");
        await page.Locator("main a[href='/maturity/invitations/3']").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("نه آن‌که چه و کی پاسخ داده‌اید");
        await page.Locator("main form[action$='/begin'] button").ClickAsync();
        var sheet = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(sheet + "/cx-process");
        await Expect(page.Locator(".assess-known a[href='/indicators/feedback-answered-in-a-day']")).ToBeVisibleAsync();
        await Expect(page.Locator("input[type=radio][value='3']:checked")).ToHaveCountAsync(0);
        await VisitingWindow.ScreenshotAsync(page, "assess-known", "fa");
        Assert.Empty(await VisitingWindow.ViolationsAsync(page));
        foreach (var level in await page.Locator(".assess-practice input[value='3']").AllAsync())
        {
            await level.CheckAsync(new() { Force = true });
        }

        await page.Locator(".assess-buttons button").First.ClickAsync();
        await page.GotoAsync(sheet);
        await page.Locator("button[value=done]").ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("سپاسگزاریم");
        await page.GotoAsync("/");
        await Expect(page.Locator("main a[href='/maturity/invitations/3']")).ToHaveCountAsync(0);

        await page.GotoAsync(Assessment + "?view=doors");
        await Expect(page.Locator("main")).ToContainTextAsync("۵ از ۸");
        var yesterday = DateTime.UtcNow.AddHours(3.5).AddDays(-1);
        var calendar = new PersianCalendar();
        await page.Locator("form[action$='/dates'] input[name=closes]").FillAsync(string.Create(CultureInfo.InvariantCulture, $"{calendar.GetYear(yesterday)}/{calendar.GetMonth(yesterday):00}/{calendar.GetDayOfMonth(yesterday):00}"));
        await page.Locator("form[action$='/dates'] button").ClickAsync();
        await page.GotoAsync(Assessment);
        await Expect(page.Locator("main svg").First).ToBeVisibleAsync();
        await Expect(page.Locator("main .empty")).ToHaveCountAsync(0);
    }

    /// <summary>A round of experts is opened, judged row by row and drawn.</summary>
    private static async Task JudgeAsync(IPage page)
    {
        await page.GotoAsync("/maturity/rounds/new");
        await page.Locator("main input[name=name]").FillAsync("دور آزمون مرورگر");
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
    }

    /// <summary>A road map is proposed, changed and taken back, and becomes objectives; gives the address of the first.</summary>
    private static async Task<string> PlanAsync(IPage page)
    {
        await page.GotoAsync("/maturity/plans");
        await page.Locator("main form[action='/maturity/plans/deeds/propose'] input[name=name]").FillAsync("نقشهٔ آزمون مرورگر");
        await page.Locator("main form[action='/maturity/plans/deeds/propose'] button").ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("نقشهٔ آزمون مرورگر");
        var title = (await page.Locator("main a.road-step").First.InnerTextAsync()).Trim();
        await page.Locator("main a.road-step").First.ClickAsync();
        await page.Locator("main form[action$='/step'] input[name=title]").FillAsync("گام تازهٔ آزمون");
        await page.Locator("main form[action$='/step'] button[type=submit]").ClickAsync();
        await Expect(page.Locator("main a.road-step", new() { HasText = "گام تازهٔ آزمون" })).ToHaveCountAsync(1);
        await page.Locator(".flash form button").First.ClickAsync();
        await Expect(page.Locator("main a.road-step", new() { HasText = "گام تازهٔ آزمون" })).ToHaveCountAsync(0);
        await VisitingWindow.ScreenshotAsync(page, "road-map", "fa");

        await page.Locator("main form[action$='/objectives'] button").ClickAsync();
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
        await page.GotoAsync("/objectives?cycle=" + YearCycle);
        await page.Locator("main a[href^='/objectives/O-']", new() { HasText = title }).First.ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(title);
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Of two results added, one is a task and is called so; the other measures itself, and moves when a case is answered in time.</summary>
    private async Task MeasureAsync(IPage page, string address)
    {
        const string kept = "پاسخ‌هایی که سر وقت داده شد";
        await page.GotoAsync(address + "/results/new");
        await page.Locator("main input[name=title]").FillAsync("راه‌اندازی سامانهٔ پیگیری");
        await page.Locator("main input[name=baseline]").FillAsync("0");
        await page.Locator("main input[name=target]").FillAsync("1");
        await page.Locator("main form[action$='/result'] button[type=submit]").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("این یک کار است");
        await page.Locator("form[action$='/unresult'] button").Last.ClickAsync();

        await page.GotoAsync(address + "/results/new");
        await page.Locator("main input[name=title]").FillAsync(kept);
        await page.Locator("main select[name=indicator]").SelectOptionAsync("answer-promise-kept");
        await page.Locator("main select[name=unit]").SelectOptionAsync("azadi");
        await page.Locator("main input[name=days]").FillAsync("۹۰");
        await page.Locator("main input[name=target]").FillAsync("۹۹٫۹٪");
        await page.Locator("main input[name=weight]").FillAsync("۰٫۱");
        await page.Locator("main form[action$='/result'] button[type=submit]").ClickAsync();
        var row = page.Locator("main table").First.Locator("tr", new() { HasText = kept });
        await Expect(row.Locator("strong.num")).ToContainTextAsync("٪");
        var before = await row.InnerTextAsync();
        await VisitingWindow.ScreenshotAsync(page, "key-result-before", "fa");

        await AnswerCaseAsync("80417");
        var since = Stopwatch.StartNew();
        while (await row.InnerTextAsync() == before)
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(20), $"The key result stands where it stood: {before}");
            await Task.Delay(500);
            await page.GotoAsync(address);
        }

        await VisitingWindow.ScreenshotAsync(page, "key-result-after", "fa");
    }

    /// <summary>A complaint comes in over the form and is answered at once.</summary>
    private async Task AnswerCaseAsync(string invoice)
    {
        var phone = await site.VisitAsync("fa", "/f/SafirMotorsYourVoice00", script: false);
        await phone.Locator("input[name=kind][value=Complaint]").CheckAsync(new() { Force = true });
        await phone.Locator("textarea[name=text]").FillAsync($"خیلی بد بود و دو ساعت معطل شدم. شماره فاکتور: {invoice}");
        await phone.Locator("select[name=unit]").SelectOptionAsync("azadi-service");
        await phone.Locator("input[name=rating][value='1']").CheckAsync(new() { Force = true });
        await phone.Locator("input[name=phone]").FillAsync("۰۹۱۲۳۰۴" + invoice[1..]);
        await phone.Locator("button.main").ClickAsync();
        await Expect(phone.Locator(".code")).ToBeVisibleAsync();

        var house = await site.OpenAsync("fa", "/feedback?q=" + invoice);
        await UntilAsync(house, "main tbody a.feedback-words");
        await house.Locator("main tbody a.feedback-words").First.ClickAsync();
        await UntilAsync(house, "main a[href^='/feedback/cases/']");
        await house.Locator("main a[href^='/feedback/cases/']").First.ClickAsync();
        var form = house.Locator("form[action$='/answer']").First;
        await form.Locator("textarea[name=text]").FillAsync("پوزش می‌خواهیم؛ همین امروز پیگیری شد.");
        await form.Locator("button[value=mouth]").First.ClickAsync();
        await house.WaitForURLAsync(url => url.Contains("done=answer", StringComparison.Ordinal));
        await house.Context.CloseAsync();
        await phone.Context.CloseAsync();
    }

    /// <summary>In the review the objective is in trouble; what is decided there comes back in the next one.</summary>
    private static async Task ReviewAsync(IPage page, string address)
    {
        await SayAsync(page, address, "۱");
        var title = await page.Locator("main h1").InnerTextAsync();
        await OpenReviewAsync(page, "بازنگری آزمون نخست");
        await Expect(page.Locator("main table").First).ToContainTextAsync(title);
        var action = page.Locator("form[action='/objectives/actions/deeds/add']");
        await action.Locator("select[name=objective]").SelectOptionAsync(new SelectOptionValue { Label = title });
        await action.Locator("input[name=what]").FillAsync("نوبت عصر پیگیری");
        await action.Locator("button[type=submit]").ClickAsync();
        await page.Locator("form[action$='/hold'] textarea").FillAsync("نوبت عصر از شنبه.");
        await page.Locator("form[action$='/hold'] button").ClickAsync();
        await OpenReviewAsync(page, "بازنگری آزمون دوم");
        await Expect(page.Locator("main")).ToContainTextAsync("نوبت عصر از شنبه.");
        await Expect(page.Locator("main section, main .card").Filter(new() { HasText = "مانده از پیش" }).Last).ToContainTextAsync("نوبت عصر پیگیری");
        await VisitingWindow.ScreenshotAsync(page, "objective-review", "fa");
        Assert.Empty(await VisitingWindow.ViolationsAsync(page));
    }

    private static async Task CelebrateAsync(IPage page, string address)
    {
        await SayAsync(page, address, "۵");
        var title = await page.Locator("main h1").InnerTextAsync();
        await page.Locator("form[action$='/celebrate'] button").First.ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("دیوار قدردانی");
        await VisitingWindow.ScreenshotAsync(page, "objective-reached", "fa");
        await page.GotoAsync("/work-culture");
        await Expect(page.Locator("main")).ToContainTextAsync(title);
    }

    private static async Task SayAsync(IPage page, string address, string value)
    {
        await page.GotoAsync(address);
        await page.Locator("#checkin input[name^='value-']").First.FillAsync(value);
        await page.Locator("#checkin button[type=submit]").ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("گزارش شما ثبت شد");
    }

    private static async Task OpenReviewAsync(IPage page, string title)
    {
        await page.GotoAsync("/objectives/reviews");
        var form = page.Locator("form[action='/objectives/reviews/deeds/add']");
        await form.Locator("input[name=title]").FillAsync(title);
        await form.Locator("select[name=cycle]").SelectOptionAsync(YearCycle);
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(title);
    }

    /// <summary>What happens in the background takes a while; the page is asked again until it shows it.</summary>
    private static async Task UntilAsync(IPage page, string what)
    {
        for (var i = 0; i < 30 && await page.Locator(what).CountAsync() == 0; i++)
        {
            await Task.Delay(1_000);
            await page.ReloadAsync();
        }

        await Expect(page.Locator(what).First).ToBeVisibleAsync();
    }
}
