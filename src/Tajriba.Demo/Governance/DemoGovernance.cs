using Tajriba.Demo.Building;
using Tajriba.Demo.Feedback;
using Tajriba.Demo.Group;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Actions;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Charges;
using Tajriba.Organization.Governance.Conflicts;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Initiatives;
using Tajriba.Organization.Governance.Meetings;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Policies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Governance.Stages;

namespace Tajriba.Demo.Governance;

/// <summary>How Safir Motors governs what its customers meet: a council, what it decided and whether it worked, and who answers for what.</summary>
internal static class DemoGovernance
{
    private const string Council = "B-1";
    private const string Workshop = "B-2";

    /// <summary>Indicators that the analyst answers for; the others show what a gap looks like.</summary>
    private static readonly string[] Owned = ["nps", "csi", "csat", "ces", "feedback-answered-in-a-day", "cases-waiting"];

    /// <summary>Puts it on record; does nothing where there is a body.</summary>
    public static async Task AddAsync(GovernanceBook book, AcknowledgementStore acknowledgements, JourneyStore journeys, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        if (book.All<Body>(RecordKind.Body).Count > 0)
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        var told = new Told(book, Day(plan.Now), known["executive"], known["analyst"], known["manager"], known["agent"], cancellationToken);
        await FormAsync(told);
        await DecideAsync(told);
        await OwnAsync(told, (await journeys.ListAsync(cancellationToken)).Select(j => j.Id).Order().ToList());
        await ShareAsync(told, (await journeys.ListAsync(cancellationToken)).Select(j => j.Id).Order().ToList());
        await QuarrelAsync(told);
        await PromiseAsync(told, acknowledgements);
        await MeetAsync(told, plan.Now);
        await StriveAsync(told);
        await told.SetAsync(RecordKind.Stage, StageReader.Code, new OperatingModel(OperatingStage.Committee, ["sponsor"]));
    }

    private static async Task FormAsync(Told told)
    {
        await told.AddAsync(RecordKind.Body, "B", new Body(
            "شورای تجربه مشتری", BodyKind.Council, null, "جهت‌دادن به تجربه مشتری در همهٔ شعبه‌ها، تخصیص منابع و داوری میان واحدها.",
            ["بودجهٔ بهبود تجربه تا سقف پنج میلیارد تومان در فصل", "استاندارد خدمت همهٔ شعبه‌ها", "اولویت بازطراحی فرایندها"], Cadence.Monthly,
            [new(told.Executive, Seat.Chair), new(told.Analyst, Seat.Secretary), new(told.Manager, Seat.Member), new(told.Agent, Seat.Member)]));
        await told.AddAsync(RecordKind.Body, "B", new Body(
            "کمیتهٔ تعمیرگاه آزادی", BodyKind.Committee, DemoGroup.WorseBranch, "کوتاه کردن زمان تحویل خودرو و پایبندی به وعده‌ها در شعبهٔ آزادی.",
            ["چیدمان نوبت‌ها و شیفت‌های تعمیرگاه"], Cadence.Fortnightly, [new(told.Manager, Seat.Chair), new(told.Analyst, Seat.Member)]));
        await told.AddAsync(RecordKind.Body, "B", new Body(
            "گروه تجربه مشتری", BodyKind.Team, null, "پیگیری تصمیم‌های شورا و خواندن نشانه‌ها هر هفته.", [], Cadence.Weekly,
            [new(told.Analyst, Seat.Chair), new(told.Agent, Seat.Member), new(told.Manager, Seat.Member)]));
    }

