using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Cases;

/// <summary>The pages of cases: found, paged both ways, answered ready-made, given away, taken back, with what else is known of the customer.</summary>
public sealed class CasePageTests
{
    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [Fact]
    public async Task The_list_is_paged_both_ways_and_a_typed_code_leads_to_its_case()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        ICases cases = site.Services.GetRequiredService<ICases>();
        string last = "";
        for (int i = 0; i < 120; i++)
        {
            last = (await cases.OpenAsync(new("Number " + i, "n1", CasePriority.Normal) { SubjectType = "customer", SubjectId = "c" + (i / 2) })).Code;
        }

        using HttpClient browser = await site.AdministratorAsync();
        IDocument first = await browser.PageAsync("/feedback/cases?sort=newest");
        Assert.Equal("99+", first.QuerySelector(".tabs .tab-count")!.TextContent);
        Assert.Null(first.QuerySelector("a[rel=prev]"));
        IDocument second = await browser.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        IDocument third = await browser.PageAsync(second.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Null(third.QuerySelector("a[rel=next]"));
        Assert.Equal(120, new[] { first, second, third }.SelectMany(Codes).Distinct().Count());
        IDocument back = await browser.PageAsync(third.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(Codes(second), Codes(back));
        Assert.Equal(Codes(first), Codes(await browser.PageAsync(back.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));

        using HttpResponseMessage jump = await browser.GetAsync("/feedback/cases?q=" + Uri.EscapeDataString(last.Insert(5, " ").ToLowerInvariant()));
        Assert.Equal("/feedback/cases/" + last, new Uri(new Uri("http://localhost"), jump.Headers.Location!).AbsolutePath);
        Assert.Equal(2, Codes(await browser.PageAsync("/feedback/cases?q=c7")).Count());
        Assert.NotNull((await browser.PageAsync("/feedback/cases?q=nobody")).QuerySelector(".empty"));

        // Taken from the list, and taken back there.
        string action = first.QuerySelector("tbody form[action$='/take']")!.GetAttribute("action")!;
        string lands = await IndicatorPageTests.PostAsync(browser, "/feedback/cases?sort=newest", action, [("seen", "1"), ("back", "/feedback/cases?sort=newest")]);
        Assert.StartsWith("/feedback/cases?sort=newest&done=take", lands, StringComparison.Ordinal);
        IElement undo = (await browser.PageAsync(lands)).QuerySelector(".flash form")!;
        Assert.Contains("done=undo", await IndicatorPageTests.PostAsync(browser, lands, undo.GetAttribute("action")!, [("seen", undo.QuerySelector("input[name=seen]")!.GetAttribute("value")!)]), StringComparison.Ordinal);
        Assert.Empty(Codes(await browser.PageAsync("/feedback/cases?view=mine")));
        Assert.StartsWith("/feedback/cases/", await IndicatorPageTests.PostAsync(browser, "/feedback/cases", action, [("seen", "3"), ("back", "//evil.example/feedback/cases")]), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Who_is_named_in_a_note_finds_it_at_home_until_it_is_seen(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), [FeedbackPermissions.ViewId, "overview.view"]));
        long named = await site.AddPersonAsync("reader", "n1"), foreign = await site.AddPersonAsync("reader", "s1");
        IPeople people = site.Services.GetRequiredService<IPeople>();
        string name = (await people.FindAsync(named))!.UserName, other = (await people.FindAsync(foreign))!.UserName;
        ICases cases = site.Services.GetRequiredService<ICases>();
        string code = (await cases.OpenAsync(new("Late", "n1", CasePriority.Normal))).Code, page = "/feedback/cases/" + code;
        using HttpClient browser = await site.AdministratorAsync();
        Assert.Equal(page + "?done=note", await DoAsync(browser, page, "note", 1, ("text", $"@{name.ToUpperInvariant()}. please look, @{other} @nobody mail@{name}")));
        Assert.Equal([named], ((CaseMoment.Noted)(await cases.FindAsync(code))!.Case.Moments[^1]).Mentions);
        Assert.Equal(["@" + name.ToUpperInvariant()], (await browser.PageAsync(page)).QuerySelectorAll(".mention").Select(m => m.TextContent));

        using HttpClient reader = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        reader.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await site.SignInAsync(reader, named);
        await site.Log.AppendAsync([Said("one", "n1", "c1", "Anything")]);
        Assert.NotNull((await reader.PageAsync("/")).QuerySelector($"a[href='{page}']"));
        Assert.Equal(page, await IndicatorPageTests.PostAsync(reader, page, page + "/seen", []));
        Assert.Null((await reader.PageAsync("/")).QuerySelector($"a[href='{page}']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(page + "/note", new FormUrlEncodedContent([new("__RequestVerificationToken", (await reader.PageAsync("/preferences")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]))).StatusCode);
    }

    [Fact]
    public async Task An_answer_begins_ready_made_in_the_customers_language()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        const string macros = "/feedback/settings/macros";
        Assert.Contains("done=saved", await IndicatorPageTests.PostAsync(browser, macros, macros + "/save", [("seen", "0"), ("key", "sorry"), ("title-en", "Sorry"), ("text-en", "Dear {customer}"), ("text-fa", "{customer} گرامی، {case} {link} {unit} {due}")]), StringComparison.Ordinal);
        string code = (await site.Services.GetRequiredService<ICases>().OpenAsync(new("دیر شد", "n1", CasePriority.Normal) { SubjectType = "customer", SubjectId = "c9", Language = "fa" })).Code;
        IDocument page = await browser.PageAsync($"/feedback/cases/{code}?macro=sorry");
        string text = page.QuerySelector("#f-answer")!.TextContent;
        Assert.StartsWith($"c9 گرامی، {code} http://localhost/c/{code} ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        Assert.Contains("۱۴", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => c is '\u2066' or '\u2069');
        Assert.Equal("", (await browser.PageAsync($"/feedback/cases/{code}?macro=none")).QuerySelector("#f-answer")!.TextContent);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Around_a_case_stands_what_the_customer_and_others_said(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await site.Log.AppendAsync(
        [
            Said("one", "n1", "c1", "I had to wait far too long and the staff were rude"), Said("same", "n1", "c2", "Rude staff, what a long wait"),
            Said("close", "n1", "c3", "The staff was rude"), Said("other", "n1", "c4", "The invoice is wrong"), Said("far", "s1", "c5", "Rude staff and a long wait"), Said("mine", "n1", "c1", "The tyres are good"),
        ]);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        FeedbackStore store = site.Services.GetRequiredService<FeedbackStore>();
        long one = (await store.FindByCodeAsync("one"))!.Id;
        IReadOnlyList<FeedbackItem> similar = await store.SimilarAsync((await store.FindAsync(one, UnitScope.Everything))!, UnitScope.Everything, 5);
        Assert.Equal(["same", "close"], similar.Select(s => s.Code));
        Assert.Empty(await store.SimilarAsync((await store.FindAsync(one, UnitScope.Everything))!, UnitScope.Of(["s1"]), 5));

        // Words that no topic knows make things similar too, in any spelling; words that all use do not.
        await site.Log.AppendAsync([Said("smell", "n1", "c6", "بوی عجیبی از کولر می‌آید"), Said("smells", "n1", "c7", "بوي عجيبي از كولر ميآيد"), Said("cooler", "n1", "c8", "تابلوی ورودی افتاده است")]);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        Assert.Equal(["smells"], (await store.SimilarAsync((await store.FindByCodeAsync("smell"))!, UnitScope.Everything, 5)).Select(s => s.Code));

        ICases cases = site.Services.GetRequiredService<ICases>();
        string earlier = (await cases.OpenAsync(new("Before", "n1", CasePriority.Normal) { SubjectType = "customer", SubjectId = "c1" })).Code;
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Assert.Null(await cases.DoAsync(earlier, new CaseMoment.Answered(now, 1, "Sorry", null)));
        Assert.Null(await cases.DoAsync(earlier, new CaseMoment.Resolved(now, 1, "late", "Told")));
        using HttpClient browser = await site.AdministratorAsync();
        string page = (await IndicatorPageTests.PostAsync(browser, $"/feedback/{one}", $"/feedback/items/{one}/case", [])).Split('?')[0];
        IDocument shown = await browser.PageAsync(page);
        Assert.Contains("30 days", shown.QuerySelector(".alert-warning")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector($".link-list a[href='/feedback/cases/{earlier}']"));
        foreach (string code in new[] { "same", "close", "mine" })
        {
            Assert.NotNull(shown.QuerySelector($".link-list a[href='/feedback/{(await store.FindByCodeAsync(code))!.Id}']"));
        }

        Assert.NotNull(shown.QuerySelector("a[href^='/customers/'][href$='#journeys']"));
        Assert.NotNull((await browser.PageAsync($"/feedback/{one}")).QuerySelector(".link-list a"));
    }

    [Fact]
    public async Task What_was_done_last_is_taken_back_in_one_step()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        ICases cases = site.Services.GetRequiredService<ICases>();
        using HttpClient browser = await site.AdministratorAsync();
        string code = (await cases.OpenAsync(new("Late", "n1", CasePriority.Normal))).Code, page = "/feedback/cases/" + code;
        string target = (await cases.OpenAsync(new("Late", "n1", CasePriority.Normal))).Code;
        Assert.Equal(page + "?done=take", await DoAsync(browser, page, "take", 1));
        long me = (await cases.FindAsync(code))!.Case.Handler!.Value;
        foreach ((string deed, string field, string value) in new[] { ("move", "unit", "s1"), ("priority", "priority", "Urgent"), ("wait", "for", "ThirdParty"), ("resume", "x", ""), ("merge", "into", target), ("release", "x", "") })
        {
            Case before = (await cases.FindAsync(code))!.Case;
            if (deed == "resume")
            {
                Assert.Equal(page + "?done=wait", await DoAsync(browser, page, "wait", before.Moments.Length, ("for", "Customer")));
                before = (await cases.FindAsync(code))!.Case;
            }

            string lands = await DoAsync(browser, page, deed, before.Moments.Length, (field, value));
            Assert.Equal($"{page}?done={deed}", lands);
            IElement undo = (await browser.PageAsync(lands)).QuerySelector(".flash form[action$='/undo']")!;
            Assert.Equal(page + "?done=undo", await DoAsync(browser, page, "undo", int.Parse(undo.QuerySelector("input[name=seen]")!.GetAttribute("value")!, CultureInfo.InvariantCulture)));
            Case after = (await cases.FindAsync(code))!.Case;
            Assert.Equal(before.Moments.Length + 2, after.Moments.Length); // What is taken back is taken back at once, or not.
            Assert.Equal((before.State, before.Unit, before.Priority, before.Handler, before.WaitsFor), (after.State, after.Unit, after.Priority, after.Handler, after.WaitsFor));
            if (deed == "resume")
            {
                Assert.Equal(page + "?done=resume", await DoAsync(browser, page, "resume", after.Moments.Length));
            }
        }

        Assert.Equal(me, (await cases.FindAsync(code))!.Case.Handler);
        Assert.Null((await browser.PageAsync(page + "?done=note")).QuerySelector(".flash form"));
    }

    private static IEnumerable<string> Codes(IDocument page) => page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]);

    private static Task<string> DoAsync(HttpClient browser, string page, string deed, int seen, params (string Name, string Value)[] fields)
        => IndicatorPageTests.PostAsync(browser, page, $"{page}/{deed}", [("seen", seen.ToString(CultureInfo.InvariantCulture)), .. fields]);

    private static NewEvent Said(string id, string unit, string customer, string text) => new()
    {
        Source = "test", Id = id, Name = "Feedback Received", Time = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), Unit = unit, Objects = [new("customer", customer)],
        Attributes = System.Text.Json.JsonSerializer.Serialize(new { kind = "complaint", text, language = "en" }),
    };
}
