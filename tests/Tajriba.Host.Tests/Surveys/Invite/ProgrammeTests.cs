using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Surveys.Invite;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Messages;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Host.Tests.Surveys.Invite;

/// <summary>An event makes a programme ask, once, and what becomes of it is counted.</summary>
[Collection(nameof(CaptureSite))]
public sealed class ProgrammeTests
{
    private static readonly ProgrammeSettings AtOnce = new()
    {
        EventName = "Service Completed", DelayMinutes = 0, Context = ["properties.segment"], Channels = ["email"], Texts = UsualTexts.All,
        Conditions = [new("properties.kind", ["repair", "7"])],
    };

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task An_event_invites_once_and_the_answer_is_counted(DatabaseProvider provider)
    {
        await using var site = await OpenAsync(provider, AtOnce);
        await site.KnowAsync("c1", "c2");
        await CompleteAsync(site, "e1", "c1", """{"language":"ar","properties":{"kind":"repair","segment":"premium"}}""");
        await CompleteAsync(site, "e1", "c1", """{"language":"ar","properties":{"kind":"repair","segment":"premium"}}""");
        await CompleteAsync(site, "e2", "c2", """{"properties":{"kind":"sale"}}""");
        await CompleteAsync(site, "e3", "nobody", """{"properties":{"kind":7,"kind":7}}""");
        var sent = await UntilAsync(site, InvitationState.Sent);
        var message = (await site.Store.FindAsync(sent.MessageId!.Value))!;
        Assert.Equal(("c1", "n1", "ar", "كيف كانت خدمتنا؟"), (sent.CustomerId, sent.Unit, message.Language, message.Content!.Subject));
        Assert.Equal("premium", JsonDocument.Parse(sent.Context!).RootElement.GetProperty("segment").GetString());
        Assert.Contains("?q=score&amp;v=10\">١٠</a>", message.Content.Html, StringComparison.Ordinal);
        var suppressed = await UntilAsync(site, InvitationState.Suppressed);
        Assert.Equal(("nobody", SuppressionReasons.NoAddress), (suppressed.CustomerId, suppressed.Reason));

        await CaptureSite.UntilAsync(async () => (await site.Site.EventsAsync()).Any(e => e.Name == "Survey Invited"));
        var invited = Assert.Single(await site.Site.EventsAsync(), e => e.Name == "Survey Invited");
        Assert.Equal(["customer:c1", "survey:after-service", "visit:v9"], invited.Objects.Select(o => $"{o.Type}:{o.Id}"));
        await site.Site.Log.AppendAsync([new NewEvent
        {
            Source = "test", Id = "a1", Name = "Survey Answered", Time = DateTimeOffset.UtcNow, Objects = [new("customer", "c1")],
            Attributes = $$"""{"survey":"after-service","scores":{"nps":9},"invitation":"{{sent.Id}}" }""",
        }]);
        await UntilAsync(site, InvitationState.Answered);
        await site.Site.Services.GetRequiredService<ILogSubscribers>().RebuildAsync("surveys.invite");
        Assert.Equal(2, (await site.Site.Services.GetRequiredService<InvitationStore>().CountAsync()).Sum(c => c.Count));

        using var browser = await site.Site.AdministratorAsync();
        var page = await browser.PageAsync("/surveys/programmes/p");
        Assert.Contains("20.7", page.QuerySelector(".stats")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("table tbody tr").Length);
        Assert.Single((await browser.PageAsync("/surveys/programmes/p?state=suppressed&reason=no-address")).QuerySelectorAll("table tbody tr"));
    }

    [Fact]
    public async Task Whoever_has_not_answered_is_reminded_as_often_as_allowed()
    {
        await using var site = await OpenAsync(DatabaseProvider.Sqlite, AtOnce with { Conditions = [], MostReminders = 1, ReminderDays = 3 });
        await site.KnowAsync("c1");
        await CompleteAsync(site, "e1", "c1", null);
        await UntilAsync(site, InvitationState.Sent);
        for (var i = 0; i < 2; i++)
        {
            await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync(
                (transaction, cancel) => transaction.Command("UPDATE surveys_invitations SET remind_at = 1 WHERE remind_at IS NOT NULL").RunAsync(cancel));
            await CaptureSite.UntilAsync(async () => (await OneAsync(site)).Reminders == 1);
        }

        await CaptureSite.UntilAsync(async () => (await site.Store.ListAsync(new MessageFilter(MessageState.Sent), long.MaxValue, 10)).Count == 2);
    }