    private static async Task DecideAsync(Told told)
    {
        var staffed = told.Today.AddDays(-7 * DemoFeedback.WaitingFixedWeeks);
        await told.AddAsync(RecordKind.Decision, "D", new Decision(
            Council, "برای انتظار طولانی در تماس‌ها چه کنیم؟", ["افزودن شش نفر به مرکز تماس", "بازگرداندن خودکار تماس‌های شلوغ", "هر دو با هم"], told.Analyst, staffed.AddDays(-5))
        {
            State = DecisionState.Decided,
            Chosen = "هر دو: شش نفر به مرکز تماس افزوده شود و تماس‌های شلوغ را برنامه بازگرداند.",
            Reason = "انتظار، نخستین علت پرونده‌ها بود و هزینهٔ از دست رفتن مشتری از حقوق شش نفر بیشتر است.",
            DecidedOn = staffed.AddDays(-7),
            ReviewOn = told.Today.AddDays(12),
            Effect = new("cases-waiting", null, staffed),
            Evidence = [new("سهم پرونده‌های انتظار", "/indicators/cases-waiting"), new("مسئلهٔ انتظار طولانی", "/feedback/problems/P-1")],
        });
        await told.AddAsync(RecordKind.Decision, "D", new Decision(
            Council, "آیا موعد تحویل تنها با دیدن ظرفیت تعمیرگاه داده شود؟", ["بله، از ماه آینده در همهٔ شعبه‌ها", "نخست سه ماه در آزادی آزموده شود", "خیر"], told.Manager, told.Today.AddDays(5))
        {
            Evidence = [new("پرونده‌های بدقولی در تحویل", "/indicators/cases-late"), new("مسئله‌ای که بازگشت", "/feedback/problems/P-2"), new("سفر خدمات پس از فروش", "/journeys")],
        });
        await told.AddAsync(RecordKind.Decision, "D", new Decision(
            Council, "پاسخ به هر بازخورد باید ظرف ۲۴ ساعت باشد؟", ["بله", "تنها برای ناراضیان"], told.Analyst, told.Today.AddDays(-120))
        {
            State = DecisionState.Reviewed,
            Chosen = "بله، برای همهٔ بازخوردها.",
            DecidedOn = told.Today.AddDays(-118),
            ReviewOn = told.Today.AddDays(-28),
            ReviewedOn = told.Today.AddDays(-26),
            Review = "وعده نگه داشته می‌شود؛ شبانه هنوز کسی پاسخ نمی‌دهد و باید در نوبت‌ها دیده شود.",
        });
        await told.AddAsync(RecordKind.Decision, "D", new Decision(
            Workshop, "نوبت عصر تعمیرگاه آزادی تا کی ادامه یابد؟", ["تا پایان زمستان", "تا وقتی بدقولی زیر یک‌دهم برسد"], told.Manager, told.Today.AddDays(-3)));
    }

    private static async Task OwnAsync(Told told, IReadOnlyList<long> journeys)
    {
        await told.SetAsync(RecordKind.Owner, GovernedKind.Whole, new Ownership(told.Executive));
        foreach (var journey in journeys.Skip(1))
        {
            await told.SetAsync(RecordKind.Owner, $"{GovernedKind.Journey}:{journey}", new Ownership(told.Manager));
        }

        foreach (var indicator in Owned)
        {
            await told.SetAsync(RecordKind.Owner, $"{GovernedKind.Indicator}:{indicator}", new Ownership(told.Analyst));
        }

        await told.SetAsync(RecordKind.Owner, $"{GovernedKind.Channel}:phone", new Ownership(told.Agent));
    }

    /// <summary>One answers for each journey and decision but one: the gap that the matrix finds.</summary>
    private static async Task ShareAsync(Told told, IReadOnlyList<long> journeys)
    {
        foreach (var journey in journeys.SkipLast(1))
        {
            await told.SetAsync(RecordKind.Charge, $"{GovernedKind.Journey}:{journey}", new Assignment(
                [new(journey % 2 == 0 ? told.Manager : told.Executive, Charge.Accountable), new(told.Agent, Charge.Responsible), new(told.Analyst, Charge.Consulted), new(told.Manager, Charge.Informed)]));
        }

        await told.SetAsync(RecordKind.Charge, $"{GovernedKind.Journey}:{journeys[^1]}", new Assignment([new(told.Agent, Charge.Responsible), new(told.Analyst, Charge.Informed)]));
        await told.SetAsync(RecordKind.Charge, ChargeReader.DecisionKind + ":D-1", new Assignment([new(told.Analyst, Charge.Responsible), new(told.Executive, Charge.Accountable), new(told.Agent, Charge.Consulted)]));
        await told.SetAsync(RecordKind.Charge, ChargeReader.DecisionKind + ":D-4", new Assignment([new(told.Manager, Charge.Responsible), new(told.Manager, Charge.Accountable)]));
        await told.SetAsync(RecordKind.Charge, ChargeReader.DecisionKind + ":D-2", new Assignment([new(told.Manager, Charge.Responsible), new(told.Executive, Charge.Accountable), new(told.Analyst, Charge.Consulted)]));
    }

