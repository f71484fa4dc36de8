using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Experience.Feedback.Understand.Edit;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Inbox;

/// <summary>A change of the taxonomy is tried on what was told, put in force, told again of what was told before, and undone.</summary>
public sealed class TopicsPageTests
{
    private const string Page = "/feedback/settings/topics";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_topic_is_tried_put_in_force_and_undone(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        await TellAsync(site, ("a", "بوفه بسته بود"), ("b", "بوفه تعطیل بود و قیمت بالا"), ("c", "The price is too high"));
        Assert.Equal(["price"], (await ItemAsync(site, "b")).Topics);

        (string, string)[] buffet = [("key", "buffet"), ("title-en", "Buffet"), ("words-fa", "بوفه*"), ("words-en", "buffet")];
        Assert.Equal(Page + "?edit=buffet&wrong=words", await PostAsync(browser, Page, "try", [.. buffet[..2], ("words-fa", "بو*")]));
        Assert.Equal(Page + "?edit=buffet&tried=true", await PostAsync(browser, Page, "try", buffet));
        IElement trial = (await browser.PageAsync(Page + "?edit=buffet")).QuerySelector("#trial")!;
        Assert.Equal(["0", "2", "2", "0"], trial.QuerySelectorAll(".stat-value").Select(s => s.TextContent.Trim()));
        Assert.Contains("بوفه تعطیل بود", trial.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("buffet", Book(site).Now.All.Select(t => t.Key));

        Assert.StartsWith(Page + "?done=saved&key=buffet&version=1", await PostAsync(browser, Page + "?edit=buffet", "publish"), StringComparison.Ordinal);
        await UntilAsync(async () => (await ItemAsync(site, "b")).Topics is ["price", "buffet"] && (await ItemAsync(site, "a")).Topics is ["buffet"]);
        await TellAsync(site, ("d", "بوفهٔ خوبی نبود"));
        Assert.Equal(["buffet"], (await ItemAsync(site, "d")).Topics);
        Assert.NotNull((await browser.PageAsync("/feedback?topic=buffet")).QuerySelector("main tbody tr"));

        string? undone = await PostAsync(browser, Page + "?done=saved&key=buffet&version=1", "/feedback/settings/undo");
        Assert.Contains("done=undone", undone, StringComparison.Ordinal);
        await UntilAsync(async () => (await ItemAsync(site, "a")).Topics.Count == 0 && (await ItemAsync(site, "b")).Topics is ["price"]);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_topic_is_shown_texts_from_the_inbox_and_finds_others_like_them(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        using HttpClient browser = await site.AdministratorAsync();
        string[] wet = ["سقف سالن چکه می‌کند 09121234567", "آب از سقف سالن می‌چکید", "سالن انتظار از سقف خیس شده", "سقف سالن انتظار چکه داشت", "باران آمد و از سقف سالن آب ریخت"];
        string[] others = ["قهوه خوب بود", "نوبت تلفنی راحت است", "خودرو تمیز بود", "فاکتور روشن بود", "دوباره می‌آیم", "راه دور است", "هوا گرم بود", "روز آرامی بود", "ممنون از همکاران", "مجله‌ها کهنه‌اند", "صندلی راحت بود", "آدرس سخت پیدا شد"];
        await TellAsync(site, [.. wet.Select((text, n) => ("w" + n, text)), .. others.Select((text, n) => ("o" + n, text))]);
        Assert.Equal(Page + "?edit=roof&tried=true", await PostAsync(browser, Page, "try", ("key", "roof"), ("title-en", "Roof"), ("words-en", "roof")));
        Assert.StartsWith(Page + "?done=saved&key=roof", await PostAsync(browser, Page + "?edit=roof", "publish"), StringComparison.Ordinal);

        foreach (int n in Enumerable.Range(0, wet.Length))
        {
            long id = (await ItemAsync(site, "w" + n)).Id;
            Assert.Equal($"/feedback/{id}?done=shown&topic=roof", await PostAsync(browser, $"/feedback/{id}", Page + "/show", ("key", "roof"), ("about", "yes")));
        }

        long wrongly = (await ItemAsync(site, "o3")).Id;
        Assert.Equal($"/feedback/{wrongly}?done=shown&topic=roof", await PostAsync(browser, $"/feedback/{wrongly}", Page + "/show", ("key", "roof"), ("about", "yes")));
        Assert.Equal($"/feedback/{wrongly}?done=shown&topic=roof", await PostAsync(browser, $"/feedback/{wrongly}", Page + "/show", ("key", "roof"), ("about", "no")));
        Assert.Equal($"/feedback/{wrongly}?wrong=topic", await PostAsync(browser, $"/feedback/{wrongly}", Page + "/show", ("key", "nothing"), ("about", "no")));
        Topic draft = Book(site).Draft("roof")!;
        Assert.Equal((5, 1, others.Length - 1), (draft.Examples.Count, draft.NotAbout.Count, draft.Beside.Count));
        Assert.DoesNotContain(draft.Examples, text => text.Contains("0912", StringComparison.Ordinal));
        Assert.DoesNotContain("roof", (await ItemAsync(site, "w0")).Topics);
        Assert.Contains("5", (await browser.PageAsync(Page + "?edit=roof")).QuerySelector("#trial")!.QuerySelectorAll(".stat-value")[1].TextContent, StringComparison.Ordinal);

        Assert.StartsWith(Page + "?done=saved&key=roof", await PostAsync(browser, Page + "?edit=roof", "publish"), StringComparison.Ordinal);
        await UntilAsync(async () => (await ItemAsync(site, "w0")).Topics.Contains("roof") && (await ItemAsync(site, "w4")).Topics.Contains("roof"));
        await TellAsync(site, ("new", "باز هم سقف سالن انتظار چکه می‌کرد"), ("other", "قهوه سرد بود"));
        Assert.Contains("roof", (await ItemAsync(site, "new")).Topics);
        Assert.DoesNotContain("roof", (await ItemAsync(site, "other")).Topics);
        Assert.DoesNotContain("roof", (await ItemAsync(site, "o3")).Topics);

        // Who only reads feedback teaches nothing.
        using HttpClient reader = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        Assert.Null((await reader.PageAsync($"/feedback/{wrongly}")).QuerySelector($"form[action='{Page}/show']"));
    }

    [SkippableFact]
    public async Task Who_manages_one_unit_reads_topics_and_changes_none()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(DatabaseProvider.Sqlite);
        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "n1");
        IDocument page = await manager.PageAsync(Page + "?edit=price");
        Assert.NotEmpty(page.QuerySelectorAll("main tbody tr"));
        Assert.Null(page.QuerySelector($"form[action='{Page}/try']"));
    }

    private static TopicBook Book(CaptureSite site) => site.Services.GetRequiredService<TopicBook>();

    private static async Task TellAsync(CaptureSite site, params (string Code, string Text)[] said)
    {
        await site.Services.GetRequiredService<IExperienceLog>().AppendAsync([.. said.Select(s => new NewEvent
        {
            Source = "test", Id = s.Code, Name = "Feedback Received", Time = DateTimeOffset.UtcNow, Unit = "n1", Objects = [new("customer", "c-" + s.Code), new("feedback", s.Code)],
            Attributes = System.Text.Json.JsonSerializer.Serialize(new { feedback = s.Code, text = s.Text, kind = "comment" }),
        })]);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
    }

    private static async Task<FeedbackItem> ItemAsync(CaptureSite site, string code) => (await site.Services.GetRequiredService<FeedbackStore>().FindByCodeAsync(code))!;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static async Task<string?> PostAsync(HttpClient browser, string page, string deed, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await browser.PostFormAsync(page, deed.StartsWith('/') ? deed : $"{Page}/{deed}", fields);
        return answer.Headers.Location?.ToString();
    }
}