    [Fact]
    public async Task A_list_is_invited_by_the_page_within_the_daily_limit()
    {
        await using var site = await OpenAsync(DatabaseProvider.Sqlite, AtOnce with { Trigger = TriggerKind.List, MostPerDay = 2 });
        await site.KnowAsync("c1", "c2", "c3");
        using var browser = await site.Site.AdministratorAsync();
        var answer = await PostListAsync(browser, "customer_id\nc1\n\"c2\",x\nc3\nc1\n");
        Assert.Equal("/surveys/programmes/p?done=listed&planned=3", answer);
        await CaptureSite.UntilAsync(async () => (await site.Site.Services.GetRequiredService<InvitationStore>().CountAsync()).All(c => c.State is InvitationState.Sent or InvitationState.Suppressed));
        Assert.Equal("day-full", (await UntilAsync(site, InvitationState.Suppressed)).Reason);
        Assert.Equal("/surveys/programmes/p?done=listed&planned=0", await PostListAsync(browser, "c1"));
    }

    [Fact]
    public async Task A_programme_is_made_changed_switched_and_deleted_on_its_pages()
    {
        await using var site = await OpenAsync(DatabaseProvider.Sqlite, AtOnce);
        using var browser = await site.Site.AdministratorAsync();
        var made = (await browser.PostFormAsync("/surveys/programmes/new", "/surveys/programmes/deeds/add", ("name", "After Service"), ("survey", "after-service"), ("event", "Service Completed"), ("share", "50%"), ("channels", "email"))).Headers.Location!.ToString();
        Assert.Equal("/surveys/programmes/after-service?done=added", made);
        var store = site.Site.Services.GetRequiredService<ProgrammeStore>();
        Assert.Equal(0.5, (await store.FindAsync("after-service"))!.Settings.Share);
        Assert.Contains("wrong=share", (await browser.PostFormAsync(made, "/surveys/programmes/after-service/save", ("share", "0"), ("survey", "after-service"), ("event", "X"), ("channels", "email"))).Headers.Location!.ToString(), StringComparison.Ordinal);
        await browser.PostFormAsync(made, "/surveys/programmes/after-service/off");
        Assert.False((await store.FindAsync("after-service"))!.IsOn);
        var deleted = (await browser.PostFormAsync(made, "/surveys/programmes/after-service/delete")).Headers.Location!.ToString();
        Assert.Null(await store.FindAsync("after-service"));
        await browser.PostFormAsync(deleted, "/surveys/programmes/deeds/restore");
        Assert.NotNull(await store.FindAsync("after-service"));
    }

    private static async Task<MessageSite> OpenAsync(DatabaseProvider provider, ProgrammeSettings settings)
    {
        var site = await MessageSite.OpenAsync(provider);
        await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync(async (transaction, cancel) =>
        {
            var id = await transaction.Command("INSERT INTO surveys_surveys (survey_key, title, topic, state, version, made_at) VALUES ('after-service', 'After service', 'service', 'open', 1, 1) RETURNING id").ScalarAsync<long>(cancel);
            await transaction.Command(
                "INSERT INTO surveys_versions (survey_id, version, body, published_at, published_by) VALUES (@id, 1, @body, 1, 'x')",
                ("id", id), ("body", """{"pages":[{"name":"a","elements":[{"type":"rating","name":"score","rateMin":0,"rateMax":10,"title":{"default":"How likely?","ar":"ما احتمال؟"}}]}]}""")).RunAsync(cancel);
        });
        await site.Site.Services.GetRequiredService<ProgrammeStore>().AddAsync("p", "Programme", "after-service", settings);
        return site;
    }

    private static Task CompleteAsync(MessageSite site, string id, string customer, string? attributes) => site.Site.Log.AppendAsync([new NewEvent
    {
        Source = "shop", Id = id, Name = "Service Completed", Time = DateTimeOffset.UtcNow, Objects = [new("customer", customer), new("visit", "v9")], Unit = "n1", Attributes = attributes,
    }]);

    private static async Task<Invitation> OneAsync(MessageSite site)
        => Assert.Single(await site.Site.Services.GetRequiredService<InvitationStore>().ListAsync((await site.Site.Services.GetRequiredService<ProgrammeStore>().FindAsync("p"))!.Id, null, null, null, long.MaxValue, 10));

    private static async Task<Invitation> UntilAsync(MessageSite site, InvitationState state)
    {
        Invitation? found = null;
        var programme = (await site.Site.Services.GetRequiredService<ProgrammeStore>().FindAsync("p"))!.Id;
        await CaptureSite.UntilAsync(async () => (found = (await site.Site.Services.GetRequiredService<InvitationStore>().ListAsync(programme, state, null, null, long.MaxValue, 10)).FirstOrDefault()) is not null);
        return found!;
    }

    private static async Task<string> PostListAsync(HttpClient browser, string csv)
    {
        var page = await browser.PageAsync("/surveys/programmes/p");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[action='/surveys/programmes/p/list'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(csv), "file", "list.csv" },
        };
        return (await browser.PostAsync("/surveys/programmes/p/list", form)).Headers.Location!.ToString();
    }
}