    private static async Task QuarrelAsync(Told told)
    {
        await told.AddAsync(RecordKind.Conflict, "C", new Conflict(
            Council, "فروش موعدی می‌دهد که تعمیرگاه نمی‌تواند نگه دارد", "فروش می‌خواهد همان روز موعد بدهد تا مشتری نرود؛ تعمیرگاه می‌خواهد نخست ظرفیت را ببیند.", told.Manager, told.Today.AddDays(-30), told.Today.AddDays(6))
        {
            Escalations = [new(Workshop, told.Today.AddDays(-9))],
        });
        await told.AddAsync(RecordKind.Conflict, "C", new Conflict(
            Council, "پاسخ به شکایت‌های قیمت با مالی است یا مرکز تماس؟", "مالی عددها را می‌داند، مرکز تماس مشتری را.", told.Analyst, told.Today.AddDays(-70), told.Today.AddDays(-50))
        {
            Settlement = "مرکز تماس پاسخ می‌دهد؛ مالی ظرف یک روز کاری عددها را می‌رساند.",
            SettledOn = told.Today.AddDays(-52),
        });
    }

    private static async Task PromiseAsync(Told told, AcknowledgementStore acknowledgements)
    {
        var policy = await told.AddAsync(RecordKind.Policy, "L", new Policy(
            "وعدهٔ پاسخ ۲۴ ساعته",
            "هر بازخورد، از هر کانالی که برسد، ظرف ۲۴ ساعت پاسخ می‌گیرد.\nپاسخ یعنی چیزی که مشتری را یک گام پیش ببرد، نه تأیید دریافت.\nاگر پاسخ آماده نیست، زمان آن گفته می‌شود و همان زمان نگه داشته می‌شود.",
            null, 2, told.Today.AddDays(-40)));
        await told.AddAsync(RecordKind.Policy, "L", new Policy("رفتار با داده‌های شخصی مشتری", "تنها کسی داده‌های شخصی را می‌بیند که برای پاسخ به همان مشتری به آن نیاز دارد.", null, 0, null));
        await acknowledgements.AddAsync(policy, 2, told.Executive, told.Cancel);
        await acknowledgements.AddAsync(policy, 2, told.Agent, told.Cancel);
    }

    private static async Task MeetAsync(Told told, DateTimeOffset now)
    {
        var begin = new DateTimeOffset(now.ToOffset(Story.DemoCalendar.Offset).Date.AddHours(10), Story.DemoCalendar.Offset);
        var held = await told.AddAsync(RecordKind.Meeting, "M", new Meeting(Council, begin.AddDays(-26), "سالن جلسات دفتر مرکزی", ["گزارش نظرسنجی پس از خدمت"])
        {
            State = MeetingState.Held,
            Attended = [told.Executive, told.Analyst, told.Manager],
            Minutes = "تصمیم پاسخ ۲۴ ساعته بازنگری شد و ماند.\nدربارهٔ موعد تحویل، آزادی نمونهٔ دیگر شعبه‌ها شود.\nنوبت‌های شبانه تا نشست بعد روشن شود.",
            Agenda =
            [
                new(AgendaPart.Decisions, "بازنگری: پاسخ به هر بازخورد باید ظرف ۲۴ ساعت باشد؟", "/governance/decisions/D-3"),
                new(AgendaPart.Problems, "پاسخ‌گویی: انتظار طولانی", "/feedback/problems/P-1"),
                new(AgendaPart.Topics, "گزارش نظرسنجی پس از خدمت"),
            ],
        });
        await told.AddAsync(RecordKind.Meeting, "M", new Meeting(Council, begin.AddDays(4), "سالن جلسات دفتر مرکزی", ["برنامهٔ نوروزی شعبه‌ها"]));
        await told.AddAsync(RecordKind.Action, "A", new ActionItem(Council, "روشن کردن نوبت پاسخ‌گویی شبانه", told.Agent, told.Today.AddDays(-2), held));
        await told.AddAsync(RecordKind.Action, "A", new ActionItem(Council, "آوردن ظرفیت تعمیرگاه به صفحهٔ نوبت‌دهی فروش", told.Manager, told.Today.AddDays(18), held));
        await told.AddAsync(RecordKind.Action, "A", new ActionItem(Council, "فرستادن گزارش نظرسنجی برای شعبه‌ها", told.Analyst, told.Today.AddDays(-14), held) { DoneOn = told.Today.AddDays(-16) });
    }

