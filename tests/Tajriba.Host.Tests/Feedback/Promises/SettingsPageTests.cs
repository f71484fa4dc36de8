using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Experience.Feedback.Promises.Macros;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.Tests.Feedback.Promises;

/// <summary>Promises as they are set on pages: seen at once, wrong ones refused with a reason, every one undone.</summary>
[Collection(nameof(CaptureSite))]
public sealed class SettingsPageTests
{
    private const string Hours = "/feedback/settings/hours";

    [Fact]
    public async Task Hours_begin_with_a_country_and_holidays_are_added_in_their_own_calendar()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        IPromises promises = site.Services.GetRequiredService<IPromises>();
        using HttpClient browser = await site.AdministratorAsync();
        browser.DefaultRequestHeaders.Add("Cookie", "tajriba.reader=" + Uri.EscapeDataString("fa|Jalali|Native|Asia/Tehran"));
        string page = Hours + "?unit=n1";
        Assert.Contains("done=saved", await ChangeAsync(browser, page, "begin", ("plan", "iran-two")), StringComparison.Ordinal);
        Assert.Contains("wrong=free", await ChangeAsync(browser, page, "week", ("from", ""), ("zone", "Asia/Tehran")), StringComparison.Ordinal);
        Assert.Contains("wrong=zone", await ChangeAsync(browser, page, "week", ("from", ""), ("zone", "Asia/Nowhere"), ("from-Monday-0", "08:00"), ("to-Monday-0", "16:00")), StringComparison.Ordinal);
        Assert.Contains("wrong=time", await ChangeAsync(browser, page, "week", ("from", ""), ("zone", "Asia/Tehran"), ("from-Monday-0", "08:00")), StringComparison.Ordinal);
        Assert.Contains("wrong=holidays", await ChangeAsync(browser, page, "holiday", ("name", "X"), ("calendar", "Jalali"), ("month", "۱۳"), ("day", "۱"), ("year", "")), StringComparison.Ordinal);
        Assert.Contains("done=saved", await ChangeAsync(browser, page, "week", ("from", "۱۴۰۵/۰۹/۰۱"), ("zone", "Asia/Tehran"), ("from-Monday-0", "22:00"), ("to-Monday-0", "06:00")), StringComparison.Ordinal);
        string saved = await ChangeAsync(browser, page, "holiday", ("name", "سالگرد"), ("calendar", "Jalali"), ("month", "۹"), ("day", "۱۶"), ("year", "۱۴۰۵"));
        Assert.Contains("done=saved", saved, StringComparison.Ordinal);

