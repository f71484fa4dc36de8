using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Indicators;

public sealed class IndicatorApiTests
{
    private const string Api = "/api/indicators";
    private static readonly DateTimeOffset Day = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private const string Days = "from=2026-03-01&to=2026-03-31";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task An_indicator_is_defined_follows_answers_at_once_and_opens_its_rows(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient caller = await site.CallerAsync();
        JsonElement template = (await caller.GetFromJsonAsync<JsonElement>(Api + "/templates")).EnumerateArray().Single(t => t.GetProperty("key").GetString() == "nps");
        HttpResponseMessage made = await caller.PostAsJsonAsync(Api, template);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("invalid-definition", (await ProblemAsync(await caller.PostAsJsonAsync(Api, template))).Split(':')[^1]);

        await site.Log.AppendAsync([.. Enumerable.Range(0, 30).Select(i => Answer(i, i < 18 ? 10 : i < 24 ? 8 : 2))]);
        await AssertReportAsync(caller, 30, 40);

        // The same events once more, one late and one of a test: only the late one counts.
        await site.Log.AppendAsync([Answer(3, 0), Answer(30, 10) with { Time = Day.AddDays(-5) }, Answer(31, 10) with { Attributes = """{"test":true,"scores":{"nps":10}}""" }]);
        await AssertReportAsync(caller, 31, 100.0 * 13 / 31);

        JsonElement rows = await caller.GetFromJsonAsync<JsonElement>($"{Api}/nps/rows?{Days}&hit=yes");
        Assert.Equal(19, rows.GetProperty("total").GetInt32());
        Assert.Equal("c17", rows.GetProperty("rows")[0].GetProperty("customer").GetString());
        JsonElement groups = await caller.GetFromJsonAsync<JsonElement>($"{Api}/nps/groups?{Days}&by=unit");
        Assert.Equal([("n1", 16), ("s1", 15)], groups.EnumerateArray().Select(g => (g.GetProperty("code").GetString()!, g.GetProperty("value").GetProperty("count").GetInt32())));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_change_is_a_version_that_can_be_undone_and_nothing_is_read_wrong(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient caller = await site.CallerAsync();
        await site.Log.AppendAsync([.. Enumerable.Range(0, 20).Select(i => Answer(i, i % 11))]);
        Assert.Equal(HttpStatusCode.Created, (await caller.PostAsJsonAsync(Api, Mean("scores.nps"))).StatusCode);
        JsonElement first = await caller.GetFromJsonAsync<JsonElement>($"{Api}/mine/report?{Days}");
        JsonElement changed = await (await caller.PutAsJsonAsync(Api + "/mine", Mean("scores.half"))).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(2, changed.GetProperty("version").GetInt32());
        JsonElement second = await caller.GetFromJsonAsync<JsonElement>($"{Api}/mine/report?{Days}");
        Assert.Equal(Value(first) / 2, Value(second), 9);
        Assert.Equal(HttpStatusCode.NoContent, (await caller.DeleteAsync(Api + "/mine")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync(Api + "/mine/report")).StatusCode);
    }

    [Fact]
    public async Task Answers_are_cut_by_the_journey_and_the_step_that_they_were_asked_about()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        await site.Log.AppendAsync(
        [.. Enumerable.Range(0, 60).Select(i => Answer(i, i < 20 ? 10 : i < 40 ? 0 : 8) with
        {
            Attributes = $$$"""{"scores":{"nps":{{{(i < 20 ? 10 : i < 40 ? 0 : 8)}}}},"context":{"step":"{{{(i < 20 ? "Repair Done" : i < 40 ? "Bill Paid" : "Order Placed")}}}"}}""",
        })]);
        await using var scope = site.Services.CreateAsyncScope();
        var repair = await scope.ServiceProvider.GetRequiredService<JourneyStore>().SaveAsync(
            new JourneyDefinition { Name = new("Repair"), ObjectType = "visit", Events = ["Repair Done", "Bill Paid"] });
        JsonElement template = (await caller.GetFromJsonAsync<JsonElement>(Api + "/templates")).EnumerateArray().Single(t => t.GetProperty("key").GetString() == "nps");
        await caller.PostAsJsonAsync(Api, template);

        JsonElement whole = await caller.GetFromJsonAsync<JsonElement>($"{Api}/nps/report?{Days}&journey={repair.Id}");
        Assert.Equal((40, 0.0), (whole.GetProperty("value").GetProperty("count").GetInt32(), Value(whole)));
        JsonElement steps = await caller.GetFromJsonAsync<JsonElement>($"{Api}/nps/groups?{Days}&journey={repair.Id}&by=context.step");
        Assert.Equal([("Bill Paid", 20), ("Repair Done", 20)], steps.EnumerateArray().Select(g => (g.GetProperty("code").GetString()!, g.GetProperty("value").GetProperty("count").GetInt32())));
        Assert.Equal(20, (await caller.GetFromJsonAsync<JsonElement>($"{Api}/nps/rows?{Days}&journey={repair.Id}&slice.context.step=Bill%20Paid")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await caller.GetFromJsonAsync<JsonElement>($"{Api}/nps/report?{Days}&journey=999")).GetProperty("value").GetProperty("count").GetInt32());
        using HttpClient browser = await site.AdministratorAsync();
        string page = await browser.GetStringAsync($"/indicators/nps?{Days}&journey={repair.Id}");
        Assert.Contains("<option value=\"" + repair.Id + "\" selected", page, StringComparison.Ordinal);

        await caller.PostAsJsonAsync(Api, Mean("scores.nps"));
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.GetAsync($"{Api}/mine/report?journey={repair.Id}")).StatusCode);
    }

    [Theory]
    [InlineData("?nonsense=1", "nonsense")]
    [InlineData("?journey=first", "journey")]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?from=2026-05-01&to=2026-04-01", "to")]
    [InlineData("?by=colour", "by")]
    [InlineData("?slice.colour=red", "slice.colour")]
    [InlineData("?step=fortnight", "step")]
    [InlineData("?from=1001-01-01", "from")]
    [InlineData("?from=2001-01-01&step=day", "step")]
    public async Task What_an_address_says_wrongly_is_named(string query, string parameter)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        await caller.PostAsJsonAsync(Api, Mean("scores.nps"));
        HttpResponseMessage answer = await caller.GetAsync($"{Api}/mine/report{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("parameter").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await (await site.AdministratorAsync()).GetAsync($"/indicators/mine{query}")).StatusCode);
    }

    [Fact]
    public async Task Case27_A_formula_in_an_answer_leaves_as_text()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.AdministratorAsync();
        await caller.PostAsJsonAsync(Api, Mean("scores.nps"));
        await site.Log.AppendAsync([Answer(1, 5) with { Objects = [new("customer", "=cmd|' /C calc'!A0")], Channel = "@web" }]);
        string text = await caller.GetStringAsync($"/indicators/mine/rows.csv?{Days}");
        Assert.Contains(",'=cmd|' /C calc'!A0,", text, StringComparison.Ordinal);
        Assert.Contains(",'@web,", text, StringComparison.Ordinal);
        string figures = await caller.GetStringAsync($"/indicators/mine/export.csv?{Days}&by=channel");
        Assert.Contains("channel: @web", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_sees_the_own_units_in_pages_files_and_answers()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        await caller.PostAsJsonAsync(Api, Mean("scores.nps"));
        await site.Log.AppendAsync([.. Enumerable.Range(0, 40).Select(i => Answer(i, i % 2 == 0 ? 10 : 0))]);
        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        JsonElement report = await manager.GetFromJsonAsync<JsonElement>($"{Api}/mine/report?{Days}");
        Assert.Equal(10, Value(report));
        Assert.DoesNotContain("s1", await manager.GetStringAsync($"/indicators/mine/rows.csv?{Days}"), StringComparison.Ordinal);
        Assert.DoesNotContain("South", (await manager.PageAsync($"/indicators/mine?{Days}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsJsonAsync(Api, Mean("scores.nps"))).StatusCode);
    }

    /// <summary>Who it was and what was written stand only where the person may see that unit's customers and answers.</summary>
    [Fact]
    public async Task Figures_can_be_seen_without_the_people_behind_them()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        await caller.PostAsJsonAsync(Api, Mean("scores.nps"));
        await site.Log.AppendAsync([.. Enumerable.Range(0, 40).Select(i => Answer(i, 5))]);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("figures", new("Figures"), [IndicatorPermissions.ViewId]));
        using HttpClient figures = await site.BrowserOfAsync("figures", "n1");
        JsonElement rows = await figures.GetFromJsonAsync<JsonElement>($"{Api}/mine/rows?{Days}");
        Assert.Equal(20, rows.GetProperty("total").GetInt32());
        Assert.All(rows.GetProperty("rows").EnumerateArray(), r => Assert.Equal(
            ("n1", JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null),
            (r.GetProperty("unit").GetString(), r.GetProperty("customer").ValueKind, r.GetProperty("customerNumber").ValueKind, r.GetProperty("attributes").ValueKind, r.GetProperty("answer").ValueKind)));
        string file = await figures.GetStringAsync($"/indicators/mine/rows.csv?{Days}");
        Assert.Equal(21, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("scores", file, StringComparison.Ordinal);
        Assert.DoesNotContain("c2", file, StringComparison.Ordinal);
        Assert.Empty((await figures.PageAsync($"/indicators/mine/rows?{Days}")).QuerySelectorAll("td a, tbody th a"));

        // Who may see both is led to the answer and to the customer's history at that moment.
        using HttpClient all = await site.AdministratorAsync();
        AngleSharp.Dom.IDocument page = await all.PageAsync($"/indicators/mine/rows?{Days}");
        foreach (string path in page.QuerySelectorAll("tbody tr:first-child a").Select(a => a.GetAttribute("href")!))
        {
            Assert.Equal(HttpStatusCode.OK, (await all.GetAsync(path)).StatusCode);
        }

        Assert.Contains(page.QuerySelectorAll("tbody a"), a => a.GetAttribute("href")!.StartsWith("/customers/", StringComparison.Ordinal));
    }

    /// <summary>What is common to two units tells one of them the other's figure.</summary>
    [Fact]
    public async Task A_unit_is_not_compared_with_so_few_others_that_their_figures_show()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        await caller.PostAsJsonAsync(Api, Mean("scores.nps"));
        await site.Log.AppendAsync([.. Enumerable.Range(0, 400).Select(i => Answer(i, i % 11))]);
        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        Assert.Empty((await manager.GetFromJsonAsync<JsonElement>($"{Api}/mine/units?{Days}")).GetProperty("units").EnumerateArray());
        Assert.Equal(2, (await caller.GetFromJsonAsync<JsonElement>($"{Api}/mine/units?{Days}")).GetProperty("units").GetArrayLength());
        await site.Log.AppendAsync([.. Enumerable.Range(400, 400).Select(i => Answer(i, i % 11) with { Unit = "u" + (i % 3) })]);
        JsonElement alone = Assert.Single((await manager.GetFromJsonAsync<JsonElement>($"{Api}/mine/units?{Days}")).GetProperty("units").EnumerateArray());
        Assert.Equal("n1", alone.GetProperty("code").GetString());
    }

    /// <summary>A form of a foreign page reaches neither a page's action without its token, nor the API with a type that forms have.</summary>
    [Fact]
    public async Task A_foreign_page_changes_nothing_in_the_name_of_who_is_signed_in()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        foreach (string action in new[] { "/indicators/definitions/save", "/indicators/definitions/add", "/indicators/definitions/archive", "/indicators/definitions/restore", "/indicators/definitions/undo", "/indicators/signals/note", "/dashboards/save" })
        {
            using var form = new FormUrlEncodedContent([new("key", "mine"), new("role", "executive"), new("template", "nps")]);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(action, form)).StatusCode);
        }

        using var text = new StringContent(JsonSerializer.Serialize(Mean("scores.nps")), System.Text.Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await browser.PostAsync(Api, text)).StatusCode);
        Assert.Empty((await browser.GetFromJsonAsync<JsonElement>(Api)).EnumerateArray());
    }

    /// <summary>Who may define for one unit cannot change what everybody is measured by.</summary>
    [Fact]
    public async Task Who_defines_for_a_unit_leaves_the_whole_organizations_indicators_alone()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        await caller.PostAsJsonAsync(Api, Mean("scores.nps"));
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("definer", new("Definer"), [IndicatorPermissions.ViewId, IndicatorPermissions.DefineId]));
        using HttpClient definer = await site.BrowserOfAsync("definer", "n1");
        Assert.Equal(HttpStatusCode.NotFound, (await definer.PutAsJsonAsync(Api + "/mine", Mean("scores.half"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await definer.DeleteAsync(Api + "/mine")).StatusCode);
        var own = new { key = "own", unit = "n1", name = new { en = "Own" }, kind = "mean", of = new { events = new[] { "Survey Answered" }, where = Array.Empty<object>() }, value = "scores.nps", measure = "points" };
        Assert.Equal(HttpStatusCode.BadRequest, (await definer.PostAsJsonAsync(Api, own with { key = "other", unit = "s1" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await definer.PostAsJsonAsync(Api, own)).StatusCode);
    }

    private static double Value(JsonElement report) => report.GetProperty("value").GetProperty("value").GetDouble();

    private static async Task AssertReportAsync(HttpClient caller, int count, double value)
    {
        JsonElement report = await caller.GetFromJsonAsync<JsonElement>($"{Api}/nps/report?{Days}");
        Assert.Equal((count, 1.0), (report.GetProperty("value").GetProperty("count").GetInt32(), report.GetProperty("progress").GetDouble()));
        Assert.Equal(value, Value(report), 9);
    }

    private static object Mean(string value) => new { key = "mine", name = new { en = "Mine" }, kind = "mean", of = new { events = new[] { "Survey Answered" }, where = Array.Empty<object>() }, value, measure = "points" };

    private static async Task<string> ProblemAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!;

    private static NewEvent Answer(int number, int score) => new()
    {
        Source = "test",
        Id = "answer-" + number,
        Name = "Survey Answered",
        Time = Day.AddMinutes(number),
        Unit = number % 2 == 0 ? "n1" : "s1",
        Channel = "web",
        Objects = [new("customer", "c" + number)],
        Attributes = $$"""{"survey":"after","scores":{"nps":{{score}},"half":{{score / 2.0}} },"context":{"segment":"premium"} }""",
    };
}
