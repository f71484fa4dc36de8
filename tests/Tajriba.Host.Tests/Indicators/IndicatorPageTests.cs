using System.Net;
using AngleSharp.Dom;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;

namespace Tajriba.Host.Tests.Indicators;

public sealed class IndicatorPageTests
{
    [Fact]
    public async Task Templates_become_indicators_whose_pages_show_intervals_and_rows()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        await site.Log.AppendAsync([.. Enumerable.Range(0, 40).Select(Answer)]);
        using HttpClient browser = await site.AdministratorAsync();
        Assert.Contains("No indicator is defined yet", (await browser.PageAsync("/indicators")).Body!.TextContent, StringComparison.Ordinal);
        await PostAsync(browser, "/indicators/templates", "/indicators/definitions/add", [.. IndicatorTemplates.All.Select(t => ("template", t.Key))]);
        IDocument list = await browser.PageAsync("/indicators?from=2026-03-01&to=2026-03-31");
        Assert.Equal(IndicatorTemplates.All.Count, list.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Not enough data", list.Body!.TextContent, StringComparison.Ordinal);
        IElement nps = list.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Net promoter", StringComparison.Ordinal));
        Assert.Contains("25.0", nps.TextContent, StringComparison.Ordinal);

        foreach (var template in IndicatorTemplates.All)
        {
            IDocument page = await browser.PageAsync($"/indicators/{template.Key}?from=2026-03-01&to=2026-03-31&by=channel&step=week");
            Assert.Equal(template.Name.En, page.QuerySelector("h1")!.TextContent.Trim());
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/indicators/{template.Key}/edit")).StatusCode);
        }

        IDocument rows = await browser.PageAsync("/indicators/nps/rows?from=2026-03-01&to=2026-03-31&hit=yes");
        Assert.Equal(20, rows.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(rows.QuerySelector("a[href^='/customers/']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/indicators/none")).StatusCode);
    }

    [Fact]
    public async Task A_form_saves_says_what_is_wrong_and_can_be_undone()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        (string, string)[] form = [("key", "calls"), ("nameEn", "Calls"), ("kind", "Rate"), ("ofEvents", "Call Received"), ("ofWhere", "@channel = phone"), ("thenEvents", "Visit Started"), ("days", "14"), ("measure", "Number")];
        Assert.Equal("/indicators/calls?done=saved&undo=1", await PostAsync(browser, "/indicators/new", "/indicators/definitions/save", form));
        Assert.Contains("wrong=key&reason=Taken", await PostAsync(browser, "/indicators/new", "/indicators/definitions/save", form), StringComparison.Ordinal);
        string back = await PostAsync(browser, "/indicators/new", "/indicators/definitions/save", [("key", "x"), ("nameEn", "=<b>"), ("kind", "Share"), ("ofEvents", "Call Received"), ("hit", "nonsense")]);
        IDocument draft = await browser.PageAsync(back);
        Assert.Equal("=<b>", draft.QuerySelector("input[name=nameEn]")!.GetAttribute("value"));
        Assert.Equal("/indicators/calls?done=saved&undo=2", await PostAsync(browser, "/indicators/calls/edit", "/indicators/definitions/save", [("was", "calls"), .. form.Where(f => f.Item1 != "nameEn"), ("nameEn", "Phone calls")]));
        Assert.Equal("/indicators/calls?done=undone", await PostAsync(browser, "/indicators/calls?done=saved", "/indicators/definitions/undo", [("key", "calls")]));
        Assert.Equal("Calls", (await browser.PageAsync("/indicators/calls")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("/indicators?done=archived&undo=calls", await PostAsync(browser, "/indicators/calls/edit", "/indicators/definitions/archive", [("key", "calls")]));
        Assert.Equal("/indicators?done=restored", await PostAsync(browser, "/indicators?done=archived&undo=calls", "/indicators/definitions/restore", [("key", "calls")]));
    }

    [Fact]
    public async Task A_typed_day_in_the_readers_calendar_leads_to_the_address_that_says_the_same()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        browser.DefaultRequestHeaders.Add("Cookie", "tajriba.reader=" + Uri.EscapeDataString("fa|Jalali|Native|Asia/Tehran"));
        HttpResponseMessage answer = await browser.GetAsync("/indicators/filter?page=/indicators&from=۱۴۰۵/۰۱/۰۱&to=&unit=n1&where=slice.context.segment%3Dpremium");
        Assert.Equal("/indicators?from=2026-03-21&unit=n1&slice.context.segment=premium", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/indicators/filter?page=https://elsewhere.example/")).StatusCode);
    }

    internal static async Task<string> PostAsync(HttpClient browser, string page, string action, (string Name, string Value)[] fields)
    {
        string token = (await browser.PageAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using HttpResponseMessage answer = await browser.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static NewEvent Answer(int number) => new()
    {
        Source = "test",
        Id = "answer-" + number,
        Name = "Survey Answered",
        Time = new DateTimeOffset(2026, 3, 10, 9, number, 0, TimeSpan.Zero),
        Unit = "n1",
        Channel = "web",
        Objects = [new("customer", "c" + number)],
        Attributes = number % 2 == 0 ? """{"scores":{"nps":10}}""" : number % 4 == 1 ? """{"scores":{"nps":7}}""" : """{"scores":{"nps":2}}""",
    };
}
