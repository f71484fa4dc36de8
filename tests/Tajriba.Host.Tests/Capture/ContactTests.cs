using System.Net;
using System.Text;
using System.Text.Json;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

/// <summary>Scores of calls and answers at kiosks.</summary>
public sealed class ContactTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_rated_call_is_one_event_of_its_call_agent_and_customer(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        const string Body = """{"callId":"c-1","queue":"sales","agent":"e-7","customer":"u-1","branch":"s1","label":"csat","score":"۴٫۵","min":"١","max":5,"at":"1405-01-01T12:00:00+03:30"}""";
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/contacts", Encoding.UTF8.GetBytes(Body)));
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/contacts", Encoding.UTF8.GetBytes(Body)));
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/contacts", Encoding.UTF8.GetBytes(Body.Replace("csat", "nps", StringComparison.Ordinal))));
        IReadOnlyList<LoggedEvent> events = await sources.EventsAsync();
        Assert.Equal(["call:c-1:csat", "call:c-1:nps"], events.Select(e => e.Id));
        LoggedEvent item = events[0];
        Assert.Equal(("Call Rated", "web", "s1"), (item.Name, item.Channel, item.Unit));
        Assert.Equal(new DateTimeOffset(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), item.Time);
        Assert.Equal([new ObjectRef("customer", "u-1"), new ObjectRef("call", "c-1"), new ObjectRef("employee", "e-7")], item.Objects);
        using JsonDocument kept = JsonDocument.Parse(item.Attributes!);
        Assert.Equal((4.5, 1.0, 5.0), (kept.RootElement.GetProperty("score").GetDouble(), kept.RootElement.GetProperty("min").GetDouble(), kept.RootElement.GetProperty("max").GetDouble()));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_kiosk_s_answers_come_alone_or_in_an_array(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        const string Body = """
            [{"device":"k1","branch":"n1","touchpoint":"exit","question":"wait","score":3,"min":1,"max":5,"at":1774081800,"id":77},
             {"device":"k1","question":"why","answer":["queue","noise"],"at":1774081800},
             {"device":"k1","question":"why","answer":["queue","noise"],"at":1774081800},
             {"device":"k1","question":"why","answer":true,"at":1774081800},
             {"device":"k1","question":"again?","answer":"بله"},
             {"device":"k1","question":"again?","answer":"بله"}]
            """;
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/contacts", Encoding.UTF8.GetBytes(Body)));
        IReadOnlyList<LoggedEvent> events = await sources.EventsAsync();
        Assert.Equal(5, events.Count);
        Assert.All(events, e => Assert.Equal(("Kiosk Answered", new ObjectRef("device", "k1")), (e.Name, e.Objects[0])));
        Assert.Equal(("contact:77", new DateTimeOffset(2026, 3, 21, 8, 30, 0, TimeSpan.Zero)), (events[0].Id, events[0].Time));
    }

    public static TheoryData<string, string?> Faults => new()
    {
        { """{"score":3,"min":1,"max":5}""", "callId" },
        { """{"callId":"","score":3,"min":1,"max":5}""", "callId" },
        { """{"callId":{"a":1},"score":3,"min":1,"max":5}""", "callId" },
        { """{"callId":"c"}""", "score" },
        { """{"callId":"c","score":"four","min":1,"max":5}""", "score" },
        { """{"callId":"c","score":6,"min":1,"max":5}""", "score" },
        { """{"callId":"c","score":"۶","min":"۱","max":"۵"}""", "score" },
        { """{"callId":"c","score":3,"max":5}""", "min" },
        { """{"callId":"c","score":3,"min":1}""", "max" },
        { """{"callId":"c","score":3,"min":5,"max":5}""", "min" },
        { """{"callId":"c","score":3,"min":1,"max":5,"at":"noon"}""", "at" },
        { """{"callId":"c","scroe":3,"min":1,"max":5}""", "scroe" },
        { """{"device":"k","answer":{"a":1}}""", "answer" },
        { """{"device":"k","answer":[]}""", "answer" },
        { """{"device":"k","answer":"yes","properties":"x"}""", "properties" },
        { """{"callId":""", null },
        { "[1", null },
        { "", null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_named_and_kept(string body, string? member)
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage answer = await sources.PostAsync("/v1/contacts", body);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(member, problem.RootElement.GetProperty("member").GetString());
        Assert.Equal(body, Encoding.UTF8.GetString(Assert.Single(await sources.RefusedAsync()).Raw));
        Assert.Empty(await sources.EventsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task In_an_array_a_bad_contact_spoils_only_itself(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        using HttpResponseMessage answer = await sources.PostAsync("/v1/contacts?strict=1", """[{"callId":"a","score":9,"min":1,"max":5},{"callId":"b","score":5,"min":1,"max":5},null]""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument told = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal([false, true, false], told.RootElement.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("accepted").GetBoolean()));
        Assert.Single(await sources.EventsAsync());
        Assert.Equal(["contacts", "contacts"], (await sources.RefusedAsync()).Select(r => r.Call));
    }

    [Fact]
    public async Task The_source_s_page_names_the_member_for_which_it_was_refused()
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage refused = await sources.PostAsync("/v1/contacts", """[{"callId":"a","scroe":3,"min":1,"max":5}]""");
        using HttpClient browser = await (await sites.OnAsync(DatabaseProvider.Sqlite)).AdministratorAsync();
        string page = $"/sources/{sources.Source}";
        Assert.Contains((await browser.PageAsync(page)).QuerySelectorAll("code, bdi"), c => c.TextContent.Trim() == "scroe");
        long id = Assert.Single(await sources.RefusedAsync()).Id;
        using HttpResponseMessage still = await browser.PostFormAsync(page, $"{page}/refused/{id}/replay");
        Assert.Equal(page + "?done=still", still.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_unknown_parameter_is_named_and_a_wrong_key_final()
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage answer = await sources.PostAsync("/v1/contacts?strickt=1", "[]");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("strickt", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using HttpResponseMessage wrong = await sources.Client.PostAsync("/v1/contacts?writeKey=no", new StringContent("[]"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }
}
