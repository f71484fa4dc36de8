using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Indicators;

public sealed class DashboardTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_dashboard_is_ordered_by_hand_and_shows_a_manager_the_own_units(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await site.Log.AppendAsync([.. Enumerable.Range(0, 60).Select(Answer)]);
        await using (AsyncServiceScope scope = site.Services.CreateAsyncScope())
        {
            // On an empty house; where templates are there already, this adds nothing.
            await scope.ServiceProvider.GetRequiredService<IndicatorStore>().AddAsync(IndicatorTemplates.All);
        }

        const string Days = "?from=2026-03-01&to=2026-03-31";
        using HttpClient browser = await site.AdministratorAsync();
        IDocument page = await browser.PageAsync("/dashboards/executive" + Days);
        Assert.StartsWith("Net promoter score", page.QuerySelector(".stat-label")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/dashboards/executive?done=saved", await IndicatorPageTests.PostAsync(browser, "/dashboards/executive", "/dashboards/save", [("role", "executive"), ("place-csat", "1"), ("place-nps", "2")]));
        page = await browser.PageAsync("/dashboards/executive" + Days);
        Assert.Equal(["Satisfied customers (CSAT)", "Net promoter score"], page.QuerySelectorAll(".stat-label").Select(l => l.TextContent.Trim()));

        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        string own = await manager.GetStringAsync($"/dashboards/export.csv{Days}&role=executive");
        Assert.Contains("nps,2026-03-01,2026-03-31,30,100,", own, StringComparison.Ordinal);
        string all = await browser.GetStringAsync($"/dashboards/export.csv{Days}&role=executive");
        Assert.Contains("nps,2026-03-01,2026-03-31,60,0,", all, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/dashboards/export.csv?role=nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/dashboards/agent?colour=red")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/dashboards/nobody")).StatusCode);
    }

    private static NewEvent Answer(int number) => new()
    {
        Source = "test",
        Id = "answer-" + number,
        Name = "Survey Answered",
        Time = new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero).AddMinutes(number),
        Unit = number % 2 == 0 ? "n1" : "s1",
        Objects = [new("customer", "c" + number)],
        Attributes = number % 2 == 0 ? """{"scores":{"nps":10}}""" : """{"scores":{"nps":2}}""",
    };
}
