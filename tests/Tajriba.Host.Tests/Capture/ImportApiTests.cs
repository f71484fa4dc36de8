using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

public sealed class ImportApiTests
{
    private const string Path = "/api/v1/imports";
    private const string Visits = "ref,what,when\nR1,Call,2024-03-01\nR1,Visit,soon\nR1,Call,2024-03-03\n";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_body_becomes_events_by_the_mapping_that_was_saved(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        string form = await CaptureSite.UploadAsync(browser, "first.csv", "ref,what,when\nR0,Call,2024-01-01\n");
        await Access.TestSignIn.PostFormAsync(browser, form, "/import/start", ("activity", "what"), ("object-order", "ref"), ("save", "orders"));

        using HttpClient caller = await site.CallerAsync();
        foreach (string address in new[] { Path + "?name=visits.csv", Path + "?mapping=orders" })
        {
            using HttpResponseMessage sent = await caller.PostAsync(address, Body(Visits));
            Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
            string import = sent.Headers.Location!.ToString();
            await site.EndOfAsync(long.Parse(import.Split('/')[^1]));
            JsonElement state = await JsonAsync(caller, import);
            Assert.Equal(("Done", "visits.csv", 3, 2, 1), (Text(state, "state"), Text(state, "fileName"), Number(state, "rows"), Number(state, "added"), Number(state, "rejected")));
            JsonElement rejected = Assert.Single((await JsonAsync(caller, import + "/rejected")).EnumerateArray());
            Assert.Equal((2, "BadTime", "R1,Visit,soon"), (Number(rejected, "row"), Text(rejected, "reason"), Text(rejected, "text")));
            Assert.Empty((await JsonAsync(caller, import + "/rejected?after=2")).EnumerateArray());
        }

        Assert.Equal(2, (await JsonAsync(caller, Path)).GetArrayLength());
        Assert.Equal(1, (await JsonAsync(caller, Path + "?limit=1")).GetArrayLength());
        Assert.Equal(["R0", "R1", "R1"], (await site.EventsAsync()).Select(e => Assert.Single(e.Objects)).Select(o => o.Type == "order" ? o.Id : o.Type));
    }

    [Theory]
    [InlineData("", "x", 415, "Unsupported")]
    [InlineData("", "", 400, "empty")]
    [InlineData("", "a,b\nc,d\n", 400, "name the event")]
    [InlineData("", "[1,2]", 400, "JSON array")]
    [InlineData("?mapping=nobodys", Visits, 400, "nobodys")]
    [InlineData("?maping=visits", Visits, 400, "maping")]
    public async Task A_mistake_of_the_caller_is_named(string query, string body, int status, string word)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        using HttpContent content = status == 415 ? new StringContent(body, Encoding.UTF8, "text/csv") : Body(body);
        using HttpResponseMessage answer = await caller.PostAsync(Path + query, content);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(word, Text(problem.RootElement, status == 415 ? "title" : "detail"), StringComparison.Ordinal);
        Assert.Empty((await JsonAsync(caller, Path)).EnumerateArray());
        Assert.Empty(Directory.Exists(site.UploadFolder) ? Directory.GetFiles(site.UploadFolder) : []);
    }

    [Fact]
    public async Task Nothing_is_told_to_those_who_may_not_or_of_what_is_not_there()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        using HttpResponseMessage missing = await caller.GetAsync(Path + "/7");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (missing.StatusCode, missing.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync(Path + "/7/rejected")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.GetAsync(Path + "?limit=many")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await caller.GetAsync(Path + "?first=1")).StatusCode);
        using HttpClient part = await site.CallerAsync(BuiltInRoles.Administrator, "n1");
        Assert.Equal(HttpStatusCode.NotFound, (await part.PostAsync(Path, Body(Visits))).StatusCode);
        using HttpClient agent = await site.CallerAsync(BuiltInRoles.Agent, "n1");
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PostAsync(Path, Body(Visits))).StatusCode);
        Assert.Empty(await site.EventsAsync());
    }

    private static ByteArrayContent Body(string text) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private static async Task<JsonElement> JsonAsync(HttpClient caller, string path) => JsonDocument.Parse(await caller.GetStringAsync(path)).RootElement;

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static int Number(JsonElement item, string name) => item.GetProperty(name).GetInt32();
}
