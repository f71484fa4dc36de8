using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Culture.Learning;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Leadership.Culture.Rituals;

namespace Tajriba.Host.Tests.Culture;

/// <summary>Learning, rituals and the digest on their pages, on either database.</summary>
public sealed class CultureLifeTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_path_is_written_assigned_by_role_learned_and_counted(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient administrator = await site.AdministratorAsync();
        Assert.Contains("/work-culture/learning/L-1?done=saved", await PostAsync(administrator, "/work-culture/learning", "/work-culture/learning/deeds/add", ("name", "گوش دادن"), ("role", "ContactAgent")), StringComparison.Ordinal);
        Assert.Contains("done=saved", await PostAsync(administrator, "/work-culture/learning/L-1", "/work-culture/learning/L-1/module", ("title", "One"), ("text", "Read."), ("link", "https://example.com/a"), ("seen", "1")), StringComparison.Ordinal);
        foreach (string wrong in (string[])["http://example.com/", "javascript:alert(1)", "https://user@example.com/"])
        {
            Assert.Contains("wrong=link", await PostAsync(administrator, "/work-culture/learning/L-1", "/work-culture/learning/L-1/module", ("title", "Two"), ("link", wrong), ("seen", "2")), StringComparison.Ordinal);
        }

        using HttpClient agent = await site.BrowserOfAsync(BuiltInRoles.Agent, "n1");
        Assert.Contains("done=placed", await PostAsync(agent, "/work-culture/learning", "/work-culture/learning/deeds/begin", ("role", "ContactAgent"), ("unit", "n1")), StringComparison.Ordinal);
        Assert.Contains("wrong=unit", await PostAsync(agent, "/work-culture/learning", "/work-culture/learning/deeds/begin", ("role", "ContactAgent"), ("unit", "s1")), StringComparison.Ordinal);
        Assert.Contains("done=learned", await PostAsync(agent, "/work-culture/learning/L-1", "/work-culture/learning/L-1/done", ("module", "1")), StringComparison.Ordinal);
        LearningStore store = site.Services.GetRequiredService<LearningStore>();
        Completion done = Assert.Single(await store.CompletionsAsync());
        Assert.Equal(["n1"], (await store.LearnersAsync()).Select(l => l.Unit));
        await PostAsync(agent, "/work-culture/learning/L-1", "/work-culture/learning/L-1/done", ("module", done.Module), ("is", "open"));
        Assert.Empty(await store.CompletionsAsync());

        // Whoever answers for one unit takes nobody from another.
        using HttpClient south = await site.BrowserOfAsync(BuiltInRoles.Manager, "s1");
        Assert.Contains("wrong=person", await PostAsync(south, "/work-culture/learning", "/work-culture/learning/deeds/place", ("person", done.Person.ToString()), ("role", "Leader"), ("unit", "s1")), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_ritual_comes_round_is_kept_or_missed_and_taken_back(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        CultureBook book = site.Services.GetRequiredService<CultureBook>();
        string begins = Today.AddDays(-8).ToString("yyyy-MM-dd");
        Assert.Contains("done=saved", await PostAsync(manager, "/work-culture/rituals", "/work-culture/rituals/deeds/add", ("name", "Listening"), ("unit", "n1"), ("rhythm", "Weekly"), ("begins", begins)), StringComparison.Ordinal);
        Assert.Equal(Rhythm.Weekly, book.Find<Ritual>(CultureKind.Ritual, "T-1")!.Value.Rhythm);
        Assert.Contains("done=marked", await PostAsync(manager, "/work-culture/rituals", "/work-culture/rituals/T-1/keep", ("day", begins)), StringComparison.Ordinal);
        foreach (string never in new[] { Today.AddDays(-7).ToString("yyyy-MM-dd"), Today.AddDays(6).ToString("yyyy-MM-dd"), "soon" })
        {
            Assert.Contains("wrong=what", await PostAsync(manager, "/work-culture/rituals", "/work-culture/rituals/T-1/miss", ("day", never)), StringComparison.Ordinal);
        }

        RitualStore store = site.Services.GetRequiredService<RitualStore>();
        Assert.Equal([true], (await store.SinceAsync(Today.AddDays(-30))).Values);
        await PostAsync(manager, "/work-culture/rituals", "/work-culture/rituals/T-1/clear", ("day", begins));
        Assert.Empty(await store.SinceAsync(Today.AddDays(-30)));

        // A ritual of one unit is that unit's own, also to undo.
        using HttpClient south = await site.BrowserOfAsync(BuiltInRoles.Manager, "s1");
        Assert.DoesNotContain("Listening", (await south.PageAsync("/work-culture/rituals")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        string token = (await south.PageAsync("/work-culture/rituals")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using HttpResponseMessage refused = await south.PostAsync("/work-culture/records/undo", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("kind", "ritual"), new("record", "T-1"), new("version", "1")]));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Contains("done=undone", await PostAsync(manager, "/work-culture/rituals", "/work-culture/records/undo", ("kind", "ritual"), ("record", "T-1"), ("version", "1"), ("back", "/work-culture/rituals")), StringComparison.Ordinal);
        Assert.Null(book.Find<Ritual>(CultureKind.Ritual, "T-1"));
    }

    [Fact]
    public async Task The_digest_shows_the_month_at_hand_and_the_one_before()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient agent = await site.BrowserOfAsync(BuiltInRoles.Agent, "n1");
        await PostAsync(agent, "/work-culture", "/work-culture/wall/deeds/post", ("to", "u:s1"), ("quality", "Teamwork"), ("text", "Thank you."));
        IDocument now = await agent.PageAsync("/work-culture/digest");
        Assert.Single(now.QuerySelectorAll(".wall-note"));
        Assert.Empty((await agent.PageAsync(now.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).QuerySelectorAll(".wall-note"));
    }

    private static Task<string> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) => IndicatorPageTests.PostAsync(browser, page, action, fields);
}
