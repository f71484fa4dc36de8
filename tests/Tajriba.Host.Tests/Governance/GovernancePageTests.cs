using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Organization.Governance.Actions;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Conflicts;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Meetings;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Policies;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Host.Tests.Governance;

/// <summary>Governance on its pages: what is written down, by whom, put back, and told to the log.</summary>
public sealed class GovernancePageTests
{
    [Fact]
    public async Task A_body_is_formed_and_decides_and_every_step_can_be_put_back()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        GovernanceBook book = site.Services.GetRequiredService<GovernanceBook>();
        string agent = (await site.AddPersonAsync(BuiltInRoles.Agent, "n1")).ToString();
        string to = await PostAsync(browser, "/governance/bodies", "/governance/bodies/deeds/add", ("name", "شورا"), ("is", "Council"), ("unit", ""), ("cadence", "Monthly"), ("rights", "one\ntwo"));
        Assert.StartsWith("/governance/bodies/B-1?done=saved", to, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], book.Find<Body>(RecordKind.Body, "B-1")!.Value.Rights);
        await PostAsync(browser, "/governance/bodies/B-1", "/governance/bodies/B-1/seat", ("person", agent), ("seat", "Chair"), ("seen", "1"));
        Assert.Equal(agent, book.Find<Body>(RecordKind.Body, "B-1")!.Value.Chair.ToString());
        Assert.Contains("wrong=meanwhile", await PostAsync(browser, "/governance/bodies/B-1", "/governance/bodies/B-1/seat", ("person", agent), ("seat", "Member"), ("seen", "1")), StringComparison.Ordinal);
        await PostAsync(browser, "/governance/bodies/B-1", "/governance/undo", ("kind", "body"), ("record", "B-1"), ("version", "2"), ("back", "/governance/bodies/B-1"));
        Assert.Empty(book.Find<Body>(RecordKind.Body, "B-1")!.Value.Members);

        await PostAsync(browser, "/governance/decisions", "/governance/decisions/deeds/add", ("body", "B-1"), ("question", "Answer at night?"), ("options", "yes\nno"), ("due", "۱۴۰۵/۰۹/۱۰"));
        Assert.Equal(new DateOnly(2026, 12, 1), book.Find<Decision>(RecordKind.Decision, "D-1")!.Value.DueOn);
        await PostAsync(browser, "/governance/decisions/D-1", "/governance/decisions/D-1/evidence", ("title", "Index"), ("path", "/indicators/csi?unit=n1"), ("seen", "1"));
        foreach (string foreign in (string[])["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "/\\elsewhere.example"])
        {
            Assert.Contains("wrong=path", await PostAsync(browser, "/governance/decisions/D-1", "/governance/decisions/D-1/evidence", ("title", "x"), ("path", foreign), ("seen", "2")), StringComparison.Ordinal);
        }

        await PostAsync(browser, "/governance/decisions/D-1", "/governance/decisions/D-1/decide", ("chosen", "Yes."), ("on", "2026-11-20"), ("review", "2027-02-20"), ("seen", "2"));
        Decision decided = book.Find<Decision>(RecordKind.Decision, "D-1")!.Value;
        Assert.Equal((DecisionState.Decided, "/indicators/csi?unit=n1"), (decided.State, Assert.Single(decided.Evidence).Path));
        LoggedEvent made = Assert.Single(await site.EventsAsync(), e => e.Name == DecisionFacts.Made);
        Assert.Contains("D-1", made.Attributes, StringComparison.Ordinal);

        // What was just written down and is put back leads to the list.
        string added = await PostAsync(browser, "/governance/decisions", "/governance/decisions/deeds/add", ("body", "B-1"), ("question", "By mistake?"));
        Assert.Contains("/governance/decisions/D-2", added, StringComparison.Ordinal);
        Assert.StartsWith("/governance/decisions?done=undone", await PostAsync(browser, "/governance/decisions", "/governance/undo", ("kind", "decision"), ("record", "D-2"), ("version", "1"), ("back", "/governance/decisions/D-2")), StringComparison.Ordinal);
        Assert.Null(book.Find<Decision>(RecordKind.Decision, "D-2"));
    }

    [Fact]
    public async Task A_conflict_waits_for_who_leads_the_body_with_which_it_lies()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        GovernanceBook book = site.Services.GetRequiredService<GovernanceBook>();
        long first = await site.AddPersonAsync(BuiltInRoles.Manager, "n1"), second = await site.AddPersonAsync(BuiltInRoles.Manager, "n1");
        foreach (long chair in (long[])[first, second])
        {
            await book.AddAsync(RecordKind.Body, "B", new Body("Council", BodyKind.Council, "n1", "", [], Cadence.Monthly, [new(chair, Seat.Chair)]), null);
        }

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var conflict = new Conflict("B-1", "Who answers at night", "Sales and care", null, today.AddDays(-20), today.AddDays(5));
        await book.AddAsync(RecordKind.Conflict, "C", conflict, null);
        Assert.Equal(["Who answers at night", ""], await SaidAsync());
        await book.SaveAsync(RecordKind.Conflict, "C-1", 1, conflict with { DueOn = today.AddDays(9) }, null);
        Assert.Equal(["", ""], await SaidAsync());

        // It could not be settled in time and was handed on.
        await book.SaveAsync(RecordKind.Conflict, "C-1", 2, conflict with { Body = "B-2", DueOn = today.AddDays(-3) }, null);
        Assert.Equal(["", "hand it on"], await SaidAsync());
        await book.SaveAsync(RecordKind.Conflict, "C-1", 3, conflict with { Owner = first, SettledOn = today }, null);
        Assert.Equal(["", ""], await SaidAsync());

        async Task<string[]> SaidAsync()
        {
            var said = new List<string>();
            foreach (long chair in (long[])[first, second])
            {
                using HttpClient browser = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
                browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
                await site.SignInAsync(browser, chair);
                string text = (await browser.PageAsync("/")).QuerySelector("main")!.TextContent;
                said.Add(text.Contains("hand it on", StringComparison.Ordinal) ? "hand it on" : text.Contains("Who answers at night", StringComparison.Ordinal) ? "Who answers at night" : "");
            }

            return [.. said];
        }
    }

    [Fact]
    public async Task What_has_no_owner_is_counted_until_somebody_answers_for_it()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        string agent = (await site.AddPersonAsync(BuiltInRoles.Agent, "n1")).ToString();
        IDocument before = await browser.PageAsync("/governance/owners?of=none");
        int without = before.QuerySelectorAll("main tbody tr").Length;
        Assert.Contains(before.QuerySelectorAll("main form input[name=key]"), i => i.GetAttribute("value") == GovernedKind.Whole);
        await PostAsync(browser, "/governance/owners", "/governance/owners/save", ("key", GovernedKind.Whole), ("person", agent), ("seen", "0"), ("of", "none"));
        Assert.Equal(without - 1, (await browser.PageAsync("/governance/owners?of=none")).QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("wrong=what", await PostAsync(browser, "/governance/owners", "/governance/owners/save", ("key", "journey:999"), ("person", agent), ("seen", "0")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_asks_again_after_each_edition_and_only_what_holds_is_acknowledged()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        AcknowledgementStore store = site.Services.GetRequiredService<AcknowledgementStore>();
        await PostAsync(browser, "/governance/policies", "/governance/policies/deeds/add", ("title", "Answers"), ("text", "Within a day."), ("unit", ""));
        Assert.Contains("wrong=meanwhile", await PostAsync(browser, "/governance/policies/L-1", "/governance/policies/L-1/acknowledge", ("edition", "0")), StringComparison.Ordinal);
        await PostAsync(browser, "/governance/policies/L-1", "/governance/policies/L-1/save", ("title", "Answers"), ("text", "Within a day."), ("unit", ""), ("seen", "1"));
        await PostAsync(browser, "/governance/policies/L-1", "/governance/policies/L-1/acknowledge", ("edition", "1"));
        await PostAsync(browser, "/governance/policies/L-1", "/governance/policies/L-1/acknowledge", ("edition", "1"));
        Assert.Single(await store.ListAsync());
        Assert.Single(await site.EventsAsync(), e => e.Name == AcknowledgementStore.EventName);

        // An agent of a branch reads what holds for the organization, and may not change it.
        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        await PostAsync(manager, "/governance/policies/L-1", "/governance/policies/L-1/acknowledge", ("edition", "1"));
        Assert.Equal(2, (await store.ListAsync()).Count);
        await PostAsync(browser, "/governance/policies/L-1", "/governance/policies/L-1/save", ("title", "Answers"), ("text", "Within an hour."), ("unit", ""), ("seen", "2"));
        Assert.Contains("wrong=meanwhile", await PostAsync(manager, "/governance/policies/L-1", "/governance/policies/L-1/acknowledge", ("edition", "1")), StringComparison.Ordinal);
        Assert.NotNull((await manager.PageAsync("/governance/policies/L-1")).QuerySelector("form[action$=acknowledge]"));
    }

    [Fact]
    public async Task An_agenda_is_made_of_what_is_open_kept_when_the_meeting_is_held_and_actions_are_carried_over()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        GovernanceBook book = site.Services.GetRequiredService<GovernanceBook>();
        long agent = await site.AddPersonAsync(BuiltInRoles.Agent, "n1");
        string body = await book.AddAsync(RecordKind.Body, "B", new Body("Council", BodyKind.Council, null, "", [], Cadence.Monthly, [new(agent, Seat.Chair)]), null);
        await book.AddAsync(RecordKind.Decision, "D", new Decision(body, "Answer at night?", [], null, null), null);
        await PostAsync(browser, "/governance/conflicts", "/governance/conflicts/deeds/add", ("body", body), ("what", "Who answers?"), ("due", "2026-12-10"));
        await PostAsync(browser, "/governance/meetings", "/governance/meetings/deeds/add", ("body", body), ("at", "2026-12-01 10:00"), ("topics", "Report"));
        string text = (await browser.PageAsync("/governance/meetings/M-1")).QuerySelector("main")!.TextContent;
        Assert.All(["Answer at night?", "Who answers?", "Report"], t => Assert.Contains(t, text, StringComparison.Ordinal));

        await PostAsync(browser, "/governance/meetings/M-1", "/governance/actions/deeds/add", ("body", body), ("meeting", "M-1"), ("what", "Ask the night shift"), ("owner", agent.ToString()), ("due", "2026-12-05"));
        await PostAsync(browser, "/governance/meetings/M-1", "/governance/meetings/M-1/hold", ("minutes", "Talked."), ("attended", agent.ToString()), ("seen", "1"));
        Meeting held = book.Find<Meeting>(RecordKind.Meeting, "M-1")!.Value;
        Assert.Equal([AgendaPart.Actions, AgendaPart.Decisions, AgendaPart.Conflicts, AgendaPart.Topics], held.Agenda.Select(a => a.Part));
        Assert.Single(await site.EventsAsync(), e => e.Name == "Meeting Held");

        // What is settled since then stays on the agenda of the meeting that was held, and not on the next.
        await PostAsync(browser, "/governance/conflicts", "/governance/conflicts/C-1/settle", ("text", "Both."), ("seen", "1"));
        await PostAsync(browser, "/governance/meetings", "/governance/meetings/deeds/add", ("body", body), ("at", "2027-01-01 10:00"));
        text = (await browser.PageAsync("/governance/meetings/M-2")).QuerySelector("main")!.TextContent;
        Assert.Contains("Ask the night shift", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who answers?", text, StringComparison.Ordinal);
        Assert.Contains("Who answers?", (await browser.PageAsync("/governance/meetings/M-1")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await PostAsync(browser, "/governance/meetings", "/governance/actions/A-1/done", ("seen", "1"));
        Assert.False(book.Find<ActionItem>(RecordKind.Action, "A-1")!.Value.IsOpen);
        Assert.DoesNotContain("Ask the night shift", (await browser.PageAsync("/governance/meetings/M-2")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_manages_a_unit_decides_there_and_nowhere_else()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        GovernanceBook book = site.Services.GetRequiredService<GovernanceBook>();
        string own = await book.AddAsync(RecordKind.Body, "B", new Body("Ours", BodyKind.Team, "n1", "", [], Cadence.Weekly, []), null);
        string all = await book.AddAsync(RecordKind.Body, "B", new Body("Everybody's", BodyKind.Council, null, "", [], Cadence.Weekly, []), null);
        string foreign = await book.AddAsync(RecordKind.Body, "B", new Body("Theirs", BodyKind.Team, "s1", "", [], Cadence.Weekly, []), null);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("governs", new("Governs"), ["governance.view", "governance.manage"]));
        using HttpClient browser = await site.BrowserOfAsync("governs", "n1");
        string text = (await browser.PageAsync("/governance/bodies")).QuerySelector("main table")!.TextContent;
        Assert.Contains("Ours", text, StringComparison.Ordinal);
        Assert.Contains("Everybody's", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Theirs", text, StringComparison.Ordinal);
        Assert.Contains("done=saved", await PostAsync(browser, "/governance/bodies", "/governance/decisions/deeds/add", ("body", own), ("question", "Here?")), StringComparison.Ordinal);
        string token = (await browser.PageAsync("/governance/bodies")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (string body in new[] { all, foreign })
        {
            using HttpResponseMessage answer = await browser.PostAsync("/governance/decisions/deeds/add", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("body", body), new("question", "There?")]));
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static Task<string> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) => IndicatorPageTests.PostAsync(browser, page, action, fields);
}