    private static async Task StriveAsync(Told told)
    {
        var staffed = told.Today.AddDays(-7 * DemoFeedback.WaitingFixedWeeks);
        await told.AddAsync(RecordKind.Initiative, "I", new Initiative(
            "مرکز تماسی که منتظر نمی‌گذارد", "تا پایان سال هیچ مشتری برای رسیدن به ما بیش از دو دقیقه منتظر نماند.", null, told.Analyst, 4_200_000_000m, 2_950_000_000m)
        {
            State = InitiativeState.Running,
            Adoption = 0.72,
            Milestones =
            [
                new("استخدام و آموزش شش نفر", staffed.AddDays(-6), staffed.AddDays(-4)),
                new("راه‌اندازی بازگرداندن خودکار تماس", staffed, staffed),
                new("پاسخ‌گویی شبانه", told.Today.AddDays(-4)),
                new("یک شماره برای همهٔ شعبه‌ها", told.Today.AddDays(60)),
            ],
            Benefits = [new("cases-waiting", null, null, -0.15, staffed), new("service-score", DemoGroup.WorseBranch, "vanak", 0.3, staffed)],
            Stakeholders =
            [
                new("سرپرستان شعبه‌ها", Stance.Doubts, "تماس‌های محلی از دست می‌رود", "هر هفته فهرست تماس‌های هر شعبه به سرپرستش می‌رسد."),
                new("کارشناسان مرکز تماس", Stance.Supports, "نوبت‌های شبانه", "نوبت شبانه داوطلبانه و با یک‌ونیم برابر دستمزد است."),
                new("مدیر مالی", Stance.Neutral, "هزینهٔ پایدار", "بازگشت هزینه هر فصل در شورا نشان داده می‌شود."),
            ],
        });
        await told.AddAsync(RecordKind.Initiative, "I", new Initiative("نوبت‌دهی با دیدن ظرفیت تعمیرگاه", "موعدی داده شود که نگه داشته می‌شود.", DemoGroup.WorseBranch, told.Manager, 800_000_000m, null)
        {
            Milestones = [new("نمونه در آزادی", told.Today.AddDays(45))],
            Benefits = [new("on-time-delivery", DemoGroup.WorseBranch, "vanak", 0.1, told.Today.AddDays(45))],
        });
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Story.DemoCalendar.Offset).DateTime);

    /// <summary>Where it is told, and who takes part.</summary>
    private sealed record Told(GovernanceBook Book, DateOnly Today, long Executive, long Analyst, long Manager, long Agent, CancellationToken Cancel)
    {
        public Task<string> AddAsync<T>(string kind, string prefix, T value)
            where T : class
            => Book.AddAsync(kind, prefix, value, Executive, cancellationToken: Cancel);

        public Task SetAsync<T>(string kind, string code, T value)
            where T : class
            => Book.SaveAsync(kind, code, 0, value, Executive, cancellationToken: Cancel);
    }
}
