using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Inbox;

/// <summary>Feedback from its event to the inbox: understood, found in any spelling, masked, marked, and the same after a rebuild.</summary>
public sealed class InboxTests
{
    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Each_language_is_told_apart_and_what_is_urgent_says_why(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await TellAsync(
            site,
            Said("fa", "n1", """{"kind":"complaint","text":"برخورد پرسنل افتضاح بود و خیلی معطل شدم، اصلا راضی نیستم"}"""),
            Said("ar", "n1", """{"kind":"praise","text":"شكرا جزيلا، الخدمة ممتازة والموظفون رائعون"}"""),
            Said("en", "n1", """{"kind":"review","rating":1,"text":"They never called me back about the invoice."}"""),
            Said("fire", "n1", """{"kind":"comment","text":"The brakes failed after your repair, this is dangerous!"}"""));
        using HttpClient caller = await site.CallerAsync();
        Dictionary<string, JsonElement> told = await ListAsync(caller);
        Assert.Equal(("fa", "high", "AngryComplaint"), (Word(told["fa"], "language"), Word(told["fa"], "urgency"), Word(told["fa"], "reason")));
        Assert.Equal(["speed", "staff"], told["fa"].GetProperty("topics").EnumerateArray().Select(t => t.GetString()));
        Assert.True(told["fa"].GetProperty("sentiment").GetProperty("neg").GetDouble() > 0.7);
        Assert.Equal(("ar", "low"), (Word(told["ar"], "language"), Word(told["ar"], "urgency")));
        Assert.True(told["ar"].GetProperty("sentiment").GetProperty("pos").GetDouble() > 0.7);
        Assert.Equal(("en", "LowestRating"), (Word(told["en"], "language"), Word(told["en"], "reason")));
        Assert.Equal(("high", "Alarm"), (Word(told["fire"], "urgency"), Word(told["fire"], "reason")));
        Assert.Equal(["fa"], (await ListAsync(caller, "?sentiment=neg&topic=staff&urgency=high&language=fa")).Keys);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Words_are_found_in_any_spelling(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await TellAsync(
            site,
            Said("yeh", "n1", """{"text":"کیفیت کار می‌توانست بهتر باشد، ۱۲ روز گذشت"}"""),
            Said("other", "n1", """{"text":"Nothing to do with it, O'Brien doesn't know"}"""));
        using HttpClient caller = await site.CallerAsync();
        foreach (string search in new[] { "کیفیت", "كيفيت", "کیفیـت", "میتوانست", "می توانست", "12", "١٢", "کیف", "گذشت کیفیت" })
        {
            Assert.Equal(["yeh"], (await ListAsync(caller, "?q=" + Uri.EscapeDataString(search))).Keys);
        }

        foreach (string search in new[] { "doesn't", "O'Brien", "o’brien", "nothing doesn" })
        {
            Assert.Equal(["other"], (await ListAsync(caller, "?q=" + Uri.EscapeDataString(search))).Keys);
        }

        foreach (string search in new[] { "' OR 1=1 --", "\"", "کیفیت گران", "* AND *", "a:b", "NEAR(x)", "()" })
        {
            Assert.Empty(await ListAsync(caller, "?q=" + Uri.EscapeDataString(search)));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Comments_of_surveys_come_once_and_a_rebuild_keeps_what_people_did(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await TellAsync(
            site,
            Said("answer", "n1", """{"survey":"outside","answers":{"nps":3,"choice":"blue","why":"It was late and nobody told me"},"context":{"step":"delivery"}}""", "Survey Answered"),
            Said("test", "n1", """{"survey":"outside","answers":{"why":"It was late and nobody told me"},"test":true}""", "Survey Answered"),
            Said("empty", "n1", """{"text":"   "}"""),
            Said("odd", "n1", """{"text":17,"kind":[],"rating":"x"}"""));
        using HttpClient caller = await site.CallerAsync();
        (string code, JsonElement told) = Assert.Single(await ListAsync(caller));
        Assert.Equal(("answer", "comment", "outside", "delivery"), (code, Word(told, "kind"), Word(told, "survey"), Word(told, "step")));

        using HttpResponseMessage marked = await caller.PutAsJsonAsync($"/api/feedback/{told.GetProperty("id")}/state", new { state = "done" });
        Assert.Equal(HttpStatusCode.NoContent, marked.StatusCode);
        Assert.Empty(await ListAsync(caller));
        await site.Services.GetRequiredService<ILogSubscribers>().RebuildAsync("feedback.items");
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        Assert.Equal("done", Word(Assert.Single(await ListAsync(caller, "?state=all&q=late")).Value, "state"));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Personal_data_is_masked_and_foreign_units_are_not_there(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await TellAsync(
            site,
            Said("north", "n1", """{"kind":"question","text":"Please call me on +98 912 345 6789 or write to sara@example.com"}"""),
            Said("south", "s1", """{"text":"From the south"}"""),
            Said("none", null, """{"text":"From nowhere"}"""));
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), [FeedbackPermissions.ViewId, FeedbackPermissions.HandleId]));
        using HttpClient reader = await site.CallerAsync("reader", "n1");
        (_, JsonElement told) = Assert.Single(await ListAsync(reader));
        Assert.DoesNotContain("sara@", Word(told, "text"), StringComparison.Ordinal);
        Assert.DoesNotContain("345", Word(told, "text"), StringComparison.Ordinal);
        using HttpClient browser = await site.BrowserOfAsync("reader", "n1");
        Assert.DoesNotContain("sara@", await browser.GetStringAsync("/feedback"), StringComparison.Ordinal);
        Assert.DoesNotContain("sara@", await browser.GetStringAsync($"/feedback/{told.GetProperty("id")}"), StringComparison.Ordinal);

        using HttpClient all = await site.AdministratorAsync();
        Assert.Contains("sara@", await all.GetStringAsync("/feedback"), StringComparison.Ordinal);
        using HttpClient caller = await site.CallerAsync();
        Assert.Equal(3, (await ListAsync(caller)).Count);
        using HttpResponseMessage foreign = await reader.GetAsync($"/api/feedback/{(await ListAsync(caller))["south"].GetProperty("id")}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task Case28_Markup_of_customers_is_text_on_every_page()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        const string Attack = "<script>alert(1)</script><img src=x onerror=alert(1)> bad service";
        await TellAsync(site, Said("<b>code</b>", "n1", JsonSerializer.Serialize(new { kind = "complaint", text = Attack, step = "<i>step</i>", feedback = "<u>code</u>" })));
        using HttpClient browser = await site.AdministratorAsync();
        long id = (await site.Services.GetRequiredService<FeedbackStore>().FindByCodeAsync("<u>code</u>"))!.Id;
        foreach (string path in new[] { "/feedback", $"/feedback/{id}" })
        {
            var page = await browser.PageAsync(path);
            Assert.Contains(Attack[..20], page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("main script, main img, main i:not([class]), main u"));
        }
    }

    [Fact]
    public async Task A_mark_is_made_by_the_page_and_undone()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        await TellAsync(site, Said("one", "n1", """{"text":"The hall was dirty"}"""));
        using HttpClient browser = await site.AdministratorAsync();
        var page = await browser.PageAsync("/feedback");
        var done = page.QuerySelector("button[aria-keyshortcuts=e]")!;
        string action = done.Closest("form")!.GetAttribute("action")!;
        string token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using HttpResponseMessage marked = await browser.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("state", "done"), new("back", "//evil.example/feedback")]));
        string lands = marked.Headers.Location?.ToString() ?? marked.RequestMessage!.RequestUri!.PathAndQuery;
        Assert.StartsWith("/feedback?done=done", lands, StringComparison.Ordinal);
        var after = await browser.PageAsync(lands);
        Assert.NotNull(after.QuerySelector(".flash form"));
        Assert.Empty(after.QuerySelectorAll("button[aria-keyshortcuts=e]"));
        using HttpResponseMessage undone = await browser.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("state", "new"), new("back", "/feedback")]));
        Assert.Single((await browser.PageAsync("/feedback")).QuerySelectorAll("button[aria-keyshortcuts=e]"));
    }

    [Fact]
    public async Task A_case_is_opened_for_it_once_and_outlives_a_rebuild()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        await TellAsync(site, Said("one", "n1", """{"kind":"complaint","text":"Nobody called me back, I am furious"}"""));
        using HttpClient browser = await site.AdministratorAsync();
        long id = (await site.Services.GetRequiredService<FeedbackStore>().FindByCodeAsync("one"))!.Id;
        var page = await browser.PageAsync($"/feedback/{id}");
        string action = page.QuerySelector("form[action$='/case']")!.GetAttribute("action")!;
        string token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(TriageState.New, await site.Services.GetRequiredService<FeedbackStore>().MarkAsync(id, TriageState.Done, UnitScope.Everything));
        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage opened = await browser.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
            Assert.Contains("/feedback/cases/", opened.Headers.Location?.ToString() ?? opened.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
        }

        await site.Services.GetRequiredService<ILogSubscribers>().RebuildAsync("feedback.items");
        string code = (await site.Services.GetRequiredService<FeedbackStore>().FindByCodeAsync("one"))!.CaseCode!;
        Assert.Equal([code], (await site.Services.GetRequiredService<ICases>().PageAsync(new(UnitScope.Everything), null, 10)).Select(c => c.Code));
        Assert.Equal(TriageState.Done, (await site.Services.GetRequiredService<FeedbackStore>().FindByCodeAsync("one"))!.State);
        Assert.NotNull((await browser.PageAsync($"/feedback/{id}")).QuerySelector($"main a[href='/feedback/cases/{code}']"));
        Assert.Equal(1, (await site.EventsAsync()).Count(e => e.Name == "Case Opened"));
    }

    [Theory]
    [InlineData("?state=lost")]
    [InlineData("?kind=7")]
    [InlineData("?urgency=never")]
    [InlineData("?sentiment=angry")]
    [InlineData("?topic=nothing")]
    [InlineData("?from=tomorrow")]
    [InlineData("?limit=0")]
    [InlineData("?before=-1")]
    [InlineData("?nothing=1")]
    public async Task What_the_API_cannot_read_is_named(string query)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        using HttpResponseMessage answer = await caller.GetAsync("/api/feedback" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static NewEvent Said(string id, string? unit, string attributes, string name = "Feedback Received") => new()
    {
        Source = "test", Id = id, Name = name, Time = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), Unit = unit, Objects = [new("customer", "c1")], Attributes = attributes,
    };

    private static async Task TellAsync(CaptureSite site, params NewEvent[] told)
    {
        await site.Log.AppendAsync(told);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
    }

    private static async Task<Dictionary<string, JsonElement>> ListAsync(HttpClient caller, string query = "")
        => (await caller.GetFromJsonAsync<JsonElement>("/api/feedback" + query)).GetProperty("feedback").EnumerateArray().ToDictionary(f => f.GetProperty("code").GetString()!, f => f, StringComparer.Ordinal);

    private static string Word(JsonElement told, string name) => told.GetProperty(name).GetString() ?? "";
}