        // Monday 1405/09/02 from 22:00 on; the Monday after next, 1405/09/16, is free; before the first of Azar the week of the country holds.
        Assert.True(promises.CalendarOf("n1").IsOpen(At(2026, 11, 24, 2, 0)));
        Assert.False(promises.CalendarOf("n1").IsOpen(At(2026, 11, 23, 10, 0)));
        Assert.False(promises.CalendarOf("n1").IsOpen(At(2026, 12, 7, 23, 0)));
        Assert.True(promises.CalendarOf("n1").IsOpen(At(2026, 11, 16, 10, 0)));
        IDocument shown = await browser.PageAsync(saved);
        Assert.Contains("سالگرد", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("22:00", shown.Body!.TextContent.Replace("۲۲:۰۰", "22:00", StringComparison.Ordinal), StringComparison.Ordinal);

        IElement undo = shown.QuerySelector("form[action='/feedback/settings/undo']")!;
        Assert.Contains("done=undone", await IndicatorPageTests.PostAsync(browser, saved, "/feedback/settings/undo", [.. undo.QuerySelectorAll("input[name]").Where(i => !i.GetAttribute("name")!.StartsWith("__", StringComparison.Ordinal)).Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))]), StringComparison.Ordinal);
        Assert.True(promises.CalendarOf("n1").IsOpen(At(2026, 12, 7, 23, 0)));
        Assert.Contains("done=saved", await ChangeAsync(browser, page, "inherit"), StringComparison.Ordinal);
        Assert.Same(promises.CalendarOf(null), promises.CalendarOf("n1"));
    }

    [Fact]
    public async Task Goals_ready_answers_and_causes_are_set_in_any_digits_and_refused_with_a_reason()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        const string goals = "/feedback/settings/goals", macros = "/feedback/settings/macros", causes = "/feedback/settings/causes";
        Assert.Contains("wrong=number", await SaveAsync(browser, goals, ("answer-Urgent", "soon")), StringComparison.Ordinal);
        Assert.Contains("wrong=goal", await SaveAsync(browser, goals, ("answer-Urgent", "4"), ("resolution-Urgent", "2")), StringComparison.Ordinal);
        Assert.Contains("done=saved", await SaveAsync(browser, goals, ("answer-Urgent", "۱٫۵")), StringComparison.Ordinal);
        Assert.Equal(Duration.FromMinutes(90), site.Services.GetRequiredService<IPromises>().GoalsOf(CasePriority.Urgent).Single().Within);

        Assert.Contains("wrong=key", await SaveAsync(browser, macros, ("key", "Not a key"), ("title-en", "Sorry"), ("text-fa", "x")), StringComparison.Ordinal);
        Assert.Contains("wrong=placeholder", await SaveAsync(browser, macros, ("key", "sorry"), ("title-en", "Sorry"), ("text-fa", "{nobody}")), StringComparison.Ordinal);
        Assert.Contains("done=saved", await SaveAsync(browser, macros, ("key", "sorry"), ("title-fa", "پوزش"), ("text-fa", "{customer} گرامی")), StringComparison.Ordinal);
        Assert.Equal("پوزش", site.Services.GetRequiredService<IMacros>().All.Single().Title.In("ar"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(macros + "?edit=sorry")).StatusCode);

        Assert.Contains("wrong=parent", await SaveAsync(browser, causes, ("key", "damp"), ("title-en", "Damp"), ("parent", "late")), StringComparison.Ordinal);
        Assert.Contains("done=saved", await SaveAsync(browser, causes, ("key", "damp"), ("title-en", "Damp"), ("title-ar", "رطوبة"), ("parent", "product")), StringComparison.Ordinal);
        Assert.Equal("المنتج: رطوبة", site.Services.GetRequiredService<ICauses>().TitleOf("damp", "ar"));
        Assert.Contains("Damp", (await browser.PageAsync(causes)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_manages_one_unit_sets_its_hours_and_nothing_of_the_organization()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("care", new("Care"), ["feedback.view", "feedback.manage"]));
        using HttpClient browser = await site.BrowserOfAsync("care", "n1");
        Assert.Equal(["n1"], (await browser.PageAsync(Hours + "?unit=s1")).QuerySelectorAll("select[name=unit] option").Select(o => o.GetAttribute("value")!));
        Assert.Contains("done=saved", await ChangeAsync(browser, Hours, "begin", ("unit", "n1"), ("plan", "always")), StringComparison.Ordinal);
        Assert.Empty((await browser.PageAsync("/feedback/settings/goals")).QuerySelectorAll("form[action='/feedback/settings/goals/save'] button"));
    }

    private static Task<string> ChangeAsync(HttpClient browser, string page, string deed, params (string Name, string Value)[] fields) => PostAsync(browser, page, $"{Hours}/{deed}", fields);

    private static Task<string> SaveAsync(HttpClient browser, string page, params (string Name, string Value)[] fields) => PostAsync(browser, page, page + "/save", fields);

    /// <summary>Posts with what the page's own form carries unseen.</summary>
    private static async Task<string> PostAsync(HttpClient browser, string page, string action, (string Name, string Value)[] fields)
    {
        IElement form = (await browser.PageAsync(page)).QuerySelector($"form[action='{action}']")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""))
            .Where(h => !h.Name.StartsWith("__", StringComparison.Ordinal) && fields.All(f => f.Name != h.Name));
        return await IndicatorPageTests.PostAsync(browser, page, action, [.. hidden, .. fields]);
    }

    private static Instant At(int year, int month, int day, int hour, int minute) => new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Tehran"]).ToInstant();
}
