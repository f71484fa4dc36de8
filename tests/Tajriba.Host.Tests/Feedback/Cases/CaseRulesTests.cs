using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Rules;
using Tajriba.Experience.Feedback.Rules.Handlers;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Cases;

/// <summary>Cases open by themselves, once, and go to those who know the matter.</summary>
public sealed class CaseRulesTests
{
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_complaint_opens_a_case_and_what_follows_joins_it(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        await TellAsync(site, "e1", "c1", """{"text":"وکیلم شکایت می‌کند، خدمات افتضاح بود","kind":"complaint"}""");
        CaseRow opened = await OneAsync(site);
        Assert.Equal((CasePriority.High, "n1", null), (opened.Priority, opened.Unit, opened.Handler));
        KeptCase kept = await KeptAsync(site, opened.Code);
        Assert.Equal(("urgent", "fa", "c1", "e1"), (kept.Case.Rule, kept.About.Language, kept.About.SubjectId, kept.About.Feedback));
        FeedbackItem item = (await site.Services.GetRequiredService<FeedbackStore>().FindByCodeAsync("e1"))!;
        Assert.Equal(opened.Code, item.CaseCode);

        // More of the same customer joins; praise opens nothing; what is a year old neither; another customer gets another case.
        await TellAsync(site, "e2", "c1", """{"text":"هنوز درست نشده","kind":"complaint"}""");
        await TellAsync(site, "e3", "c2", """{"text":"Wonderful service","kind":"praise"}""");
        await TellAsync(site, "e4", "c3", """{"text":"Terrible","kind":"complaint"}""", DateTimeOffset.UtcNow.AddYears(-1));
        await TellAsync(site, "e5", "c4", """{"text":"When do you open?","kind":"question"}""");
        await CaptureSite.UntilAsync(async () => (await AllAsync(site)).Count == 2);
        Assert.Equal(2, (await KeptAsync(site, opened.Code)).Case.Items.Length);
        CaseRow question = Assert.Single(await AllAsync(site), c => c.Code != opened.Code);
        Assert.Equal(CasePriority.Low, question.Priority);

        // Resolved and again: a new case that knows the earlier one and is more urgent.
        ICases cases = site.Services.GetRequiredService<ICases>();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        await cases.DoAsync(question.Code, new CaseMoment.Answered(now, 1, "At eight", null));
        await cases.DoAsync(question.Code, new CaseMoment.Resolved(now, 1, "no-answer", "Told"));
        await TellAsync(site, "e6", "c4", """{"text":"And on holidays?","kind":"question"}""");
        await CaptureSite.UntilAsync(async () => (await AllAsync(site)).Count == 2);
        CaseRow again = Assert.Single(await AllAsync(site), c => c.Code != opened.Code);
        Assert.Equal((CasePriority.Normal, question.Code), (again.Priority, (await KeptAsync(site, again.Code)).Case.Earlier));
        Assert.Contains(await site.EventsAsync(), e => e.Name == "Case Opened" && e.Attributes!.Contains("\"again\":true", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_third_contact_a_low_score_and_a_survey_about_a_case_count(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        FeedbackSettings settings = site.Services.GetRequiredService<FeedbackSettings>();
        foreach (string key in new[] { "detractor", "third-contact" })
        {
            await settings.SaveAsync(SettingKind.Rule, key, 0, RuleBook.Usual.Single(r => r.Key == key) with { IsOn = true });
        }

        for (int i = 0; i < 4; i++)
        {
            await AppendAsync(site, "Contact Received", "contact" + i, [new("customer", "c1")], "{}");
        }

        CaseRow third = await OneAsync(site);
        Assert.Equal((CasePriority.High, ""), (third.Priority, third.Said));

        await AppendAsync(site, "Survey Answered", "answer1", [new("customer", "c2")], """{"survey":"after-service","scores":{"nps":3},"answers":{"nps":3},"language":"fa"}""");
        await AppendAsync(site, "Survey Answered", "answer2", [new("customer", "c3")], """{"survey":"after-service","scores":{"nps":9},"answers":{"nps":9}}""");
        await AppendAsync(site, "Survey Answered", "answer3", [new("customer", "c4")], """{"survey":"after-service","scores":{"nps":0},"answers":{"nps":0},"test":true}""");
        await CaptureSite.UntilAsync(async () => (await AllAsync(site)).Count == 2);
        Assert.Equal("detractor", (await KeptAsync(site, Assert.Single(await AllAsync(site), c => c.Code != third.Code).Code)).Case.Rule);

        // Asked how it was resolved, the customer gives one star: it stands with the case. In words that call for an answer, it opens again.
        ICases cases = site.Services.GetRequiredService<ICases>();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        await cases.DoAsync(third.Code, new CaseMoment.Answered(now, 1, "Sorry", null));
        await cases.DoAsync(third.Code, new CaseMoment.Resolved(now, 1, "late", "Told"));
        await AppendAsync(site, "Survey Answered", "answer4", [new("customer", "c1"), new("case", third.Code)], """{"survey":"after-case","scores":{"csat":1},"answers":{"csat":1,"why":"You are liars and I will sue you in court"}}""");
        await CaptureSite.UntilAsync(async () => (await KeptAsync(site, third.Code)).Case is { State: CaseState.New, Items.Length: 2 });
        Case reopened = (await KeptAsync(site, third.Code)).Case;
        Assert.Equal((1, 1), (reopened.Stars, reopened.Reopenings));
        Assert.Equal(2, (await AllAsync(site)).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_case_goes_to_whoever_knows_the_matter_and_has_room(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        FeedbackSettings settings = site.Services.GetRequiredService<FeedbackSettings>();
        Assert.Null(await site.Services.GetRequiredService<IRoles>().SaveAsync("handler", new("Handler"), ["feedback.view", "feedback.handle"]));
        IPeople people = site.Services.GetRequiredService<IPeople>();
        var ids = new Dictionary<string, long>();
        foreach ((string name, string unit) in new[] { ("near", "s1"), ("above", "org"), ("away", "s1"), ("arabic", "s1") })
        {
            ids[name] = (await people.AddAsync(new(name, name, [unit], [new("handler", unit)]))).Id;
        }

        await settings.SaveAsync(SettingKind.Handler, CaseRouting.KeyOf(ids["near"]), 0, new HandlerProfile([], ["fa", "en"], 1, false));
        await settings.SaveAsync(SettingKind.Handler, CaseRouting.KeyOf(ids["above"]), 0, new HandlerProfile([], [], 10, false));
        await settings.SaveAsync(SettingKind.Handler, CaseRouting.KeyOf(ids["away"]), 0, new HandlerProfile([], [], 10, true));
        await settings.SaveAsync(SettingKind.Handler, CaseRouting.KeyOf(ids["arabic"]), 0, new HandlerProfile(["staff"], ["ar"], 10, false));
        CaseRouting routing = site.Services.GetRequiredService<CaseRouting>();
        Assert.Equal(ids["near"], await routing.ChooseAsync("s1", ["speed"], "fa"));
        Assert.Equal(ids["arabic"], await routing.ChooseAsync("s1", ["staff"], "ar"));
        Assert.Equal(ids["above"], await routing.ChooseAsync("s1", ["speed"], "ar"));
        Assert.Equal(ids["above"], await routing.ChooseAsync("n1", [], "fa"));
        Assert.Null(await routing.ChooseAsync(null, [], "fa"));

        // One is all that the nearest takes.
        await TellAsync(site, "e1", "c1", """{"text":"Your people were rude","kind":"complaint"}""", unit: "s1");
        Assert.Equal(ids["near"], (await OneAsync(site)).Handler);
        Assert.Equal(ids["above"], await routing.ChooseAsync("s1", [], "fa"));
    }

    private static Task TellAsync(CaptureSite site, string id, string customer, string attributes, DateTimeOffset? at = null, string unit = "n1")
        => site.Log.AppendAsync([new NewEvent { Source = "test", Id = id, Name = "Feedback Received", Time = at ?? DateTimeOffset.UtcNow, Objects = [new("customer", customer)], Unit = unit, Attributes = attributes }]);

    private static Task AppendAsync(CaptureSite site, string name, string id, IReadOnlyList<ObjectRef> objects, string attributes)
        => site.Log.AppendAsync([new NewEvent { Source = "test", Id = id, Name = name, Time = DateTimeOffset.UtcNow, Objects = objects, Unit = "n1", Attributes = attributes }]);

    private static Task<IReadOnlyList<CaseRow>> AllAsync(CaptureSite site) => site.Services.GetRequiredService<ICases>().PageAsync(new(UnitScope.Everything), null, 50);

    private static async Task<CaseRow> OneAsync(CaptureSite site)
    {
        await CaptureSite.UntilAsync(async () => (await AllAsync(site)).Any(c => c.Priority != CasePriority.Normal || c.Handler is not null));
        return Assert.Single(await AllAsync(site));
    }

    private static async Task<KeptCase> KeptAsync(CaptureSite site, string code) => (await site.Services.GetRequiredService<ICases>().FindAsync(code))!;
}
