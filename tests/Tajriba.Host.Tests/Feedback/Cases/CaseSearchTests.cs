using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Cases.Watch;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Cases;

/// <summary>Cases are found by what was said and written in them, whichever keyboard wrote it, by those who may see them.</summary>
public sealed class CaseSearchTests
{
    public static TheoryData<DatabaseProvider> Providers => CaptureSite.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Words_of_the_customer_and_of_colleagues_find_a_case(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        ICases cases = site.Services.GetRequiredService<ICases>();
        string said = (await cases.OpenAsync(new("قبض من ۰۹۱۲۳۴۵۶۷۸۹ دوبار كسر شده است", "n1", CasePriority.Normal) { SubjectType = "customer", SubjectId = "c-77" })).Code;
        string noted = (await cases.OpenAsync(new("The bus was late", "s1", CasePriority.Normal))).Code;
        Assert.Null(await cases.DoAsync(noted, new CaseMoment.Noted(DateTimeOffset.UtcNow, null, "راننده می‌گوید پل بسته بود", [])));
        Assert.Null(await cases.DoAsync(noted, new CaseMoment.Replied(DateTimeOffset.UtcNow, "Then don't print that timetable")));

        using HttpClient browser = await site.AdministratorAsync();
        foreach ((string typed, string? found) in new[]
        {
            ("کسر", said), ("دوبار کسر", said), ("كسر شد", said), ("c-77", said), ("راننده", noted), ("میگوید", noted), ("timet", noted), ("don't", noted), ("bus late", noted),
            ("09123456789", null), ("nothing of it", null), ("\"*) OR (", null),
        })
        {
            IEnumerable<string> codes = (await browser.PageAsync("/feedback/cases?q=" + Uri.EscapeDataString(typed))).QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]);
            Assert.Equal(found is null ? [] : [found], codes);
        }

        // Whoever may see one region alone finds nothing of the others.
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("reader", new("Reader"), [FeedbackPermissions.ViewId, "overview.view"]));
        using HttpClient north = await site.BrowserOfAsync("reader", "n1");
        Assert.Empty((await north.PageAsync("/feedback/cases?q=timetable")).QuerySelectorAll("tbody th a"));
        Assert.Single((await north.PageAsync("/feedback/cases?q=" + Uri.EscapeDataString("قبض"))).QuerySelectorAll("tbody th a"));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Cases_from_before_there_was_a_search_are_read_by_the_job(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        ICases cases = site.Services.GetRequiredService<ICases>();
        string code = (await cases.OpenAsync(new("An umbrella was lost", "n1", CasePriority.Normal))).Code;
        await site.Services.GetRequiredService<IDatabase>().WriteAsync(
            (transaction, cancel) => transaction.Command("DELETE FROM feedback_case_search; INSERT INTO feedback_case_words_left (case_id) SELECT id FROM feedback_cases").RunAsync(cancel));
        using HttpClient browser = await site.CallerAsync();
        Assert.Empty(Codes(await browser.GetStringAsync("/api/feedback/cases?q=umbrella")));
        await using (AsyncServiceScope scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<CaseJob>().RunAsync(default);
        }

        Assert.Equal([code], Codes(await browser.GetStringAsync("/api/feedback/cases?q=umbrella")));
        await using DbConnection connection = await site.Services.GetRequiredService<IDatabase>().OpenAsync();
        Assert.Equal(0, await connection.Command("SELECT COUNT(*) FROM feedback_case_words_left").ScalarAsync<long>());
    }

    private static IEnumerable<string> Codes(string answer)
        => [.. JsonDocument.Parse(answer).RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("code").GetString()!)];
}
