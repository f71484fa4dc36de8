using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Host.Tests.Surveys;

/// <summary>Surveys for programs: calls, figures, rows, links.</summary>
public sealed class ApiTests
{
    private const string Ivr = "/api/surveys/call/ivr";

    private const string Asked = """
        {"pages":[{"elements":[
          {"type":"rating","name":"nps","rateMin":0,"rateMax":10,"isRequired":true,"measure":"nps"},
          {"type":"boolean","name":"done"},
          {"type":"radiogroup","name":"why","visibleIf":"{done} = false","choices":["price","speed"]},
          {"type":"checkbox","name":"liked","choices":["a","b","c"]},
          {"type":"matrix","name":"parts","columns":[1,2,3],"rows":["desk","shop"]},
          {"type":"text","inputType":"number","name":"km","max":100},
          {"type":"ranking","name":"order","choices":["x","y"]}]}]}
        """;

    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_call_told_often_and_at_once_is_one_answer(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        await site.PublishAsync("call", Asked);
        using var caller = await CallerAsync(site, "n1");
        var body = """{"callId":"c-1","answers":{"nps":"۹","done":"2","why":"2","liked":"1,3","parts":{"desk":"3"},"km":"42"},"customer":"u1","agent":"e-7","queue":"sales","seconds":38.5,"language":"fa","context":{"segment":"premium"},"objects":[{"type":"order","id":"o1"}]}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PostAsync(caller, Ivr, body)));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Single(answers.Select(a => a.Body.GetProperty("id").GetString()).Distinct());

        var fact = Assert.Single(await site.AnsweredAsync());
        Assert.Equal(("phone", "n1"), (fact.Channel, fact.Unit));
        Assert.Equal([new ObjectRef("customer", "u1"), new("survey", "call"), new("order", "o1"), new("employee", "e-7", "handler")], fact.Objects);
        using var told = JsonDocument.Parse(fact.Attributes!);
        Assert.Equal("""{"nps":9,"done":false,"why":"speed","liked":["a","c"],"parts":{"desk":3},"km":42}""", told.RootElement.GetProperty("answers").GetRawText());
        Assert.Equal(("ivr", 38.5, 9), (told.RootElement.GetProperty("mode").GetString(), told.RootElement.GetProperty("seconds").GetDouble(), told.RootElement.GetProperty("scores").GetProperty("nps").GetInt32()));
        Assert.Equal("""{"segment":"premium","queue":"sales"}""", told.RootElement.GetProperty("context").GetRawText());

        var (status, problem) = await PostAsync(caller, Ivr, """{"callId":"c-1","answers":{"nps":"3"},"customer":"u1"}""");
        Assert.Equal((HttpStatusCode.Conflict, "urn:tajriba:problem:call-differs"), (status, problem.GetProperty("type").GetString()));
        Assert.Single(await site.AnsweredAsync());
    }

    [Fact]
    public async Task Scores_as_call_centres_tell_them_are_taken_and_a_test_is_a_test()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("call", Asked);
        using var caller = await CallerAsync(site, null);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(caller, Ivr, """{"callId":"c-1","label":"nps","score":7,"min":0,"max":10,"test":true}""")).Status);
        Assert.Contains("\"test\":true", Assert.Single(await site.AnsweredAsync()).Attributes, StringComparison.Ordinal);
        var (status, problem) = await PostAsync(caller, Ivr, """{"callId":"c-2","label":"nps","score":4,"min":1,"max":5}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("min", problem.GetProperty("errors")[0].GetProperty("member").GetString());
    }

