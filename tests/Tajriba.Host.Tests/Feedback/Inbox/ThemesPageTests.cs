using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Themes;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Inbox;

/// <summary>What many say without being asked stands on the page of themes, and on the home page where it is new.</summary>
public sealed class ThemesPageTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Pain_points_themes_and_what_emerges_are_shown_to_whom_they_concern(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        var monday = new DateTimeOffset(now.Date.AddDays(-(((int)now.DayOfWeek + 6) % 7)), TimeSpan.Zero);
        var told = new List<NewEvent>();
        for (int i = 0; i < 120; i++)
        {
            Tell("calm" + i, "Friendly people and a clean hall " + (char)('a' + (i % 26)), monday.AddDays(-1 - (i % 30)));
        }

        for (int i = 0; i < 15; i++)
        {
            Tell("bad" + i, "The invoice was wrong and terribly expensive, call me on 0912 304 0500", monday.AddDays(-2));
        }

        await site.Log.AppendAsync(told);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        await ActivatorUtilities.CreateInstance<ThemeJob>(site.Services).RunAsync(CancellationToken.None);

        using HttpClient browser = await site.AdministratorAsync();
        IDocument page = await browser.PageAsync("/feedback/themes");
        IElement first = page.QuerySelector("main table a[href*='topic=price']")!.Closest("tr")!;
        Assert.Contains("15", first.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#emerging a[href*='topic=price']"));
        Assert.Contains("invoice", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull((await browser.PageAsync("/")).QuerySelector("a[href='/feedback/themes#emerging']"));

        // A manager of one unit sees its pain points, and neither themes of the house nor personal data.
        using HttpClient manager = await site.BrowserOfAsync(BuiltInRoles.Manager, "s1");
        IDocument other = await manager.PageAsync("/feedback/themes");
        Assert.Null(other.QuerySelector("#emerging"));
        Assert.DoesNotContain("invoice", other.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        using HttpClient reader = await site.BrowserOfAsync(BuiltInRoles.Executive);
        Assert.DoesNotContain("304 0500", (await reader.PageAsync("/feedback/themes")).Body!.TextContent, StringComparison.Ordinal);

        void Tell(string id, string text, DateTimeOffset at) => told.Add(new()
        {
            Source = "test", Id = id, Name = "Feedback Received", Time = at, Unit = "n1", Objects = [new("customer", "c-" + id)],
            Attributes = System.Text.Json.JsonSerializer.Serialize(new { text, kind = "comment", language = "en" }),
        });
    }
}
