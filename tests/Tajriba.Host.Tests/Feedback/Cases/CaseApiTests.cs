using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Cases;

/// <summary>Cases over the API: listed by filter, opened, worked on, masked, and refused with a reason.</summary>
public sealed class CaseApiTests
{
    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Filters_narrow_the_list_and_its_pages_leave_nothing_out(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        ICases cases = site.Services.GetRequiredService<ICases>();
        for (int i = 0; i < 9; i++)
        {
            await cases.OpenAsync(new("Number " + i, i % 3 == 0 ? "s1" : "n1", (CasePriority)(i % 4))
            {
                Channel = i % 2 == 0 ? "web" : "phone", Language = i < 3 ? "fa" : "en", SubjectType = "customer", SubjectId = "c" + (i % 5),
            });
        }

        using HttpClient caller = await site.CallerAsync();
        foreach (string sort in new[] { "due", "newest" })
        {
            List<JsonElement> all = await ListAsync(caller, "?limit=4&sort=" + sort);
            Assert.Equal(9, all.Select(c => Word(c, "code")).Distinct().Count());
            IEnumerable<DateTimeOffset> times = all.Select(c => c.GetProperty(sort == "due" ? "due" : "opened").GetDateTimeOffset());
            Assert.Equal(sort == "due" ? times.Order() : times.OrderDescending(), times);
        }

        Assert.Equal(3, (await ListAsync(caller, "?unit=s1")).Count);
        Assert.Equal(9, (await ListAsync(caller, "?unit=org")).Count);
        Assert.Equal(2, (await ListAsync(caller, "?priority=urgent")).Count);
        Assert.Equal(2, (await ListAsync(caller, "?channel=web&language=fa")).Count);
        Assert.Equal(2, (await ListAsync(caller, "?customer=c0")).Count);
        Assert.Equal(9, (await ListAsync(caller, "?view=unassigned&state=New")).Count);
        Assert.Empty(await ListAsync(caller, "?view=mine"));
        Assert.Empty(await ListAsync(caller, "?view=overdue"));
        Assert.Empty(await ListAsync(caller, "?view=done"));

        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), [FeedbackPermissions.ViewId]));
        using HttpClient reader = await site.CallerAsync("reader", "s1");
        Assert.Equal(3, (await ListAsync(reader, "?limit=2")).Count);
        Assert.Empty(await ListAsync(reader, "?unit=n1"));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_case_is_opened_worked_on_and_told_and_of_two_the_second_is_refused(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient caller = await site.CallerAsync();
        using HttpResponseMessage opened = await caller.PostAsJsonAsync("/api/feedback/cases", new { said = "Late, write to sara@example.com", unit = "n1", priority = "High", customer = "c1" });
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        string path = opened.Headers.Location!.ToString();
        Assert.Equal(path, "/api/feedback/cases/" + Word(await opened.Content.ReadFromJsonAsync<JsonElement>(), "code"));

        Assert.Equal("Open", Word(await DoAsync(caller, path, "take", new { seen = 1 }), "state"));
        Assert.Equal("meanwhile", await RefusedAsync(caller, path, "take", new { seen = 1 }, HttpStatusCode.Conflict));
        Assert.Equal("NeedsAnswer", await RefusedAsync(caller, path, "resolve", new { seen = 2, cause = "late", text = "Another bus" }, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("NotSent", await RefusedAsync(caller, path, "answer", new { seen = 2, text = "We are sorry", by = "message" }, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("seen", await RefusedAsync(caller, path, "close", new { }, HttpStatusCode.BadRequest));
        Assert.Equal("cause", await RefusedAsync(caller, path, "resolve", new { seen = 2, cause = "nothing", text = "x" }, HttpStatusCode.BadRequest));
        Assert.Equal("text", await RefusedAsync(caller, path, "note", new { seen = 2, text = new string('x', 10_001) }, HttpStatusCode.BadRequest));
        Assert.Equal("Waiting", Word(await DoAsync(caller, path, "wait", new { seen = 2, @for = "Customer" }), "state"));
        Assert.Equal("Open", Word(await DoAsync(caller, path, "undo", new { seen = 3 }), "state"));
        await DoAsync(caller, path, "answer", new { seen = 4, text = "We are sorry" });
        JsonElement done = await DoAsync(caller, path, "resolve", new { seen = 5, cause = "late", text = "Another bus" });
        Assert.Equal(("Resolved", "late", 6), (Word(done, "state"), Word(done, "cause"), done.GetProperty("version").GetInt32()));
        Assert.Equal(["opened", "assigned", "waited", "resumed", "answered", "resolved"], done.GetProperty("moments").EnumerateArray().Select(m => Word(m, "did")));
        Assert.All(done.GetProperty("promises").EnumerateArray(), p => Assert.True(p.GetProperty("kept").GetBoolean()));
        Assert.Equal([Word(done, "code")], (await ListAsync(caller, "?view=done")).Select(c => Word(c, "code")));

        using HttpResponseMessage unknown = await caller.PostAsJsonAsync(path + "/dance", new { seen = 6 });
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using HttpResponseMessage extra = await caller.PostAsJsonAsync(path + "/note", new { seen = 6, text = "x", mood = "good" });
        Assert.Equal(HttpStatusCode.BadRequest, extra.StatusCode);

        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), [FeedbackPermissions.ViewId]));
        using HttpClient reader = await site.CallerAsync("reader", "n1");
        Assert.DoesNotContain("sara@", await reader.GetStringAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain("sara@", await reader.GetStringAsync("/api/feedback/cases?view=done"), StringComparison.Ordinal);
        Assert.Contains("sara@", await caller.GetStringAsync(path), StringComparison.Ordinal);
        using HttpResponseMessage forbidden = await reader.PostAsJsonAsync(path + "/reopen", new { seen = 6, text = "x" });
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using HttpClient south = await site.CallerAsync("reader", "s1");
        Assert.Equal(HttpStatusCode.NotFound, (await south.GetAsync(path)).StatusCode);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Only_those_who_may_work_on_cases_of_the_unit_are_given_one(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("handler", new("Handler"), [FeedbackPermissions.ViewId, FeedbackPermissions.HandleId]));
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), [FeedbackPermissions.ViewId]));
        long here = await site.AddPersonAsync("handler", "n1"), above = await site.AddPersonAsync("handler", "org"), elsewhere = await site.AddPersonAsync("handler", "s1");
        long reads = await site.AddPersonAsync("reader", "n1"), gone = await site.AddPersonAsync("handler", "n1");
        Assert.Null(await site.Services.GetRequiredService<IPeople>().SetActiveAsync(gone, false));
        using HttpClient caller = await site.CallerAsync("handler", "n1");
        using HttpResponseMessage opened = await caller.PostAsJsonAsync("/api/feedback/cases", new { said = "Late", unit = "n1" });
        string path = opened.Headers.Location!.ToString();
        foreach (long nobody in new[] { elsewhere, reads, gone, 987_654 })
        {
            Assert.Equal("to", await RefusedAsync(caller, path, "assign", new { seen = 1, to = nobody }, HttpStatusCode.BadRequest));
        }

        Assert.Equal(here, (await DoAsync(caller, path, "assign", new { seen = 1, to = here })).GetProperty("handler").GetInt64());
        Assert.Equal(above, (await DoAsync(caller, path, "assign", new { seen = 2, to = above })).GetProperty("handler").GetInt64());
        Assert.Equal(here, (await DoAsync(caller, path, "undo", new { seen = 3 })).GetProperty("handler").GetInt64());

        // Nobody takes back what another did, opens for a unit of others, or hands a case into one that they may not work on.
        using HttpClient colleague = await site.CallerAsync("handler", "n1");
        Assert.Equal("undo", await RefusedAsync(colleague, path, "undo", new { seen = 4 }, HttpStatusCode.BadRequest));
        using HttpResponseMessage foreign = await caller.PostAsJsonAsync("/api/feedback/cases", new { said = "Late", unit = "s1" });
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        string other = (await site.Services.GetRequiredService<ICases>().OpenAsync(new("Late", "s1", CasePriority.Low))).Code;
        Assert.Equal("into", await RefusedAsync(caller, path, "merge", new { seen = 4, into = other }, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("?view=everything")]
    [InlineData("?priority=7")]
    [InlineData("?state=lost")]
    [InlineData("?sort=age")]
    [InlineData("?handler=me")]
    [InlineData("?after=x")]
    [InlineData("?limit=0")]
    [InlineData("?nothing=1")]
    public async Task What_the_API_cannot_read_is_named(string query)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient caller = await site.CallerAsync();
        using HttpResponseMessage answer = await caller.GetAsync("/api/feedback/cases" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<List<JsonElement>> ListAsync(HttpClient caller, string query)
    {
        var all = new List<JsonElement>();
        for (string? after = ""; after is not null;)
        {
            JsonElement page = await caller.GetFromJsonAsync<JsonElement>("/api/feedback/cases" + query + after);
            all.AddRange(page.GetProperty("cases").EnumerateArray());
            after = page.GetProperty("next").GetString() is { } next ? "&after=" + next : null;
        }

        return all;
    }

    private static async Task<JsonElement> DoAsync(HttpClient caller, string path, string deed, object body)
    {
        using HttpResponseMessage answer = await caller.PostAsJsonAsync($"{path}/{deed}", body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{deed}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string> RefusedAsync(HttpClient caller, string path, string deed, object body, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await caller.PostAsJsonAsync($"{path}/{deed}", body);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return Word(await answer.Content.ReadFromJsonAsync<JsonElement>(), "fault");
    }

    private static string Word(JsonElement told, string name) => told.GetProperty(name).GetString() ?? "";
}
