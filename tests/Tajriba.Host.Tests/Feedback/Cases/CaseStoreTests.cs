using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Host.Tests.Messages;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Host.Tests.Feedback.Cases;

/// <summary>Cases are kept moment by moment, told to the log, and seen by whom they concern.</summary>
public sealed class CaseStoreTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Of_two_who_act_at_once_one_is_told_and_the_log_hears_what_counts(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        ICases cases = site.Services.GetRequiredService<ICases>();
        var begun = new NewCase("The bus was late", "n1", CasePriority.High) { Item = 64, SubjectType = "customer", SubjectId = "c1", By = 1 };
        Case[] opened = await Task.WhenAll(cases.OpenAsync(begun), cases.OpenAsync(begun));
        Assert.Equal(opened[0].Code, opened[1].Code);
        string code = opened[0].Code;
        Assert.Equal(10, code.Length);

        CaseFault?[] taken = await Task.WhenAll(
            cases.DoAsync(code, new CaseMoment.Assigned(DateTimeOffset.UtcNow.AddSeconds(1), 1, 1), 1), cases.DoAsync(code, new CaseMoment.Assigned(DateTimeOffset.UtcNow.AddSeconds(1), 2, 2), 1));
        Assert.Single(taken, f => f is null);
        Assert.Single(taken, f => f == CaseFault.Meanwhile);
        DateTimeOffset later = DateTimeOffset.UtcNow.AddSeconds(5);
        Assert.Equal(CaseFault.NeedsAnswer, await cases.DoAsync(code, new CaseMoment.Resolved(later, 1, "late", "Another bus")));
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Answered(later, 1, "We are sorry, secretly", null)));
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Resolved(later, 1, "late", "Another bus")));
        Assert.Null(await cases.DoAsync(code, new CaseMoment.Replied(later, "Late again")));
        Assert.Equal(CaseFault.NotOpened, await cases.DoAsync("0000000000", new CaseMoment.Closed(later, 1)));

        KeptCase kept = (await cases.FindAsync(code))!;
        Assert.Equal((CaseState.Open, 5, 1, "late"), (kept.Case.State, kept.Version, kept.Case.Reopenings, kept.Case.Cause));
        IReadOnlyList<LoggedEvent> facts = [.. (await site.EventsAsync()).Where(e => e.Name.StartsWith("Case ", StringComparison.Ordinal))];
        Assert.Equal(["Case Opened", "Case Assigned", "Case Answered", "Case Resolved", "Case Reopened"], facts.Select(f => f.Name));
        Assert.All(facts, f => Assert.Equal(("customer", "c1", "n1"), (f.Objects[0].Type, f.Objects[0].Id, f.Unit)));
        Assert.DoesNotContain(facts, f => f.Attributes!.Contains("secretly", StringComparison.Ordinal));
        JsonElement answered = JsonSerializer.Deserialize<JsonElement>(facts[2].Attributes!);
        Assert.True(answered.GetProperty("goal").GetProperty("answer").GetProperty("kept").GetBoolean());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_list_pages_through_all_next_due_first_within_the_scope(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        ICases cases = site.Services.GetRequiredService<ICases>();
        for (int i = 0; i < 7; i++)
        {
            await cases.OpenAsync(new("Number " + i, i % 3 == 0 ? "s1" : "n1", (CasePriority)(i % 4)));
        }

        var seen = new List<CaseRow>();
        var filter = new CaseFilter(UnitScope.Of(["n1"]));
        while (await cases.PageAsync(filter, seen.Count == 0 ? null : CaseCursor.Parse(seen[^1].Cursor.ToString()), 2) is { Count: > 0 } page)
        {
            seen.AddRange(page);
        }

        Assert.Equal(4, seen.Select(r => r.Code).Distinct().Count());
        Assert.All(seen, r => Assert.Equal("n1", r.Unit));
        Assert.Equal(seen.OrderBy(r => r.Due ?? DateTimeOffset.MaxValue).Select(r => r.Code), seen.Select(r => r.Code));
        Assert.Equal(7, (await cases.PageAsync(new(UnitScope.Everything) { IsUnassigned = true }, null, 50)).Count);
        Assert.Empty(await cases.PageAsync(new(UnitScope.Everything) { Handler = 1 }, null, 50));
        Assert.Empty(await cases.PageAsync(new(UnitScope.Nothing), null, 50));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task An_answer_and_its_message_commit_together_or_not_at_all(DatabaseProvider provider)
    {
        await using MessageSite site = await MessageSite.OpenAsync(provider);
        await site.KnowAsync("c1");
        ICases cases = site.Site.Services.GetRequiredService<ICases>();
        string code = (await cases.OpenAsync(new("خدمات کند بود", "n1", CasePriority.Normal) { SubjectType = "customer", SubjectId = "c1", Language = "fa" })).Code;
        DateTimeOffset later = DateTimeOffset.UtcNow.AddSeconds(5);
        var answer = new CaseMoment.Answered(later, 1, "پوزش می‌خواهیم {link}", null);
        AnswerOutcome[] written = await Task.WhenAll(cases.WriteAsync(code, answer, "Re: x", 1), cases.WriteAsync(code, answer, "Re: x", 1));
        Assert.Single(written, o => o is { Fault: null, NotSent: null });
        Assert.Single(written, o => o.Fault == CaseFault.Meanwhile);
        long message = Assert.Single((await cases.FindAsync(code))!.Case.Moments.OfType<CaseMoment.Answered>()).Message!.Value;
        MessageRecord sent = await site.UntilAsync(message, MessageState.Sent);
        Assert.Equal(("c1@example.com", "Re: x", true), (sent.Address, sent.Content!.Subject, sent.Content.Plain.StartsWith("پوزش می‌خواهیم {link}\n\nhttp", StringComparison.Ordinal) && sent.Content.Plain.TrimEnd().EndsWith("/c/" + code, StringComparison.Ordinal)));
        Assert.Single(await site.Site.EventsAsync(), e => e.Name == "Message Sent");

        Assert.Equal(new AnswerOutcome(CaseFault.NeedsText), await cases.WriteAsync(code, answer with { Text = "  " }, "Re: x"));
        Assert.Equal(new AnswerOutcome(CaseFault.NotOpened), await cases.WriteAsync("0000000000", answer, "Re: x"));
        foreach ((string? type, string? id) in new[] { ((string?)"customer", (string?)"stranger"), (null, null) })
        {
            string other = (await cases.OpenAsync(new("Slow", "n1", CasePriority.Normal) { SubjectType = type, SubjectId = id })).Code;
            Assert.Equal(new AnswerOutcome(null, SuppressionReasons.NoAddress), await cases.WriteAsync(other, answer, "Re: x"));
            Assert.Equal(1, (await cases.FindAsync(other))!.Version);
        }
    }

    [Fact]
    public async Task A_case_is_opened_answered_and_resolved_on_its_page_and_nobody_of_another_unit_sees_it()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        string page = (await IndicatorPageTests.PostAsync(browser, "/feedback/cases", "/feedback/cases/deeds/open", [("text", "اتوبوس دیر آمد"), ("unit", "s1"), ("priority", "High"), ("customer", "c9")])).Split('?')[0];
        Assert.Contains("اتوبوس دیر آمد", (await browser.PageAsync("/feedback/cases?view=unassigned")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(page + "?done=take", await DoAsync(browser, page, "take", 1));
        Assert.Equal(page + "?wrong=Meanwhile", await DoAsync(browser, page, "take", 1));
        Assert.Equal(page + "?wrong=NeedsAnswer", await DoAsync(browser, page, "resolve", 2, ("cause", "late"), ("text", "Another bus")));
        Assert.Equal(page + "?wrong=NotSent", await DoAsync(browser, page, "answer", 2, ("text", "We are sorry"), ("by", "message")));
        Assert.Equal("We are sorry", (await browser.PageAsync(page + "?wrong=NotSent")).QuerySelector("#f-answer")!.TextContent);
        Assert.Equal(page + "?done=answer", await DoAsync(browser, page, "answer", 2, ("text", "We are sorry")));
        Assert.Equal("", (await browser.PageAsync(page + "?wrong=NotSent")).QuerySelector("#f-answer")!.TextContent);
        Assert.Equal(page + "?done=resolve", await DoAsync(browser, page, "resolve", 3, ("cause", "late"), ("text", "Another bus")));
        IDocument shown = await browser.PageAsync(page);
        Assert.Contains("We are sorry", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector("form[action$='/reopen']"));
        Assert.Contains("اتوبوس", (await browser.PageAsync("/feedback/cases?view=done")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), ["feedback.view"]));
        using HttpClient north = await site.BrowserOfAsync("reader", "n1");
        Assert.Equal(HttpStatusCode.NotFound, (await north.GetAsync(page)).StatusCode);
        Assert.DoesNotContain("اتوبوس", (await north.PageAsync("/feedback/cases?view=done")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<string> DoAsync(HttpClient browser, string page, string deed, int seen, params (string Name, string Value)[] fields)
        => IndicatorPageTests.PostAsync(browser, page, $"{page}/{deed}", [("seen", seen.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. fields]);
}
