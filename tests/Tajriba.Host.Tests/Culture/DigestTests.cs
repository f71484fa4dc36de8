using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Messages;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Leadership.Culture.Digest;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Host.Tests.Culture;

/// <summary>The month that is over comes by e-mail to those who want it.</summary>
public sealed class DigestTests
{
    private const string Page = "/work-culture/digest";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_month_comes_once_to_who_asked_for_it_and_none_in_which_nothing_happened(DatabaseProvider provider)
    {
        await using var site = await MessageSite.OpenAsync(provider);
        IPeople people = site.Site.Services.GetRequiredService<IPeople>();
        long glad = await Indicators.DigestTests.PersonAsync(site.Site, "glad@example.com", "n1"), other = await Indicators.DigestTests.PersonAsync(site.Site, "other@example.com", "n1");
        Assert.Null(await people.SetPreferencesAsync(glad, ReaderPreferences.Of("fa") with { TimeZone = "UTC" }));
        using HttpClient browser = await BrowserAsync(site, glad);
        Assert.Contains("done=subscribed", await PostAsync(browser, "true"), StringComparison.Ordinal);

        NoteStore notes = site.Site.Services.GetRequiredService<NoteStore>();
        await notes.PostAsync(new(other, glad, null, Quality.Listening, "دست <مریزاد>", null));
        await notes.PostAsync(new(null, null, "n1", Quality.Achievement, "Nobody waited", null));

        // Today's month is over on the first day of the next one by the reader's calendar.
        ReaderPreferences reader = ReaderPreferences.Of("fa");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        DateOnly next = Experience.Indicators.Measure.Periods.FirstDay(Experience.Indicators.Measure.Periods.FirstDay(today, Experience.Indicators.Measure.PeriodStep.Month, reader.Calendar).AddDays(32), Experience.Indicators.Measure.PeriodStep.Month, reader.Calendar);
        await RunAsync(site, next.AddDays(-1));
        Assert.Empty(await SentAsync(site));
        await RunAsync(site, next);
        await RunAsync(site, next);
        await RunAsync(site, next.AddDays(3));
        MessageRecord sent = Assert.Single(await SentAsync(site));
        Assert.Equal(("culture", glad, false), (sent.Purpose, sent.PersonId, sent.Counts));
        foreach (string part in new[] { sent.Content!.Plain, sent.Content.Html! })
        {
            Assert.Contains("Nobody waited", part, StringComparison.Ordinal);
            Assert.Contains("other@example.com", part, StringComparison.Ordinal);
            Assert.Contains("سپاس از شما", part, StringComparison.Ordinal);
            Assert.Contains("http://localhost/work-culture/digest?month=", part, StringComparison.Ordinal);
            Assert.DoesNotContain("{", part, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<مریزاد>", sent.Content.Html!, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", sent.Content.Html!, StringComparison.Ordinal);

        // Nothing happened in the month after it; and whoever leaves gets none.
        await RunAsync(site, next.AddDays(33));
        Assert.Single(await SentAsync(site));
        Assert.Contains("done=unsubscribed", await PostAsync(browser, "false"), StringComparison.Ordinal);
        Assert.Contains("done=subscribed", await PostAsync(browser, "true"), StringComparison.Ordinal);
        Assert.Contains("done=unsubscribed", await PostAsync(browser, "false"), StringComparison.Ordinal);
        await RunAsync(site, next);
        Assert.Single(await SentAsync(site));
    }

    [Fact]
    public async Task Who_has_no_address_is_told_so()
    {
        await using var site = await MessageSite.OpenAsync(DatabaseProvider.Sqlite);
        using HttpClient browser = await BrowserAsync(site, await site.Site.AddPersonAsync(BuiltInRoles.Manager, "n1"));
        Assert.Contains("wrong=address", await PostAsync(browser, "true"), StringComparison.Ordinal);
        Assert.Contains("no e-mail address", (await browser.PageAsync(Page + "?wrong=address")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<MessageRecord>> SentAsync(MessageSite site) => site.Store.ListAsync(new(), long.MaxValue, 10);

    private static async Task<HttpClient> BrowserAsync(MessageSite site, long person)
    {
        HttpClient browser = site.Site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await site.Site.SignInAsync(browser, person);
        return browser;
    }

    private static async Task<string> PostAsync(HttpClient browser, string wants)
    {
        using HttpResponseMessage answer = await browser.PostFormAsync(Page, Page + "/letters", ("wants", wants));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Runs the job as if it were noon of a day.</summary>
    private static async Task RunAsync(MessageSite site, DateOnly day)
    {
        await using AsyncServiceScope scope = site.Site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DigestJob>(scope.ServiceProvider, new Then(new(day.ToDateTime(new(12, 0)), TimeSpan.Zero))).RunAsync(CancellationToken.None);
    }
}
