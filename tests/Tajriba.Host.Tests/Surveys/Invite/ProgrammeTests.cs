using System.Net.Http.Json;
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
using Tajriba.Touchpoints.Channels.Messages.Attention;

namespace Tajriba.Host.Tests.Surveys.Invite;

/// <summary>An event makes a programme ask, once, and what becomes of it is counted.</summary>
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

    /// <summary>A schedule asks who had the event within its days, once for each time, by shares of the unit; a process that stops in the middle of it goes on.</summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_schedule_asks_by_the_latest_event_and_by_strata(DatabaseProvider provider)
    {
        await using var site = await OpenAsync(provider, AtOnce with
        {
            Trigger = TriggerKind.Schedule, WithinDays = 10, StrataPath = "properties.branch", Strata = [new("south", 0)], PersonConditions = [new("segment", ["gold"])],
            Schedule = new(ScheduleEvery.Week, 1, new(10, 0)),
        });
        await site.KnowAsync("c1", "c2", "c3", "c4");
        var past = DateTimeOffset.UtcNow.AddDays(-8);
        await CompleteAsync(site, "e1", "c1", """{"properties":{"kind":"repair","branch":"north"},"traits":{"segment":"gold"}}""", past);
        await CompleteAsync(site, "e2", "c2", """{"properties":{"kind":"repair","branch":"south"},"traits":{"segment":"gold"}}""", past);
        await CompleteAsync(site, "e3", "c3", """{"properties":{"kind":"sale"},"traits":{"segment":"gold"}}""", past);
        await CompleteAsync(site, "e4", "c4", """{"properties":{"kind":"repair"},"traits":{"segment":"blue"}}""", past);
        await CompleteAsync(site, "e5", "c1", """{"properties":{"kind":"repair"}}""", DateTimeOffset.UtcNow.AddDays(-30));
        using var browser = await site.Site.AdministratorAsync();
        var preview = System.Net.WebUtility.HtmlDecode(await (await browser.PostFormAsync("/surveys/programmes/p", "preview")).Content.ReadAsStringAsync());
        Assert.Contains("Another segment", preview, StringComparison.Ordinal);
        Assert.Contains("<dt>Fit</dt><dd>3</dd>", preview, StringComparison.Ordinal);
        Assert.Empty(await site.Site.Services.GetRequiredService<InvitationStore>().CountAsync());

        // As if the latest time had not been planned yet, twice.
        for (var i = 0; i < 2; i++)
        {
            await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync(
                (transaction, cancel) => transaction.Command("UPDATE surveys_programmes SET scheduled_through = 0").RunAsync(cancel));
            await CaptureSite.UntilAsync(async () => (await site.Site.Services.GetRequiredService<ProgrammeStore>().FindAsync("p"))!.ScheduledThrough.Year > 2000);
        }

        Assert.Equal("c1", (await UntilAsync(site, InvitationState.Sent)).CustomerId);
        Assert.Equal(("c4", InviteReasons.OtherSegment), await UntilAsync(site, InvitationState.Suppressed) is var left ? (left.CustomerId, left.Reason!) : default);
        Assert.Equal(2, (await site.Site.Services.GetRequiredService<InvitationStore>().CountAsync()).Sum(c => c.Count));
    }

    /// <summary>A person whose clock stands in the night is asked in the morning; one who lives elsewhere at once.</summary>
    [Fact]
    public async Task The_persons_own_zone_and_language_hold()
    {
        await using var site = await OpenAsync(DatabaseProvider.Sqlite, AtOnce with { Conditions = [] });
        var local = TimeOnly.FromDateTime(DateTime.UtcNow.AddHours(3.5));
        await site.Site.Services.GetRequiredService<AttentionSettings>().SetAsync(MessageSite.Lenient with { Quiet = [new("", local.AddHours(-1), local.AddHours(1))] });
        await site.KnowAsync("c1", "c2");
        await CompleteAsync(site, "e1", "c1", """{"traits":{"timezone":"Asia/Tehran"},"context":{"locale":"ar-IQ"}}""");
        await CompleteAsync(site, "e2", "c2", """{"traits":{"timezone":"UTC"}}""");
        Assert.Equal("c2", (await UntilAsync(site, InvitationState.Sent)).CustomerId);
        var waits = await UntilAsync(site, InvitationState.Queued);
        var message = (await site.Store.FindAsync(waits.MessageId!.Value))!;
        Assert.Equal(("c1", "ar"), (waits.CustomerId, message.Language));
        Assert.InRange(message.Due - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(70));
    }

    /// <summary>What ends before it goes out was not asked, and spoils no rate; what waits for a programme that is off holds up no other.</summary>
    [Fact]
    public async Task What_ended_before_it_went_out_is_not_counted_as_sent()
    {
        await using var site = await OpenAsync(DatabaseProvider.Sqlite, AtOnce with { Conditions = [], DelayMinutes = 1000 });
        await site.KnowAsync("c1");
        await CompleteAsync(site, "e1", "c1", null);
        await UntilAsync(site, InvitationState.Planned);
        await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync((transaction, cancel) => transaction.Command("UPDATE surveys_invitations SET due = 1, expires_at = 2").RunAsync(cancel));
        Assert.Equal(SuppressionReasons.Expired, (await UntilAsync(site, InvitationState.Suppressed)).Reason);
        var funnel = Funnel.Of(await site.Site.Services.GetRequiredService<InvitationStore>().CountAsync());
        Assert.Equal((1, 0, 1), (funnel.Planned, funnel.Sent, funnel.Suppressed));
        Assert.Null(funnel.Rate);
    }

    /// <summary>What attention forbids is no reminder: it is asked for again, and the person is reminded as often as the programme says.</summary>
    [Fact]
    public async Task A_reminder_that_attention_forbids_is_not_counted()
    {
        await using var site = await OpenAsync(DatabaseProvider.Sqlite, AtOnce with { Conditions = [], MostReminders = 1, ReminderDays = 3 });
        await site.KnowAsync("c1");
        await CompleteAsync(site, "e1", "c1", null);
        await UntilAsync(site, InvitationState.Sent);
        var attention = site.Site.Services.GetRequiredService<AttentionSettings>();
        await attention.SetAsync(MessageSite.Lenient with { HoursBetween = 24 });
        async Task RemindAsync() => await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync(
            (transaction, cancel) => transaction.Command("UPDATE surveys_invitations SET remind_at = 1 WHERE remind_at IS NOT NULL").RunAsync(cancel));
        await RemindAsync();
        await CaptureSite.UntilAsync(async () => (await site.Store.ListAsync(new MessageFilter(MessageState.Suppressed), long.MaxValue, 10)).Count == 1);
        Assert.Equal(0, (await OneAsync(site)).Reminders);
        await attention.SetAsync(MessageSite.Lenient);
        await RemindAsync();
        await CaptureSite.UntilAsync(async () => (await OneAsync(site)).Reminders == 1);
        var links = await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync((transaction, cancel) => transaction.Command("SELECT COUNT(*) FROM surveys_links").ScalarAsync<long>(cancel));
        Assert.Equal(2, links);
    }

    [Fact]
    public async Task A_programme_is_made_read_changed_paused_and_counted_by_the_API()
    {
        await using var site = await OpenAsync(DatabaseProvider.Sqlite, AtOnce with { Trigger = TriggerKind.List });
        await site.KnowAsync("c1", "c2");
        using var caller = await site.Site.CallerAsync();
        var settings = new { trigger = "list", channels = new[] { "email" }, texts = new[] { new { language = "en", subject = "Hi", plain = "{link}", @short = "{link}" } } };
        using var made = await caller.PostAsJsonAsync("/api/surveys/programmes", new { key = "q", name = "Quarterly", survey = "after-service", settings });
        Assert.True(made.StatusCode == System.Net.HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        using var twice = await caller.PostAsJsonAsync("/api/surveys/programmes", new { key = "q", name = "Quarterly", survey = "after-service", settings });
        Assert.Equal(System.Net.HttpStatusCode.Conflict, twice.StatusCode);
        foreach (var body in new object[] { new { name = "X", survey = "none", settings }, new { name = "X", survey = "after-service", settings = new { share = 2.0 } }, new { name = "", survey = "after-service", settings }, new { more = 1 } })
        {
            using var bad = await caller.PostAsJsonAsync("/api/surveys/programmes", body);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, bad.StatusCode);
        }

        var told = JsonDocument.Parse(await caller.GetStringAsync("/api/surveys/programmes/q")).RootElement;
        Assert.Equal(("Quarterly", true, "list"), (told.GetProperty("name").GetString(), told.GetProperty("isOn").GetBoolean(), told.GetProperty("settings").GetProperty("trigger").GetString()));
        using var changed = await caller.PutAsJsonAsync("/api/surveys/programmes/q", new { name = "Yearly", survey = "after-service", settings });
        Assert.Equal(System.Net.HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(2, JsonDocument.Parse(await caller.GetStringAsync("/api/surveys/programmes")).RootElement.GetProperty("programmes").GetArrayLength());
        var preview = JsonDocument.Parse(await caller.GetStringAsync("/api/surveys/programmes/q/preview?customers=c1,c2,nobody")).RootElement;
        Assert.Equal((3, 2), (preview.GetProperty("population").GetInt32(), preview.GetProperty("asked").GetInt32()));

        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await caller.PostAsync("/api/surveys/programmes/q/pause", null)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await caller.PostAsync("/api/surveys/programmes/q/resume", null)).StatusCode);
        using var invited = await caller.PostAsJsonAsync("/api/surveys/programmes/q/invitations", new { customers = new[] { "c1", "nobody" } });
        Assert.Equal(System.Net.HttpStatusCode.Accepted, invited.StatusCode);
        await CaptureSite.UntilAsync(async () => JsonDocument.Parse(await caller.GetStringAsync("/api/surveys/programmes/q/statistics")).RootElement is var s && s.GetProperty("sent").GetInt32() == 1 && s.GetProperty("notSent").GetInt32() == 1);
        var left = JsonDocument.Parse(await caller.GetStringAsync("/api/surveys/programmes/q/invitations?state=suppressed")).RootElement.GetProperty("invitations");
        Assert.Equal("no-address", Assert.Single(left.EnumerateArray()).GetProperty("reason").GetString());
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await caller.GetAsync("/api/surveys/programmes/q/invitations?colour=red")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await caller.GetAsync("/api/surveys/programmes/none")).StatusCode);
    }

    /// <summary>A test to oneself goes out marked, its link leads to a test, and no invitation, message or event tells of it.</summary>
    [SkippableFact]
    public async Task A_programme_is_tried_on_oneself()
    {
        await using var server = await MailServer.OpenAsync();
        await using var site = await OpenAsync(DatabaseProvider.Sqlite, AtOnce, await SmtpTests.OpenAsync(server, new("127.0.0.1", server.Port, Touchpoints.Channels.Messages.Deliver.SmtpSecurity.None, "cx@example.com", "", "")));
        using var browser = await site.Site.AdministratorAsync();
        var page = await (await browser.PostFormAsync("/surveys/programmes/p", "try", ("channel", "email"), ("to", "me@example.com"), ("language", "fa"))).Content.ReadAsStringAsync();
        Assert.Contains("The gateway took the test.", page, StringComparison.Ordinal);
        await CaptureSite.UntilAsync(() => Task.FromResult(!server.Mails.IsEmpty));
        Assert.Equal("[TEST] از خدمت ما راضی بودید؟", Assert.Single(server.Mails).GetProperty("subject").GetString());
        Assert.Empty(await site.Store.ListAsync(new MessageFilter(), long.MaxValue, 10));
        Assert.Empty(await site.Site.Services.GetRequiredService<InvitationStore>().CountAsync());
        var tests = await site.Site.Services.GetRequiredService<IDatabase>().WriteAsync((transaction, cancel) => transaction.Command("SELECT COUNT(*) FROM surveys_links WHERE is_test = 1").ScalarAsync<long>(cancel));
        Assert.Equal(1, tests);
    }

    private static async Task<MessageSite> OpenAsync(DatabaseProvider provider, ProgrammeSettings settings, MessageSite? opened = null)
    {
        var site = opened ?? await MessageSite.OpenAsync(provider);
        await AskableAsync(site);
        await site.Site.Services.GetRequiredService<ProgrammeStore>().AddAsync("p", "Programme", "after-service", settings);
        return site;
    }

    /// <summary>A survey that can be asked: <c>after-service</c>.</summary>
    internal static Task AskableAsync(MessageSite site) =>
        site.Site.Services.GetRequiredService<IDatabase>().WriteAsync(async (transaction, cancel) =>
        {
            var id = await transaction.Command("INSERT INTO surveys_surveys (survey_key, title, topic, state, version, made_at) VALUES ('after-service', 'After service', 'service', 'open', 1, 1) RETURNING id").ScalarAsync<long>(cancel);
            await transaction.Command(
                "INSERT INTO surveys_versions (survey_id, version, body, published_at, published_by) VALUES (@id, 1, @body, 1, 'x')",
                ("id", id), ("body", """{"pages":[{"name":"a","elements":[{"type":"rating","name":"score","rateMin":0,"rateMax":10,"title":{"default":"How likely?","ar":"ما احتمال؟"}}]}]}""")).RunAsync(cancel);
        });

    private static Task CompleteAsync(MessageSite site, string id, string customer, string? attributes, DateTimeOffset? time = null) => site.Site.Log.AppendAsync([new NewEvent
    {
        Source = "shop", Id = id, Name = "Service Completed", Time = time ?? DateTimeOffset.UtcNow, Objects = [new("customer", customer), new("visit", "v9")], Unit = "n1", Attributes = attributes,
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
