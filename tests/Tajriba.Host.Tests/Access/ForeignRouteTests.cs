using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Problems;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Experience.Surveys;
using Tajriba.Experience.Surveys.Invite;
using Tajriba.Experience.Surveys.Templates;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Leadership.Culture.Rituals;
using Tajriba.Leadership.Maturity;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Leadership.Leadership.Time;
using Tajriba.Leadership.Leadership.Wins;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Plans;
using Tajriba.Leadership.Maturity.Rounds;
using Tajriba.Organization.Governance.Actions;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Conflicts;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Initiatives;
using Tajriba.Organization.Governance.Meetings;
using Tajriba.Organization.Governance.Policies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Reviews;
using Tajriba.Organization.Processes.Inventory;
using Tajriba.Organization.Strategy;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Reading;
using Tajriba.Touchpoints.Capture.Sources;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Touchpoints.Insights;

namespace Tajriba.Host.Tests.Access;

public sealed class SqliteForeignRouteTests(TestSite site) : ForeignRouteTests(site), IClassFixture<TestSite>;

public sealed class PostgresForeignRouteTests(PostgresTestSite site) : ForeignRouteTests(site.Present()), IClassFixture<PostgresTestSite>;

/// <summary>
/// Every address with an id in it, taken from the route table: the id of something in a foreign unit answers 404 to a person
/// who may do everything, but in their own unit only. A new route fails here until it says what its id stands for.
/// </summary>
public abstract class ForeignRouteTests(TestSite site)
{
    /// <summary>Belongs to no unit: whoever has the permission sees all of it.</summary>
    private static readonly string[] OfNoUnit = ["/roles/{Code}", "/surveys/{Key}", "/surveys/{Key}/results", "/surveys/{Key}/responses", "/surveys/{key}/responses.csv", "/surveys/{key}/qr.svg", "/surveys/{key}/definition.json", "/api/surveys/{key}", "/api/surveys/{key}/versions/{version:int}", "/api/surveys/{key}/results", "/api/surveys/{key}/responses", "/maturity/frames/{Key}", "/maturity/frames/{key}/frame.json", "/work-culture/pulse/{Code}", "/work-culture/pulse/{Code}/answer", "/work-culture/learning/{Code}", "/api/culture/pulses/{code}"];