    [Theory]
    [InlineData("""{"callId":"c","answers":{"nps":"11"}}""", 422, "answers.nps")]
    [InlineData("""{"callId":"c","answers":{"nope":"1"}}""", 422, "answers.nope")]
    [InlineData("""{"callId":"c","answers":{"done":"1","why":"1"}}""", 422, "answers.why")]
    [InlineData("""{"callId":"c","answers":{"liked":"1,9"}}""", 422, "answers.liked")]
    [InlineData("""{"callId":"c","answers":{"parts":{"yard":"1"}}}""", 422, "answers.parts")]
    [InlineData("""{"callId":"c","answers":{"km":"101"}}""", 422, "answers.km")]
    [InlineData("""{"callId":"c","answers":{"km":"NaN"}}""", 422, "answers.km")]
    [InlineData("""{"callId":"c","answers":{}}""", 422, "answers")]
    [InlineData("""{"callId":"","answers":{"nps":"1"}}""", 422, "callId")]
    [InlineData("""{"callId":"c","answers":{"nps":"1"},"at":"2001-01-01T00:00:00Z"}""", 422, "at")]
    [InlineData("""{"callId":"c","answers":{"nps":"1"},"objects":[{"type":"","id":"x"}]}""", 422, "objects")]
    [InlineData("""{"callId":"c","answers":{"nps":"1"},"context":[]}""", 422, "context")]
    [InlineData("""{"callId":"c","answers":{"nps":"1"},"isAdmin":true}""", 400, "isAdmin")]
    [InlineData("""{"answers":{"nps":"1"}}""", 422, "callId")]
    [InlineData("""{"callId":"c\ud800","answers":{"nps":"1"}}""", 400, "")]
    [InlineData("""[1]""", 400, "")]
    [InlineData("""{"callId":""", 400, "")]
    public async Task What_is_wrong_with_a_call_is_named(string body, int status, string named)
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("call", Asked);
        using var caller = await CallerAsync(site, null);
        var answer = await PostAsync(caller, Ivr, body);
        Assert.Equal(status, (int)answer.Status);
        Assert.Contains(named, answer.Body.GetRawText(), StringComparison.Ordinal);
        Assert.StartsWith("urn:tajriba:problem:", answer.Body.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Empty(await site.AnsweredAsync());
    }

