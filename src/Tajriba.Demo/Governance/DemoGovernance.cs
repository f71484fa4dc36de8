using Tajriba.Demo.Building;
using Tajriba.Demo.Feedback;
using Tajriba.Demo.Group;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Owners;
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
    public static async Task AddAsync(GovernanceBook book, JourneyStore journeys, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
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
