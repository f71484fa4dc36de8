using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Insights;

namespace Tajriba.Host.Tests.Insights;

/// <summary>What one has learned is put on record with its evidence, found by who asks, acted on, and looked at again.</summary>
public sealed class InsightPageTests
{
    private static readonly (string Name, string Value)[] Waiting =
        [("claim", "Waiting makes people complain"), ("views", "/indicators/nps | NPS fell\n/feedback"), ("quotes", "نیم ساعت پشت خط ماندم"), ("tags", "waiting، calls"), ("review", Day(30))];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task From_claim_to_decision_to_effect(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        Assert.Equal("/insights/new?wrong=NeedsEvidence", await PostAsync(browser, "/insights/new", "/insights/new", [.. Waiting.Where(f => f.Name is not ("views" or "quotes")), ("views", ""), ("quotes", "")]));
        Assert.Equal("/insights/new?wrong=evidence", await PostAsync(browser, "/insights/new", "/insights/new", [.. Waiting[..1], ("views", "//elsewhere.example/"), ("review", Day(30))]));
        Assert.Equal("/insights/new?wrong=NeedsReview", await PostAsync(browser, "/insights/new", "/insights/new", [.. Waiting[..4], ("review", Day(0))]));
        Assert.Equal("/insights/I-1?done=tell", await PostAsync(browser, "/insights/new", "/insights/new", Waiting));

        IDocument page = await browser.PageAsync("/insights/I-1");
        Assert.Equal("NPS fell", page.QuerySelector("main a[href='/indicators/nps']")!.TextContent.Trim());
        Assert.Contains("نیم ساعت پشت خط ماندم", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.PageAsync("/insights?q=complaints+about+wait")).QuerySelector("a[href='/insights/I-1']"));
        Assert.Null((await browser.PageAsync("/insights?q=parking")).QuerySelector("main td a[href='/insights/I-1']"));
        Assert.NotNull((await browser.PageAsync("/insights?tag=calls&view=followed")).QuerySelector("a[href='/insights/I-1']"));

        Assert.Equal("/insights/I-1?done=decide", await PostAsync(browser, "/insights/I-1", "/insights/I-1/decide", ("text", "More people on the telephone"), ("path", "/feedback/problems")));
        Assert.Equal("/insights/I-1?done=effect", await PostAsync(browser, "/insights/I-1", "/insights/I-1/effect", ("effect", "Better"), ("text", "Fewer cases")));
        Assert.Contains("Better", (await browser.PageAsync("/insights/ledger")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("/insights/I-1?done=change", await PostAsync(browser, "/insights/I-1/edit", "/insights/I-1/change", ("claim", "Waiting makes people leave")));
        Assert.Equal("/insights/I-1?done=undo", await PostAsync(browser, "/insights/I-1?done=change", "/insights/I-1/undo"));
        Assert.Equal("Waiting makes people complain", (await browser.PageAsync("/insights/I-1")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("/insights/I-1?wrong=Meanwhile", await PostAsync(browser, "/insights/I-1", "/insights/I-1/retire", ("seen", "1")));
        Assert.Equal("/insights/I-1?done=refute", await PostAsync(browser, "/insights/I-1", "/insights/I-1/refute", ("text", "It was the season")));
        Assert.Equal("/insights/I-1?done=restore", await PostAsync(browser, "/insights/I-1?done=refute", "/insights/I-1/restore"));

        JsonElement told = await browser.GetFromJsonAsync<JsonElement>("/api/insights/I-1");
        Assert.Equal(("Holds", "Better", 3), (told.GetProperty("insight").GetProperty("state").GetString(), told.GetProperty("decisions")[0].GetProperty("effect").GetString(), told.GetProperty("evidence").GetArrayLength()));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/api/insights/I-9")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/api/insights?state=odd")).StatusCode);
        Assert.Equal(
            ["Insight Told", "Insight Acted On", "Insight Effect Seen", "Insight Refuted"],
            (await site.EventsAsync()).Where(e => e.Objects.Any(o => o is { Type: "insight", Id: "I-1" })).Select(e => e.Name));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Its_owner_is_reminded_and_a_reader_only_reads(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient administrator = await site.AdministratorAsync();
        InsightStore insights = site.Services.GetRequiredService<InsightStore>();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        long owner = (await site.Services.GetRequiredService<IPeople>().ListAsync(null, null, 1))[0].Id;
        Insight due = await insights.AddAsync(new(now, owner, new("It is due", Confidence.Low, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-2)) { Evidence = [new(null, "x")], Owner = owner }));
        Insight foreign = await insights.AddAsync(new(now, owner, new("Of another unit", Confidence.Low, DateOnly.FromDateTime(now.UtcDateTime).AddDays(9)) { Evidence = [new(null, "x")], Unit = "s1" }));
        Assert.NotNull((await administrator.PageAsync("/")).QuerySelector($"a[href='/insights/{due.Code}']"));

        using HttpClient agent = await site.BrowserOfAsync(BuiltInRoles.Agent, "n1");
        IDocument page = await agent.PageAsync("/insights/" + due.Code);
        Assert.Null(page.QuerySelector($"form[action='/insights/{due.Code}/review']"));
        Assert.Equal("/insights/" + due.Code + "?done=follow", await PostAsync(agent, "/insights/" + due.Code, $"/insights/{due.Code}/follow"));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync("/insights/" + foreign.Code)).StatusCode);
        Assert.DoesNotContain("Of another unit", (await agent.PageAsync("/insights?view=all")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Day(int fromNow) => DateTimeOffset.UtcNow.AddDays(fromNow).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string?> PostAsync(HttpClient browser, string page, string form, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await browser.PostFormAsync(page, form, fields);
        return answer.Headers.Location?.ToString();
    }
}
