using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Culture.Pulse;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Leadership.Culture.Records;

namespace Tajriba.Host.Tests.Culture;

/// <summary>The wall and the pulse on their pages, on either database.</summary>
public sealed class CulturePageTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Thanks_stand_on_the_wall_for_all_staff_are_joined_in_and_can_be_taken_off_and_put_back(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        string colleague = (await site.AddPersonAsync(BuiltInRoles.Agent, "s1")).ToString();
        using HttpClient agent = await site.BrowserOfAsync(BuiltInRoles.Agent, "n1");
        string to = await PostAsync(agent, "/work-culture", "/work-culture/wall/deeds/post", ("to", "p:" + colleague), ("quality", "Listening"), ("text", "برای شنیدن <b>مشتری</b>"), ("path", "/feedback/cases/C-1"));
        Assert.StartsWith("/work-culture?done=posted&note=", to, StringComparison.Ordinal);
        using HttpClient other = await site.BrowserOfAsync(BuiltInRoles.Agent, "s1");
        IElement note = Assert.Single((await other.PageAsync("/work-culture")).QuerySelectorAll(".wall-note"));
        Assert.Contains("<b>", note.TextContent, StringComparison.Ordinal);
        Assert.Equal("/feedback/cases/C-1", note.QuerySelector("a.btn")!.GetAttribute("href"));
        string id = note.Id!["note-".Length..];

        await PostAsync(other, "/work-culture", $"/work-culture/wall/{id}/cheer");
        Assert.Equal("true", (await other.PageAsync("/work-culture")).QuerySelector(".wall-note button[aria-pressed]")!.GetAttribute("aria-pressed"));
        Assert.Equal("false", (await agent.PageAsync("/work-culture")).QuerySelector(".wall-note button[aria-pressed]")!.GetAttribute("aria-pressed"));

        // A third person may not take it off; whoever wrote it may, and may put it back.
        string token = (await other.PageAsync("/work-culture")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using HttpResponseMessage refused = await other.PostAsync($"/work-culture/wall/{id}/withdraw", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
        await PostAsync(agent, "/work-culture", $"/work-culture/wall/{id}/withdraw");
        Assert.Empty((await other.PageAsync("/work-culture")).QuerySelectorAll(".wall-note"));
        await PostAsync(agent, "/work-culture", $"/work-culture/wall/{id}/restore");
        Assert.Single((await other.PageAsync("/work-culture")).QuerySelectorAll(".wall-note"));
    }

    [Fact]
    public async Task What_cannot_be_posted_says_why()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient agent = await site.BrowserOfAsync(BuiltInRoles.Agent, "n1");
        (string Fault, (string, string)[] Fields)[] wrong =
        [
            ("to", [("to", "p:999"), ("quality", "Listening"), ("text", "x")]),
            ("text", [("to", "u:n1"), ("quality", "Listening"), ("text", " ")]),
            ("path", [("to", "u:n1"), ("quality", "Listening"), ("text", "x"), ("path", "https://elsewhere.example/")]),
            ("quality", [("to", "u:n1"), ("quality", "Achievement"), ("text", "x")]),
        ];
        foreach ((string fault, (string, string)[] fields) in wrong)
        {
            Assert.Contains("wrong=" + fault, await PostAsync(agent, "/work-culture", "/work-culture/wall/deeds/post", fields), StringComparison.Ordinal);
        }

        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        Assert.Contains("done=posted", await PostAsync(manager, "/work-culture", "/work-culture/wall/deeds/post", ("to", "u:n1"), ("quality", "Achievement"), ("text", "x")), StringComparison.Ordinal);
        Assert.Contains("wrong=quality", await PostAsync(manager, "/work-culture", "/work-culture/wall/deeds/post", ("to", "u:s1"), ("quality", "Achievement"), ("text", "x")), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Another_room_celebrates_an_achievement_once(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        IRecognition wall = site.Services.GetRequiredService<IRecognition>();
        await wall.CelebrateAsync(new("objectives:K-1", "Nine of ten answered within a day", "n1", null, "/objectives/K-1"));
        await wall.CelebrateAsync(new("objectives:K-1", "Nine of ten answered within a day", "n1", null, "/objectives/K-1"));
        Note note = Assert.Single(await site.Services.GetRequiredService<NoteStore>().WallAsync(null, 10));
        Assert.Equal((Quality.Achievement, "n1"), (note.Quality, note.ToUnit));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_person_answers_a_round_once_and_nothing_keeps_who_answered_what(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient administrator = await site.AdministratorAsync();
        string made = await PostAsync(administrator, "/work-culture/pulse/new", "/work-culture/pulse/deeds/open",
            ("name", "پاییز"), ("opens", Today.AddDays(-1).ToString("yyyy-MM-dd")), ("closes", Today.AddDays(5).ToString("yyyy-MM-dd")), ("question", "b1"), ("question", "a4"));
        Assert.Contains("record=P-1", made, StringComparison.Ordinal);
        using HttpClient agent = await site.BrowserOfAsync(BuiltInRoles.Agent, "n1");
        Assert.Contains(await WaitingAsync(agent), h => h == "/work-culture/pulse/P-1/answer");
        Assert.Contains("wrong=answers", await PostAsync(agent, "/work-culture/pulse/P-1/answer", "/work-culture/pulse/P-1/answer", ("q:b1", "5"), ("unit", "n1")), StringComparison.Ordinal);
        Assert.Contains("done=answered", await PostAsync(agent, "/work-culture/pulse/P-1/answer", "/work-culture/pulse/P-1/answer", ("q:b1", "5"), ("q:a4", "1"), ("unit", "n1")), StringComparison.Ordinal);
        Assert.Contains("done=before", await PostAsync(agent, "/work-culture/pulse", "/work-culture/pulse/P-1/answer", ("q:b1", "1"), ("q:a4", "5"), ("unit", "n1")), StringComparison.Ordinal);
        Assert.DoesNotContain(await WaitingAsync(agent), h => h == "/work-culture/pulse/P-1/answer");
        Assert.Null(await site.Services.GetRequiredService<PulseStore>().ResultAsync("P-1"));

        await using var connection = await site.Services.GetRequiredService<IDatabase>().OpenAsync();
        Assert.Equal(0, await connection.Command("SELECT COUNT(*) FROM access_audit_entries WHERE subject LIKE '%P-1%' AND action <> 'culture.round'").ScalarAsync<long>());
        List<(string, int, int)> counts = await connection.Command("SELECT question, score, answers FROM culture_tallies ORDER BY question").ListAsync(r => (r.GetString(0), r.GetInt32(1), r.GetInt32(2)));
        Assert.Equal([("#Atmosphere", 100, 1), ("#Belief", 100, 1), ("a4", 1, 1), ("b1", 5, 1)], counts.OrderBy(c => c.Item1, StringComparer.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_round_that_is_over_shows_units_of_enough_people_and_joins_the_others_for_good(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        CultureBook book = site.Services.GetRequiredService<CultureBook>();
        PulseStore store = site.Services.GetRequiredService<PulseStore>();
        var round = new Round("Autumn", [.. QuestionLibrary.Own.Take(2)], Today.AddDays(-20), Today.AddDays(-5));
        string code = await book.AddAsync(CultureKind.Round, "P", round, null);
        await store.AnswerAsync(code, round, [.. Enumerable.Range(1, 14).Select(p => new PulseAnswer(p, p <= 8 ? "n1" : p <= 12 ? "s1" : ShownUnits.Whole, round.Questions.ToDictionary(q => q.Key, _ => 3)))]);
        await using (AsyncServiceScope scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PulseCloser>().RunAsync(CancellationToken.None);
        }

        PulseResult result = (await store.ResultAsync(code))!;
        Assert.Equal(["", "n1"], result.Cells.Select(c => c.Unit).Order(StringComparer.Ordinal));
        Assert.Equal(14, result.Cell(ShownUnits.Whole)!.Answers);
        Assert.Equal((8, 50.0), (result.Cell("n1")!.Answers, result.Index(Dimension.Belief, "n1")!.Value.Mean));
        Assert.DoesNotContain(result.Tallies, t => t.Part == "s1");
        Assert.False(await store.AnswerAsync(code, round, new PulseAnswer(99, "n1", round.Questions.ToDictionary(q => q.Key, _ => 5))));

        // Whoever holds the room over one unit sees that unit and the whole.
        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        IDocument page = await manager.PageAsync("/work-culture/pulse/" + code);
        Assert.Equal(2, page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Length);
        using HttpClient south = await site.BrowserOfAsync(BuiltInRoles.Manager, "s1");
        Assert.Single((await south.PageAsync($"/work-culture/pulse/{code}?unit=n1")).QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_round_is_taken_away_and_put_back_and_its_last_day_is_never_past()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient administrator = await site.AdministratorAsync();
        CultureBook book = site.Services.GetRequiredService<CultureBook>();
        await PostAsync(administrator, "/work-culture/pulse/new", "/work-culture/pulse/deeds/question", ("text", "Own?"), ("dimension", "Belief"));
        await PostAsync(administrator, "/work-culture/pulse/new", "/work-culture/pulse/deeds/open", ("name", "x"), ("opens", Today.ToString("yyyy-MM-dd")), ("closes", Today.AddDays(3).ToString("yyyy-MM-dd")), ("question", "Q-1"));
        Assert.Equal("Own?", Assert.Single(book.Find<Round>(CultureKind.Round, "P-1")!.Value.Questions).Text.En);
        Assert.Contains("wrong=dates", await PostAsync(administrator, "/work-culture/pulse/P-1", "/work-culture/pulse/P-1/close", ("closes", Today.AddDays(-2).ToString("yyyy-MM-dd")), ("seen", "1")), StringComparison.Ordinal);
        Assert.Contains("done=saved", await PostAsync(administrator, "/work-culture/pulse/P-1", "/work-culture/pulse/P-1/close", ("closes", Today.AddDays(9).ToString("yyyy-MM-dd")), ("seen", "1")), StringComparison.Ordinal);
        await PostAsync(administrator, "/work-culture/pulse/P-1", "/work-culture/pulse/P-1/remove", ("seen", "2"));
        Assert.Null(book.Find<Round>(CultureKind.Round, "P-1"));
        Assert.Contains("done=undone", await PostAsync(administrator, "/work-culture/pulse", "/work-culture/records/undo", ("kind", "round"), ("record", "P-1"), ("version", "3"), ("back", "/work-culture/pulse")), StringComparison.Ordinal);
        Assert.NotNull(book.Find<Round>(CultureKind.Round, "P-1"));
    }

    private static async Task<IEnumerable<string?>> WaitingAsync(HttpClient browser) => (await browser.PageAsync("/work-culture/pulse")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href"));

    private static Task<string> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) => IndicatorPageTests.PostAsync(browser, page, action, fields);
}