    [SkippableFact]
    public async Task Case31_An_id_of_a_foreign_unit_is_not_found_on_any_route()
    {
        var samples = await SamplesAsync(site);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("everything-here", new("Everything here"), [.. site.Services.GetRequiredService<PermissionCatalog>().All]));
        using var browser = await site.BrowserOfAsync("everything-here", "north");
        await UntilKnownAsync(browser, $"/customers/{samples["customers"].Own}");
        var routes = RouteTableTests.Routes(site)
            .Where(route => RouteTableTests.Permission(route) is not null && route.RoutePattern.Parameters.Count > 0 && RouteTableTests.Allows(route, "GET"))
            .Where(route => !OfNoUnit.Contains(RouteTableTests.Path(route)))
            .ToList();
        Assert.True(routes.Count > 15);
        foreach (var route in routes)
        {
            var path = RouteTableTests.Path(route);
            var room = RoomOf(route);
            Assert.True(samples.TryGetValue(room, out var sample), $"{path}: say here what its id stands for.");
            using var foreign = await browser.GetAsync(Fill(route, sample.Foreign));
            Assert.True(foreign.StatusCode == HttpStatusCode.NotFound, $"{path} with an id of a foreign unit answers {foreign.StatusCode}");
            if (sample.Own is not null && route.RoutePattern.Parameters.Count == 1)
            {
                using var own = await browser.GetAsync(Fill(route, sample.Own));
                Assert.True(own.StatusCode != HttpStatusCode.NotFound, $"{path} with an id of the person's own unit answers {own.StatusCode}");
            }
        }
    }

    [SkippableFact]
    public async Task Case31_Nothing_of_a_foreign_unit_can_be_changed_by_any_route()
    {
        var samples = await SamplesAsync(site);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("everything-here", new("Everything here"), [.. site.Services.GetRequiredService<PermissionCatalog>().All]));
        using var browser = await site.BrowserOfAsync("everything-here", "north");
        await UntilKnownAsync(browser, $"/customers/{samples["customers"].Own}");
        var token = (await browser.PageAsync("/preferences")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // A page's own forms have tests of their own: without the form's name they answer before they look at the id.
        var routes = RouteTableTests.Routes(site)
            .Where(route => RouteTableTests.Permission(route) is not null && route.RoutePattern.Parameters.Count > 0 && route.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            .SelectMany(route => RouteTableTests.Methods(route).Where(method => method != "GET").Select(method => (Route: route, Method: method)))
            .ToList();
        Assert.True(routes.Count > 15);
        foreach (var (route, method) in routes)
        {
            var path = RouteTableTests.Path(route);
            var sample = samples[RoomOf(route)];
            var answers = new List<(HttpStatusCode, string)>();
            foreach (var id in new[] { sample.Foreign, "987654321" })
            {
                using var request = new HttpRequestMessage(new(method), Fill(route, id))
                {
                    Content = path.StartsWith("/api/", StringComparison.Ordinal)
                        ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json")
                        : new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
                };
                using var answer = await browser.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path} with the id {id} answers {answer.StatusCode}");
                answers.Add((answer.StatusCode, Neutral(await answer.Content.ReadAsStringAsync(), Fill(route, id))));
            }

            Assert.Equal(answers[1], answers[0]);
        }
    }

    [SkippableFact]
    public async Task Case31_Ids_of_foreign_units_inside_bodies_are_not_found()
    {
        var samples = await SamplesAsync(site);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("everything-here", new("Everything here"), [.. site.Services.GetRequiredService<PermissionCatalog>().All]));
        using var browser = await site.BrowserOfAsync("everything-here", "north");
        var (own, foreign) = samples["customers"];
        await UntilKnownAsync(browser, $"/customers/{own}");
        var token = (await browser.PageAsync("/preferences")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await using var services = site.Services.CreateAsyncScope();
        var digest = (await services.ServiceProvider.GetRequiredService<DigestStore>().AddAsync(long.Parse(samples["people"].Foreign), null, new(null, ["nps"], null, 8, "f@example.com"))).ToString();
        (string Path, (string, string)[] Fields)[] forms =
        [
            ("/indicators/digests/end", [("id", digest)]),
            ("/indicators/digests/leave", [("id", digest)]),
            ("/customers/identity/decide", [("a", own!), ("b", foreign), ("decision", "same")]),
            ("/customers/identity/decide", [("a", foreign), ("b", foreign), ("decision", "never")]),
            ("/customers/identity/join", [("number", foreign), ("identifier", "customer-n1")]),
            ("/journeys/archive", [("id", samples["journeys"].Foreign)]),
            ("/journeys/restore", [("id", samples["journeys"].Foreign)]),
            ("/import/start", [("id", "1"), ("number", "1")]),
            ("/indicators/definitions/archive", [("key", samples["indicators"].Foreign)]),
            ("/indicators/definitions/restore", [("key", samples["indicators"].Foreign)]),
            ("/indicators/definitions/undo", [("key", samples["indicators"].Foreign)]),
            ("/indicators/definitions/save", [("was", samples["indicators"].Foreign), ("nameEn", "Mine")]),
            ("/webhooks/restore", [("id", samples["webhooks"].Foreign)]),
            ("/messages/gateways/restore", [("id", samples["messages"].Foreign)]),
            ("/messages/gateways/add", [("name", "Mine"), ("channel", "email"), ("kind", "keep")]),
            ("/surveys/programmes/deeds/restore", [("key", samples["surveys"].Foreign)]),
            ("/surveys/programmes/deeds/add", [("name", "Mine"), ("survey", "after-service")]),
            ("/messages/topics/add", [("code", "mine"), ("en", "Mine"), ("fa", "x"), ("ar", "x")]),
            ("/messages/topics/save", [("code", "surveys"), ("en", "Mine"), ("fa", "x"), ("ar", "x")]),
            ("/messages/topics/remove", [("code", "surveys")]),
            ("/attention/rules", [("hoursBetween", "0"), ("timeZone", "UTC")]),
            ("/sources/add", [("name", "Mine"), ("unit", "s1")]),
            ("/feedback/settings/hours/week", [("unit", "s1"), ("seen", "0")]),
            ("/feedback/settings/hours/begin", [("unit", ""), ("seen", "0"), ("plan", "always")]),
            ("/feedback/settings/goals/save", []),
            ("/feedback/settings/escalations/save", []),
            ("/feedback/settings/topics/try", [("key", "mine")]),
            ("/feedback/settings/topics/show", [("key", "price"), ("item", "1")]),
            ("/feedback/settings/topics/publish", [("key", "mine"), ("seen", "0")]),
            ("/feedback/settings/topics/discard", [("key", "mine"), ("seen", "0")]),
            ("/feedback/settings/rules/save", [("key", "mine")]),
            ("/feedback/settings/rules/switch", [("key", "urgent"), ("seen", "0")]),
            ("/feedback/settings/rules/remove", [("key", "mine"), ("seen", "0")]),
            ("/feedback/settings/handlers/save", [("person", "1"), ("seen", "0")]),
            ("/feedback/settings/forms/save", [("key", "mine")]),
            ("/feedback/settings/forms/remove", [("key", "mine"), ("seen", "0")]),
            ("/feedback/settings/macros/save", [("key", "mine")]),
            ("/feedback/settings/macros/remove", [("key", "mine"), ("seen", "0")]),
            ("/feedback/settings/causes/save", [("key", "late")]),
            ("/feedback/settings/undo", [("kind", "hours"), ("key", "s1"), ("version", "1")]),
            ("/feedback/cases/deeds/open", [("unit", "s1"), ("text", "Late"), ("priority", "Normal")]),
            ("/feedback/problems/deeds/open", [("unit", "s1"), ("cause", "late")]),
            ("/feedback/problems/deeds/rules", [("cases", "2"), ("days", "2"), ("again", "2")]),
            ("/governance/bodies/deeds/add", [("name", "Mine"), ("is", "Team"), ("cadence", "Weekly"), ("unit", "s1")]),
            ("/governance/decisions/deeds/add", [("body", samples["governance-bodies"].Foreign), ("question", "Mine?")]),
            ("/governance/conflicts/deeds/add", [("body", samples["governance-bodies"].Foreign), ("what", "Mine"), ("due", "2026-12-01")]),
            ("/governance/meetings/deeds/add", [("body", samples["governance-bodies"].Foreign), ("at", "2026-12-01 10:00")]),
            ("/governance/actions/deeds/add", [("body", samples["governance-bodies"].Foreign), ("what", "Mine"), ("owner", "1"), ("due", "2026-12-01")]),
            ("/governance/policies/deeds/add", [("title", "Mine"), ("text", "Mine"), ("unit", "s1")]),
            ("/governance/initiatives/deeds/add", [("title", "Mine"), ("unit", "s1")]),
            ("/governance/raci/save", [("key", "decision:" + samples["governance-decisions"].Foreign), ("seen", "0")]),
            ("/processes/deeds/add", [("name", "Mine"), ("is", "Core"), ("feasibility", "3"), ("unit", "s1")]),
            ("/processes/deeds/undo", [("record", samples["processes"].Foreign), ("version", "1")]),
            ("/strategy/deeds/direction", [("side", "Organization"), ("vision", "Mine"), ("seen", "0")]),
            ("/strategy/deeds/pillar", [("side", "Experience"), ("name", "Mine"), ("seen", "0")]),
            ("/strategy/deeds/unpillar", [("side", "Experience"), ("code", "P1"), ("seen", "0")]),
            ("/strategy/deeds/restore", [("side", "Experience"), ("version", "1"), ("seen", "0")]),
            ("/strategy/deeds/undo", [("kind", "objective"), ("record", samples["strategy"].Foreign), ("version", "1")]),
            ("/strategy/objectives/deeds/add", [("name", "Mine"), ("perspective", "customer"), ("unit", "s1")]),
            ($"/strategy/objectives/{samples["strategy"].Own}/link", [("effect", samples["strategy"].Foreign), ("lag", "1"), ("seen", "0")]),
            ("/leadership/leaders/deeds/add", [("person", samples["people"].Own!), ("role", "Branch"), ("unit", "s1"), ("since", "2026-01-01"), ("hours", "4")]),
            ("/leadership/commitments/deeds/add", [("leader", samples["leadership-leaders"].Foreign), ("text", "Mine"), ("made", "2026-01-01"), ("due", "2026-12-01")]),
            ("/leadership/time/deeds/add", [("leader", samples["leadership-leaders"].Foreign), ("is", "Visit"), ("on", "2026-01-01"), ("hours", "1")]),
            ("/leadership/portfolio/deeds/add", [("title", "Mine"), ("unit", "s1"), ("cost", "1"), ("customers", "1")]),
            ("/leadership/portfolio/deeds/judge", [("budget", "1"), ("seen", "0")]),
            ("/leadership/wins/deeds/add", [("title", "Mine"), ("unit", "s1")]),
            ("/leadership/undo", [("kind", "leader"), ("record", samples["leadership-leaders"].Foreign), ("version", "1")]),
            ("/governance/owners/save", [("key", "cxm"), ("seen", "0")]),
            ("/governance/stages/save", [("stage", "Stable"), ("seen", "0")]),
            ("/objectives/deeds/add", [("title", "Mine"), ("cycle", "C-1"), ("level", "Team"), ("unit", "s1")]),
            ("/objectives/cycles/deeds/add", [("name", "Mine"), ("from", "2026-09-23"), ("to", "2026-12-21")]),
            ("/objectives/reviews/deeds/add", [("title", "Mine"), ("cycle", "C-1"), ("unit", "s1"), ("on", "2026-12-01")]),
            ("/objectives/actions/deeds/add", [("objective", samples["objectives"].Foreign), ("what", "Mine"), ("owner", "1"), ("due", "2026-12-01")]),
            ("/objectives/deeds/undo", [("kind", "objective"), ("record", samples["objectives"].Foreign), ("version", "1")]),
            ("/governance/undo", [("kind", "body"), ("record", samples["governance-bodies"].Foreign), ("version", "1")]),
            ("/insights/new", [("unit", "s1"), ("claim", "Mine")]),
            ("/sources/1/vouch", [("emails", "true")]),
            ("/work-culture/pulse/deeds/open", [("name", "Mine"), ("question", "b1")]),
            ("/work-culture/pulse/deeds/question", [("text", "Mine?"), ("dimension", "Belief")]),
            ("/work-culture/learning/deeds/add", [("name", "Mine"), ("role", "Leader")]),
            ("/work-culture/learning/deeds/place", [("person", "1"), ("role", "Leader"), ("unit", "s1")]),
            ("/work-culture/rituals/deeds/add", [("name", "Mine"), ("rhythm", "Weekly"), ("unit", "s1"), ("begins", "2026-12-01")]),
            ("/work-culture/records/undo", [("kind", "ritual"), ("record", samples["work-culture-rituals"].Foreign), ("version", "1")]),
            ("/work-culture/records/undo", [("kind", "round"), ("record", "P-1"), ("version", "1")]),
            ("/maturity/assessments/deeds/open", [("unit", "s1"), ("name", "Mine"), ("frame", "cx")]),
            ("/maturity/frames/deeds/load", []),
            ("/maturity/rounds/deeds/open", [("frame", "cx"), ("name", "Mine")]),
            ("/maturity/plans/deeds/propose", [("name", "Mine")]),
            ("/maturity/plans/deeds/undo", [("record", samples["maturity-plans"].Foreign), ("version", "1")]),
            ("/maturity/rounds/deeds/undo", [("record", samples["maturity-rounds"].Foreign), ("version", "1")]),
            ("/maturity/frames/deeds/undo", [("key", "other"), ("version", "1")]),
        ];
        foreach (var (path, fields) in forms)
        {
            using var answer = await browser.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))]));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path} answers {answer.StatusCode}");
        }

        var body = $$"""{"a":{{own}},"b":{{foreign}},"decision":"same"}""";
        using var decided = await browser.PostAsync("/api/v1/customers/identity", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NotFound, decided.StatusCode);
        using var chain = await browser.GetAsync($"/api/v1/customers/identity?a={own}&b={foreign}");
        Assert.Equal(HttpStatusCode.NotFound, chain.StatusCode);
    }

    [SkippableFact]
    public async Task Case31_No_file_that_goes_out_holds_anything_of_a_foreign_unit()
    {
        var samples = await SamplesAsync(site);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("everything-here", new("Everything here"), [.. site.Services.GetRequiredService<PermissionCatalog>().All]));
        using var browser = await site.BrowserOfAsync("everything-here", "north");
        using var everywhere = await site.BrowserOfAsync(BuiltInRoles.Administrator);
        foreach (var file in new[] { "csv", "jsonl", "xes", "ocel-json", "ocel-sqlite" }.SelectMany(format => new[] { $"/api/v1/export?format={format}", $"/api/v1/export?format={format}&objectType=customer" }))
        {
            Assert.Contains("customer-s1", System.Text.Encoding.Latin1.GetString(await everywhere.GetByteArrayAsync(file)), StringComparison.Ordinal);
            var text = System.Text.Encoding.Latin1.GetString(await browser.GetByteArrayAsync(file));
            Assert.True(text.Contains("customer-n1", StringComparison.Ordinal), $"{file} lacks what is the person's own.");
            Assert.False(text.Contains("customer-s1", StringComparison.Ordinal) || text.Contains("case-s1", StringComparison.Ordinal) || text.Contains("imported-s1", StringComparison.Ordinal), $"{file} holds something of a foreign unit: {text}");
        }

        var journeys = $"/journeys/{samples["journeys"].Own}/export.csv";
        for (var i = 0; i < 300 && await RowsAsync(everywhere) != 4; i++)
        {
            await Task.Delay(100);
        }

        Assert.Equal((4, 2), (await RowsAsync(everywhere), await RowsAsync(browser)));
        foreach (var path in new[] { $"/import/{samples["import"].Foreign}/rejected.csv", $"/api/v1/imports/{samples["import"].Foreign}/rejected", "/api/v1/imports", "/audit/export.csv" })
        {
            Assert.Equal(HttpStatusCode.OK, (await everywhere.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        }

        async Task<int> RowsAsync(HttpClient reader) => (await reader.GetStringAsync(journeys)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
    }

    /// <summary>An id in a foreign unit and one that nobody has ask the database as often, so that their answers take as long.</summary>
    [SkippableFact]
    public async Task Case31_An_id_of_a_foreign_unit_costs_the_work_of_an_unknown_one_on_every_route()
    {
        var samples = await SamplesAsync(site);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("everything-here", new("Everything here"), [.. site.Services.GetRequiredService<PermissionCatalog>().All]));
        var unequal = new List<string>();
        var work = new WorkOfRequest();
        var most = 0;
        await using var counted = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(work.Watch));
        using var browser = await counted.BrowserOfAsync("everything-here", "north");
        await UntilKnownAsync(browser, $"/customers/{samples["customers"].Own}");
        var routes = RouteTableTests.Routes(site)
            .Where(route => RouteTableTests.Permission(route) is not null && route.RoutePattern.Parameters.Count > 0 && RouteTableTests.Allows(route, "GET"))
            .Where(route => !OfNoUnit.Contains(RouteTableTests.Path(route)));
        foreach (var route in routes)
        {
            async Task<int> CostAsync(string id)
            {
                // What is kept in memory for some seconds is read anew now and then: the least of some tries counts.
                var least = int.MaxValue;
                for (var i = 0; i < 4; i++)
                {
                    using var answer = await browser.GetAsync(Fill(route, id));
                    least = Math.Min(least, work.Last);
                    most = Math.Max(most, work.Last);
                }

                return least;
            }

            var foreign = samples[RoomOf(route)].Foreign;
            var unknown = long.TryParse(foreign, out _) ? "987654321" : "zz";
            var (one, other) = (await CostAsync(foreign), await CostAsync(unknown));
            if (one != other)
            {
                unequal.Add($"{RouteTableTests.Path(route)} opens the database {one} times for an id of a foreign unit and {other} times for an unknown one");
            }
        }

        Assert.Empty(unequal);

        Assert.True(most > 0);
    }

    internal static string RoomOf(RouteEndpoint route)
        => RouteTableTests.Path(route).Split('/').Where(segment => segment.Length > 0 && segment is not ("api" or "v1")).ToArray() switch
        {
            // Feedback, cases and problems have codes of their own kind.
            ["feedback", var part, ..] when !part.StartsWith('{') => "feedback-" + part,
            ["governance", var part, ..] => "governance-" + part,
            ["objectives", var part, ..] when !part.StartsWith('{') => "objectives-" + part,
            ["work-culture", "rituals", ..] => "work-culture-rituals",
            ["leadership", var part, ..] => "leadership-" + part,
            ["maturity", ("rounds" or "plans") and var part, ..] => "maturity-" + part,
            [var room, ..] => room,
            _ => "",
        };

    private static async Task<string> InsightAsync(WebApplicationFactory<Program> site, string unit)
        => (await site.Services.GetRequiredService<InsightStore>().AddAsync(new(DateTimeOffset.UtcNow, 1, new("Of " + unit, Confidence.Low, new(2999, 1, 1)) { Evidence = [new(null, "x")], Unit = unit }))).Code;

    private static string Neutral(string body, string path)
        => System.Text.RegularExpressions.Regex.Replace(
            body.Replace(Uri.EscapeDataString(path), "", StringComparison.Ordinal).Replace(path, "", StringComparison.Ordinal), "(value=\"CfDJ8[^\"]+\")|(\"traceId\":\"[^\"]+\")", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    internal static string Fill(RouteEndpoint route, string id)
    {
        var given = route.RoutePattern.Parameters.Select(parameter => parameter.Name.ToLowerInvariant()).ToList();
        var own = given.Find(name => name is "id" or "number" or "code" or "token" or "key");
        return string.Join('/', RouteTableTests.Path(route).Split('/').Select(segment =>
            !segment.StartsWith('{') ? segment
            : segment.StartsWith("{Type", StringComparison.OrdinalIgnoreCase) ? "customer"
            : segment[1..^1].Split(':')[0].ToLowerInvariant() == own ? id : "1"));
    }

    /// <summary>For each room an id in the person's unit (null where the room is for the whole house only) and one in a foreign unit.</summary>
    internal static async Task<Dictionary<string, (string? Own, string Foreign)>> SamplesAsync(WebApplicationFactory<Program> site)
    {
        var log = site.Services.GetRequiredService<IExperienceLog>();
        await log.AppendAsync([.. new[] { "n1", "s1" }.SelectMany(unit => new[] { "Asked", "Answered" }.Select((name, i) => new NewEvent
        {
            Source = "test", Id = unit + i, Name = name, Time = new DateTimeOffset(2026, 1, 1, 8, i, 0, TimeSpan.Zero), Unit = unit,
            Objects = [new("customer", "customer-" + unit), new("case", "case-" + unit)],
        }))]);
        var customers = new[] { "n1", "s1" }.Select(unit => log.FindObjectAsync("customer", "customer-" + unit).Result.ToString()!).ToArray();
        await using var scope = site.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<JourneyStore>();
        var journeys = new List<string>();
        foreach (var unit in new[] { "n1", "s1" })
        {
            var saved = await store.SaveAsync(new JourneyDefinition
            {
                Name = new("Asking " + unit), ObjectType = "case", Events = ["Asked", "Answered"], StartEvents = ["Asked"], EndEvents = ["Answered"], Unit = unit,
            });
            journeys.Add(saved.Id.ToString());
        }

        var indicators = scope.ServiceProvider.GetRequiredService<IndicatorStore>();
        foreach (var unit in new[] { "n1", "s1" })
        {
            await indicators.SaveAsync(new IndicatorDefinition
            {
                Key = "answered-" + unit, Name = new("Answered " + unit), Kind = IndicatorKind.Rate, Of = new(["Answered"], []), Per = new(["Asked"], []), Unit = unit,
            });
        }

        var import = await ImportAsync(site);
        var said = (await SaidAsync(site, "n1"), await SaidAsync(site, "s1"));
        var bodies = (Own: await BodyAsync(site, "n1"), Foreign: await BodyAsync(site, "s1"));
        var own = await site.AddPersonAsync(BuiltInRoles.Agent, "n1");
        var foreign = await site.AddPersonAsync(BuiltInRoles.Agent, "s1");
        var leaders = (Own: await LedAsync(site, LeadershipKind.Leader, new Leader(own, "Branch", "n1", default, 4)), Foreign: await LedAsync(site, LeadershipKind.Leader, new Leader(foreign, "Branch", "s1", default, 4)));
        return new(StringComparer.Ordinal)
        {
            ["people"] = (own.ToString(), foreign.ToString()),
            ["units"] = ("n1", "s1"),
            ["customers"] = (customers[0], customers[1]),
            ["objects"] = (customers[0], customers[1]),
            ["journeys"] = (journeys[0], journeys[1]),
            ["indicators"] = ("answered-n1", "answered-s1"),
            ["sources"] = (null, (await site.Services.GetRequiredService<SourceStore>().AddAsync("Web shop", null, "s1")).ToString()),
            ["webhooks"] = (null, (await site.Services.GetRequiredService<WebhookEditor>().AddAsync(new("https://example.com/", "", [], [], null))).ToString()),
            ["surveys"] = (null, await SurveyAsync(site)),
            ["messages"] = (null, (await site.Services.GetRequiredService<GatewayStore>().AddAsync(new("Kept", "email", GatewayKind.Keep, "{}", null))).ToString()),
            ["import"] = (null, import),
            ["imports"] = (null, import),
            ["insights"] = (await InsightAsync(site, "n1"), await InsightAsync(site, "s1")),
            ["feedback-cases"] = (await CaseAsync(site, "n1"), await CaseAsync(site, "s1")),
            ["feedback-problems"] = (await ProblemAsync(site, "n1"), await ProblemAsync(site, "s1")),
            ["feedback-settings"] = (null, "s1"),
            ["governance-bodies"] = bodies,
            ["processes"] = (await ProcessAsync(site, "n1"), await ProcessAsync(site, "s1")),
            ["strategy"] = (await StrategicAsync(site, "n1"), await StrategicAsync(site, "s1")),
            ["governance-conflicts"] = (await KeptAsync(site, RecordKind.Conflict, new Conflict(bodies.Own, "Shifts", "", null, default, default)), await KeptAsync(site, RecordKind.Conflict, new Conflict(bodies.Foreign, "Shifts", "", null, default, default))),
            ["governance-meetings"] = (await KeptAsync(site, RecordKind.Meeting, new Meeting(bodies.Own, DateTimeOffset.UnixEpoch, "", [])), await KeptAsync(site, RecordKind.Meeting, new Meeting(bodies.Foreign, DateTimeOffset.UnixEpoch, "", []))),
            ["governance-actions"] = (null, await KeptAsync(site, RecordKind.Action, new ActionItem(bodies.Foreign, "Call back", foreign, default, null))),
            ["governance-policies"] = (await KeptAsync(site, RecordKind.Policy, new Policy("Answers", "Within a day.", "n1", 1, default(DateOnly))), await KeptAsync(site, RecordKind.Policy, new Policy("Answers", "Within a day.", "s1", 1, default(DateOnly)))),
            ["governance-initiatives"] = (await KeptAsync(site, RecordKind.Initiative, new Initiative("Call back", "", "n1", null, null, null)), await KeptAsync(site, RecordKind.Initiative, new Initiative("Call back", "", "s1", null, null, null))),
            ["governance-decisions"] = (await DecisionAsync(site, bodies.Own), await DecisionAsync(site, bodies.Foreign)),
            ["objectives"] = (await ObjectiveAsync(site, "n1"), await ObjectiveAsync(site, "s1")),
            ["objectives-reviews"] = (await ReviewAsync(site, "n1"), await ReviewAsync(site, "s1")),
            ["objectives-actions"] = (null, await ObjectedAsync(site, ObjectiveKind.Action, new CorrectiveAction(await ObjectiveAsync(site, "s1"), "Call back", foreign, default, null))),
            ["objectives-cycles"] = (null, await ObjectedAsync(site, ObjectiveKind.Cycle, new Cycle("Autumn", new(2026, 9, 23), new(2026, 12, 21)))),
            ["feedback"] = said,
            ["feedback-items"] = said,
            ["work-culture"] = (null, "4711"),
            ["culture"] = (null, "4711"),
            ["work-culture-rituals"] = (await RitualAsync(site, "n1"), await RitualAsync(site, "s1")),
            ["leadership-leaders"] = leaders,
            ["leadership-commitments"] = (await LedAsync(site, LeadershipKind.Commitment, new Commitment(leaders.Own, "Read all complaints", default, default)), await LedAsync(site, LeadershipKind.Commitment, new Commitment(leaders.Foreign, "Read all complaints", default, default))),
            ["leadership-time"] = (null, await LedAsync(site, LeadershipKind.Time, new CustomerTime(leaders.Foreign, TimeKind.Visit, default, 1, null, ""))),
            ["leadership-wins"] = (await LedAsync(site, LeadershipKind.Win, new Win("Call back", "n1", null, null)), await LedAsync(site, LeadershipKind.Win, new Win("Call back", "s1", null, null))),
            ["leadership-portfolio"] = (await LedAsync(site, LeadershipKind.Candidate, new Candidate("Call back", "n1", null, 1, 1, 1)), await LedAsync(site, LeadershipKind.Candidate, new Candidate("Call back", "s1", null, 1, 1, 1))),
            ["maturity"] = (await AssessmentAsync(site, "n1"), await AssessmentAsync(site, "s1")),
            ["maturity-rounds"] = (null, await RoundAsync(site)),
            ["maturity-plans"] = (null, await site.Services.GetRequiredService<MaturityBook>().AddAsync(MaturityBook.Plan, MaturityBook.PlanPrefix, new RoadMap("The way", 1, null, []), null)),
        };
    }

    private static async Task<string> ObjectiveAsync(WebApplicationFactory<Program> site, string unit)
        => await ObjectedAsync(site, ObjectiveKind.Objective, new Objective("Of " + unit, "", await ObjectedAsync(site, ObjectiveKind.Cycle, new Cycle("Of " + unit, new(2026, 9, 23), new(2026, 12, 21))), ObjectiveLevel.Team, unit, null));

    private static Task<string> ReviewAsync(WebApplicationFactory<Program> site, string unit)
        => ObjectedAsync(site, ObjectiveKind.Review, new Review("Of " + unit, "C-1", unit, new(2026, 11, 1)));

    private static Task<string> ObjectedAsync<T>(WebApplicationFactory<Program> site, string kind, T value)
        where T : class
        => site.Services.GetRequiredService<ObjectiveBook>().AddAsync(kind, kind[..1].ToUpperInvariant(), value, null);

    private static Task<string> BodyAsync(WebApplicationFactory<Program> site, string unit)
        => site.Services.GetRequiredService<GovernanceBook>().AddAsync(RecordKind.Body, "B", new Body("Council of " + unit, BodyKind.Council, unit, "", [], Cadence.Monthly, []), null);

    private static Task<string> ProcessAsync(WebApplicationFactory<Program> site, string unit)
        => site.Services.GetRequiredService<ProcessBook>().AddAsync(ProcessBook.Kind, ProcessBook.Prefix, new Process("Answering", ProcessKind.Core, unit, "", "", [], []), null);

    private static Task<string> StrategicAsync(WebApplicationFactory<Program> site, string unit)
        => site.Services.GetRequiredService<StrategyBook>().AddAsync(StrategyBook.Objective, StrategyBook.Prefix, new Tajriba.Organization.Strategy.Map.Objective("Answers in " + unit, "customer", unit, "", null), null);

    private static Task<string> LedAsync<T>(WebApplicationFactory<Program> site, string kind, T value)
        where T : class
        => site.Services.GetRequiredService<LeadershipBook>().AddAsync(kind, "Z", value, null);

    private static Task<string> KeptAsync<T>(WebApplicationFactory<Program> site, string kind, T value)
        where T : class
        => site.Services.GetRequiredService<GovernanceBook>().AddAsync(kind, "Z", value, null);

    private static Task<string> DecisionAsync(WebApplicationFactory<Program> site, string body)
        => site.Services.GetRequiredService<GovernanceBook>().AddAsync(RecordKind.Decision, "D", new Decision(body, "Call back within a day?", [], null, null), null);

    private static Task<string> RitualAsync(WebApplicationFactory<Program> site, string unit)
        => site.Services.GetRequiredService<CultureBook>().AddAsync(CultureKind.Ritual, "T", new Ritual("Listening", "", unit, Rhythm.Weekly, default), null);

    private static async Task<string> AssessmentAsync(WebApplicationFactory<Program> site, string unit)
        => (await site.Services.GetRequiredService<CampaignStore>().AddAsync(OwnFrame.Key, 0, new("Maturity of " + unit, [unit], new(2026, 1, 1), new(2026, 1, 31), true, 5, 4))).Id.ToString();

    /// <summary>A round that asks somebody else.</summary>
    private static Task<string> RoundAsync(WebApplicationFactory<Program> site)
        => site.Services.GetRequiredService<MaturityBook>().AddAsync(MaturityBook.Round, MaturityBook.RoundPrefix, new Round("What drives what", false, [.. OwnFrame.Value.Components.Select(c => new Factor(c.Key, c.Name))], [-1], new(2026, 1, 1), new(2999, 1, 1)), null);

    private static async Task<string> SaidAsync(WebApplicationFactory<Program> site, string unit)
    {
        await site.Services.GetRequiredService<IExperienceLog>().AppendAsync([new NewEvent
        {
            Source = "test", Id = "said-" + unit, Name = "Feedback Received", Time = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), Unit = unit,
            Objects = [new("customer", "customer-" + unit)], Attributes = "{\"kind\":\"complaint\",\"text\":\"It took too long.\"}",
        }]);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        return (await site.Services.GetRequiredService<FeedbackStore>().FindByCodeAsync("said-" + unit))!.Id.ToString();
    }
    private static async Task<string> CaseAsync(WebApplicationFactory<Program> site, string unit)
        => (await site.Services.GetRequiredService<ICases>().OpenAsync(new("Late", unit, CasePriority.Normal))).Code;

    private static async Task<string> ProblemAsync(WebApplicationFactory<Program> site, string unit)
        => (await site.Services.GetRequiredService<ProblemStore>().AddAsync("late", unit, new ProblemMoment.Opened(DateTimeOffset.UtcNow, null))).Code;

    /// <summary>A survey and the programme of it ask people of every unit; their key may stand for a number too.</summary>
    private static async Task<string> SurveyAsync(WebApplicationFactory<Program> site)
    {
        const string key = "4711";
        await site.Services.GetRequiredService<SurveyEditor>().CreateAsync(key, new("Visit"), "service", SurveyTemplate.All[0].Definition);
        await site.Services.GetRequiredService<ProgrammeStore>().AddAsync(key, "After service", key, new ProgrammeSettings());
        return key;
    }

    /// <summary>An import that is done, with a row in it that was not taken; an import is for the whole house.</summary>
    private static async Task<string> ImportAsync(WebApplicationFactory<Program> site)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "case_id,activity,timestamp,unit\nimported-s1,Imported,2026-01-01T09:00:00Z,s1\nimported-s1,Imported,never,s1\n");
        var importer = site.Services.GetRequiredService<Importer>();
        var plan = await importer.PlanAsync(path, "events-of-s1.csv", FileSample.Of(EventFile.Open(path)).Guess());
        var done = await importer.RunAsync(plan.Import.Id);
        File.Delete(path);
        Assert.Equal((ImportState.Done, 1L, 1L), (done.State, done.Added, done.Rejected));
        return done.Id.ToString();
    }

    /// <summary>Read models follow the log a moment later.</summary>
    private static async Task UntilKnownAsync(HttpClient browser, string path)
    {
        for (var i = 0; i < 300 && (await browser.GetAsync(path)).StatusCode != HttpStatusCode.OK; i++)
        {
            await Task.Delay(100);
        }
    }
}
