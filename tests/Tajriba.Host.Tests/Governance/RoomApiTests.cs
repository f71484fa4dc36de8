using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Culture.Pulse;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Charges;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Initiatives;
using Tajriba.Organization.Governance.Policies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Processes.Inventory;
using Tajriba.Organization.Strategy;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Organization.Strategy.Map;

namespace Tajriba.Host.Tests.Governance;

/// <summary>What programs read of governance, processes, strategy, leadership and culture: the same as the caller sees on the pages, and no more.</summary>
public sealed class RoomApiTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Governance_is_read_with_what_is_late_and_who_has_read(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        GovernanceBook book = site.Services.GetRequiredService<GovernanceBook>();
        await book.AddAsync(RecordKind.Body, "B", new Body("North", BodyKind.Council, "n1", "", ["one"], Cadence.Monthly, [new(7, Seat.Chair)]), null);
        await book.AddAsync(RecordKind.Body, "B", new Body("South", BodyKind.Team, "s1", "", [], Cadence.Weekly, []), null);
        await book.AddAsync(RecordKind.Decision, "D", new Decision("B-1", "Answer at night?", ["yes", "no"], 7, Today.AddDays(-3)), null);
        await book.AddAsync(RecordKind.Decision, "D", new Decision("B-2", "Elsewhere?", [], null, null), null);
        await book.AddAsync(RecordKind.Initiative, "I", new Initiative("Nights", "", "n1", 7, 100, 20) { Milestones = [new("Staff", Today.AddDays(-1))], Benefits = [new("nothing-such", "n1", "s1", 0.1, Today)], State = InitiativeState.Running }, null);
        await book.AddAsync(RecordKind.Policy, "L", new Policy("Greeting", "Greet.", "n1", 1, Today), null);
        await book.SaveAsync(RecordKind.Charge, "decision:D-1", 0, new Assignment([new(7, Charge.Responsible)]), null);
        long reader = await site.AddPersonAsync(BuiltInRoles.Manager, "n1");
        await site.Services.GetRequiredService<AcknowledgementStore>().AddAsync("L-1", 1, reader);

        using HttpClient manager = await site.CallerAsync(BuiltInRoles.Manager, "n1");
        JsonElement decision = Assert.Single((await ReadAsync(manager, "/api/governance/decisions")).GetProperty("decisions").EnumerateArray());
        Assert.Equal(("D-1", 1, true, "Open"), (decision.GetProperty("code").GetString(), decision.GetProperty("version").GetInt32(), decision.GetProperty("isLate").GetBoolean(), decision.GetProperty("state").GetString()));
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(manager, "/api/governance/decisions/D-1")).GetProperty("effect").ValueKind);
        Assert.Equal("North", Assert.Single((await ReadAsync(manager, "/api/governance/bodies")).GetProperty("bodies").EnumerateArray()).GetProperty("name").GetString());
        JsonElement policy = Assert.Single((await ReadAsync(manager, "/api/governance/policies")).GetProperty("policies").EnumerateArray());
        Assert.Equal(1, policy.GetProperty("acknowledged").GetInt32());
        Assert.InRange(policy.GetProperty("readers").GetInt32(), 2, 10);
        JsonElement initiative = await ReadAsync(manager, "/api/governance/initiatives/I-1");
        Assert.True(initiative.GetProperty("isLate").GetBoolean());
        Assert.Equal(JsonValueKind.Null, initiative.GetProperty("benefits")[0].GetProperty("net").ValueKind);
        JsonElement row = (await ReadAsync(manager, "/api/governance/charges")).GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("key").GetString() == "decision:D-1");
        Assert.Contains("NoAccountable", row.GetProperty("faults").EnumerateArray().Select(f => f.GetString()));
        foreach (string list in (string[])["actions", "conflicts", "meetings", "initiatives", "owners"])
        {
            Assert.Equal(JsonValueKind.Array, (await ReadAsync(manager, "/api/governance/" + list)).GetProperty(list).ValueKind);
        }

        // What belongs to units of others is as if it were not there, and what nobody knows is refused.
        foreach ((string path, HttpStatusCode status) in new[] { ("decisions/D-2", HttpStatusCode.NotFound), ("decisions/D-9", HttpStatusCode.NotFound), ("initiatives/I-9", HttpStatusCode.NotFound), ("decisions?unit=n1", HttpStatusCode.BadRequest) })
        {
            using HttpResponseMessage refused = await manager.GetAsync(new Uri("/api/governance/" + path, UriKind.Relative));
            Assert.Equal((status, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        }

        using HttpClient stranger = site.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(new Uri("/api/governance/bodies", UriKind.Relative))).StatusCode);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Processes_and_strategy_are_read(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await site.Services.GetRequiredService<ProcessBook>().AddAsync(ProcessBook.Kind, ProcessBook.Prefix, new Process("Delivery", ProcessKind.Core, null, "order", "parcel", ["ERP"], []) { Feasibility = 4 }, null);
        StrategyBook strategy = site.Services.GetRequiredService<StrategyBook>();
        foreach (string name in (string[])["Fast", "Loyal"])
        {
            await strategy.AddAsync(StrategyBook.Objective, StrategyBook.Prefix, new Objective(name, "customer", null, "", null), null);
        }

        await strategy.SaveAsync(StrategyBook.Links, StrategyBook.Only, 0, new LinkList([new("S-1", "S-2", 1, "Who need not wait comes back.")]).Among(strategy.All<Objective>(StrategyBook.Objective).Select(o => o.Code).ToHashSet(StringComparer.Ordinal)), null);

        using HttpClient caller = await site.CallerAsync();
        JsonElement process = (await ReadAsync(caller, "/api/processes")).GetProperty("processes")[0];
        string code = process.GetProperty("code").GetString()!;
        Assert.Equal(("Delivery", "ERP"), (process.GetProperty("name").GetString(), process.GetProperty("systems")[0].GetString()));
        Assert.Empty((await ReadAsync(caller, "/api/processes/" + code)).GetProperty("relations").EnumerateArray());
        Assert.NotEmpty((await ReadAsync(caller, "/api/processes/ranking")).GetProperty("warning").GetString()!);
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.GetAsync(new Uri("/api/processes/ranking?outcome=nothing", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync(new Uri("/api/processes/R-99", UriKind.Relative))).StatusCode);

        Assert.Equal("", (await ReadAsync(caller, "/api/strategy")).GetProperty("organization").GetProperty("vision").GetString());
        JsonElement map = await ReadAsync(caller, "/api/strategy/map");
        Assert.Equal(["Fast", "Loyal"], map.GetProperty("objectives").EnumerateArray().Select(o => o.GetProperty("name").GetString()));
        Assert.Equal(4, map.GetProperty("perspectives").GetArrayLength());
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Leadership_and_culture_are_read_and_hold_back_what_the_pages_hold_back(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        LeadershipBook leaders = site.Services.GetRequiredService<LeadershipBook>();
        await leaders.AddAsync(LeadershipKind.Leader, "L", new Leader(1, "Everything", null, new(2026, 1, 1), 4), null);
        await leaders.AddAsync(LeadershipKind.Commitment, "C", new Commitment("L-1", "Call ten customers", Today.AddDays(-30), Today.AddDays(-1)), null);
        await leaders.AddAsync(LeadershipKind.Candidate, "K", new Candidate("Call back", null, null, 10, 900, 4), null);
        await leaders.AddAsync(LeadershipKind.Candidate, "K", new Candidate("A new hall", null, null, 10_000, 900, 4), null);

        CultureBook book = site.Services.GetRequiredService<CultureBook>();
        PulseStore store = site.Services.GetRequiredService<PulseStore>();
        var round = new Round("Autumn", [.. QuestionLibrary.Own.Take(2)], Today.AddDays(-20), Today.AddDays(-5));
        string code = await book.AddAsync(CultureKind.Round, "P", round, null);
        await store.AnswerAsync(code, round, [.. Enumerable.Range(1, 14).Select(p => new PulseAnswer(p, p <= 8 ? "n1" : p <= 12 ? "s1" : ShownUnits.Whole, round.Questions.ToDictionary(q => q.Key, _ => 3)))]);
        await using (AsyncServiceScope scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PulseCloser>().RunAsync(CancellationToken.None);
        }

        using HttpClient caller = await site.CallerAsync();
        JsonElement card = (await ReadAsync(caller, "/api/leadership/leaders/L-1")).GetProperty("commitments");
        Assert.Equal((1, 0.0, false), (card.GetProperty("overdue").GetInt32(), card.GetProperty("share").GetProperty("value").GetDouble(), card.GetProperty("isEnough").GetBoolean()));
        Assert.True((await ReadAsync(caller, "/api/leadership/commitments")).GetProperty("commitments")[0].GetProperty("isOverdue").GetBoolean());
        JsonElement plan = await ReadAsync(caller, "/api/leadership/portfolio?budget=50");
        Assert.Equal(["Call back"], plan.GetProperty("initiatives").EnumerateArray().Where(i => i.GetProperty("isChosen").GetBoolean()).Select(i => i.GetProperty("title").GetString()));
        foreach (string bad in (string[])["budget=x", "by=luck", "with=K-9", "other=1"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await caller.GetAsync(new Uri("/api/leadership/portfolio?" + bad, UriKind.Relative))).StatusCode);
        }

        JsonElement pulse = await ReadAsync(caller, "/api/culture/pulses/" + code);
        Assert.Equal([null, "n1"], pulse.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("unit").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(50.0, pulse.GetProperty("units")[0].GetProperty("indices").GetProperty("belief").GetProperty("value").GetDouble());
        Assert.Equal(14, (await ReadAsync(caller, "/api/culture/pulses")).GetProperty("pulses")[0].GetProperty("answers").GetInt32());
        foreach (string list in (string[])["paths", "rituals"])
        {
            Assert.Equal(JsonValueKind.Array, (await ReadAsync(caller, "/api/culture/" + list)).GetProperty(list).ValueKind);
        }

        Assert.Empty((await ReadAsync(caller, "/api/culture/wall?limit=5")).GetProperty("notes").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.GetAsync(new Uri("/api/culture/wall?limit=0", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync(new Uri("/api/culture/pulses/P-9", UriKind.Relative))).StatusCode);

        // Another unit's manager sees the whole, and nothing of the north.
        using HttpClient south = await site.CallerAsync(BuiltInRoles.Manager, "s1");
        Assert.Equal([null], (await ReadAsync(south, "/api/culture/pulses/" + code)).GetProperty("units").EnumerateArray().Select(u => u.GetProperty("unit").GetString()));
    }

    private static Task<JsonElement> ReadAsync(HttpClient caller, string path) => caller.GetFromJsonAsync<JsonElement>(path);
}