    [Fact]
    public async Task Calls_need_a_key_or_a_person_who_may_and_his_own_unit()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("call", Asked);
        const string body = """{"callId":"c","answers":{"nps":"1"},"unit":"n1"}""";
        using var nobody = site.Site.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(nobody, Ivr, body)).Status);
        nobody.DefaultRequestHeaders.Authorization = new("Bearer", "wk_0000");
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(nobody, Ivr, body)).Status);
        using var manager = await site.Site.CallerAsync(BuiltInRoles.Manager, "n1");
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(manager, Ivr, body)).Status);
        Assert.Null(await site.Site.Services.GetRequiredService<IRoles>().SaveAsync("sender", new("Sender"), ["surveys.send"]));
        using var foreign = await site.Site.CallerAsync("sender", "s1");
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(foreign, Ivr, body)).Status);
        using var own = await site.Site.CallerAsync("sender", "n1");
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(own, Ivr, body)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(own, "/api/surveys/none/ivr", body)).Status);
        Assert.Null(await site.Editor.CloseAsync("call"));
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(own, Ivr, body)).Status);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Figures_rows_and_definitions_are_read_within_ones_units(DatabaseProvider provider)
    {
        await using var site = await SurveySite.OpenAsync(provider);
        await site.PublishAsync("after-visit", Definitions.Nps);
        await site.Site.Log.AppendAsync([.. Enumerable.Range(0, 46).Select(i => ResultsTests.Told(i, i % 11, i % 2 == 0 ? "n1" : "s1", "Words " + i))]);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        using var caller = await site.Site.CallerAsync();
        var list = await caller.GetFromJsonAsync<JsonElement>("/api/surveys");
        Assert.Equal(("after-visit", 46), (list[0].GetProperty("key").GetString(), list[0].GetProperty("responses").GetInt32()));
        var one = await caller.GetFromJsonAsync<JsonElement>("/api/surveys/after-visit");
        Assert.Equal("rating", one.GetProperty("definition").GetProperty("pages")[0].GetProperty("elements")[0].GetProperty("type").GetString());
        Assert.Equal(1, one.GetProperty("versions").GetArrayLength());
        Assert.Equal(1, (await caller.GetFromJsonAsync<JsonElement>("/api/surveys/after-visit/versions/1")).GetProperty("version").GetInt32());

        var results = await caller.GetFromJsonAsync<JsonElement>("/api/surveys/after-visit/results?in=fa");
        var nps = results.GetProperty("questions")[0];
        Assert.Equal((46, 46, "چقدر احتمال دارد؟"), (results.GetProperty("n").GetInt32(), nps.GetProperty("n").GetInt32(), nps.GetProperty("title").GetString()));
        Assert.True(nps.GetProperty("nps").GetProperty("lower").GetDouble() < nps.GetProperty("nps").GetProperty("value").GetDouble());
        Assert.Equal(JsonValueKind.Object, nps.GetProperty("choices")[0].GetProperty("share").ValueKind);

        List<long> ids = [];
        for (string? cursor = null; ;)
        {
            var page = await caller.GetFromJsonAsync<JsonElement>("/api/surveys/after-visit/responses?limit=20" + (cursor is null ? "" : "&cursor=" + cursor));
            ids.AddRange(page.GetProperty("data").EnumerateArray().Select(r => r.GetProperty("id").GetInt64()));
            cursor = page.GetProperty("nextCursor").GetString();
            if (cursor is null)
            {
                break;
            }
        }

        Assert.Equal(46, ids.Distinct().Count());
        Assert.Equal(ids, ids.OrderDescending());
        Assert.Null(await site.Site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), ["surveys.view", "surveys.responses"]));
        using var reader = await site.Site.CallerAsync("reader", "s1");
        Assert.Equal(23, (await reader.GetFromJsonAsync<JsonElement>("/api/surveys/after-visit/results")).GetProperty("n").GetInt32());
        Assert.Equal(0, (await reader.GetFromJsonAsync<JsonElement>("/api/surveys/after-visit/results?unit=n1")).GetProperty("n").GetInt32());
        Assert.All((await reader.GetFromJsonAsync<JsonElement>("/api/surveys/after-visit/responses")).GetProperty("data").EnumerateArray(), r => Assert.Equal("s1", r.GetProperty("unit").GetString()));
        using var hidden = await reader.GetAsync($"/api/surveys/after-visit/responses/{ids.Max()}");
        using var seen = await reader.GetAsync($"/api/surveys/after-visit/responses/{ids.Max() - 1}");
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK], new[] { hidden.StatusCode, seen.StatusCode }.Order().Reverse());
    }

    [Fact]
    public async Task Parameters_that_are_unknown_or_wrong_are_named()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        using var caller = await site.Site.CallerAsync();
        foreach (var (address, name) in new[]
        {
            ("", "role"), ("/after-visit", "role"), ("/after-visit/results", "role"), ("/after-visit/responses", "role"), ("/after-visit/results", "from"),
            ("/after-visit/results", "quality"), ("/after-visit/results", "in"), ("/after-visit/responses", "cursor"), ("/after-visit/responses", "limit"), ("/after-visit/versions/1", "role"),
        })
        {
            using var answer = await caller.GetAsync($"/api/surveys{address}?{name}=!");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains(name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_is_made_for_a_unit_of_ones_own_and_leads_to_the_survey()
    {
        await using var site = await SurveySite.OpenAsync(DatabaseProvider.Sqlite);
        await site.PublishAsync("after-visit", Definitions.Nps);
        Assert.Null(await site.Site.Services.GetRequiredService<IRoles>().SaveAsync("sender", new("Sender"), ["surveys.send"]));
        using var caller = await site.Site.CallerAsync("sender", "n1");
        const string links = "/api/surveys/after-visit/links";
        var (status, made) = await PostAsync(caller, links, """{"customer":"c1","unit":"n1","channel":"sms","language":"fa","objects":[{"type":"visit","id":"v1"}],"context":{"segment":"premium"},"invitation":"x1"}""");
        Assert.Equal(HttpStatusCode.Created, status);
        using var browser = site.Browser();
        var path = made.GetProperty("path").GetString()!;
        Assert.EndsWith(path, made.GetProperty("address").GetString(), StringComparison.Ordinal);
        var page = await SurveySite.PageAsync(browser, path);
        await SurveySite.GoAsync(browser, path, page, "next", ("q:nps", "9"));
        var fact = Assert.Single(await site.AnsweredAsync());
        Assert.Equal(("sms", "n1"), (fact.Channel, fact.Unit));
        foreach (var (body, wanted) in new[] { ("""{"unit":"s1"}""", 404), ("{}", 404), ("""{"unit":"n1","language":"xx"}""", 422), ("""{"unit":"n1","context":[1]}""", 422), ("""{"unit":"n1","objects":[{"type":"a","id":""}]}""", 422), ("""{"unit":"n1","price":1}""", 400) })
        {
            Assert.Equal(wanted, (int)(await PostAsync(caller, links, body)).Status);
        }
    }

    private static async Task<HttpClient> CallerAsync(SurveySite site, string? unit)
    {
        var sources = site.Site.Services.GetRequiredService<SourceStore>();
        var key = await sources.IssueKeyAsync(await sources.AddAsync("Telephones", "phone", unit));
        await site.Site.Services.GetRequiredService<SourceKeys>().RefreshAsync();
        var caller = site.Site.CreateClient();
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(key + ":")));
        return caller;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient caller, string address, string body)
    {
        using var answer = await caller.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
