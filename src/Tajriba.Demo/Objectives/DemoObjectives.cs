using Tajriba.Demo.Building;
using Tajriba.Demo.Group;
using Tajriba.Experience.Indicators.Figures;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Objectives.Checkins;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Reviews;
using Tajriba.Ui;

namespace Tajriba.Demo.Objectives;

/// <summary>What Safir Motors wants to be so by the end of the season: an organization's objectives, those of its care team and branches, and how they come along.</summary>
internal static class DemoObjectives
{
    private const int Week = 7;

    /// <summary>Puts them on record; does nothing where there is a cycle.</summary>
    public static async Task AddAsync(ObjectiveBook book, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        if (book.All<Cycle>(ObjectiveKind.Cycle).Count > 0)
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        DateTimeOffset now = plan.Now;
        var today = DateOnly.FromDateTime(now.ToOffset(Story.DemoCalendar.Offset).DateTime);
        var told = new Told(book, now, today, known["executive"], known["analyst"], known["manager"], known["agent"], cancellationToken);

        // The quarter that runs, or the one before it where this one has only begun: a story needs some weeks.
        DateOnly first = Periods.FirstDay(today.AddDays(-Week * 3), PeriodStep.Quarter, CalendarKind.Jalali);
        var quarter = new Period(first, Periods.FirstDay(first.AddDays(100), PeriodStep.Quarter, CalendarKind.Jalali).AddDays(-1));
        quarter = quarter.To < today ? quarter with { To = Periods.FirstDay(today.AddDays(100), PeriodStep.Quarter, CalendarKind.Jalali).AddDays(-1) } : quarter;
        DateOnly year = Periods.FirstDay(first, PeriodStep.Year, CalendarKind.Jalali);
        DateOnly before = Periods.FirstDay(first.AddDays(-1), PeriodStep.Quarter, CalendarKind.Jalali);
        string past = await told.AddAsync(ObjectiveKind.Cycle, "C", new Cycle(NameOf(before), before, first.AddDays(-1)) { IsClosed = true, Learned = "هدف‌هایی که هر هفته درباره‌شان حرف زدیم رسیدند؛ بقیه فراموش شدند." });
        string season = await told.AddAsync(ObjectiveKind.Cycle, "C", new Cycle(NameOf(first), quarter.From, quarter.To));
        string whole = await told.AddAsync(ObjectiveKind.Cycle, "C", new Cycle($"سال {Persian(Jalali.Of(year).Year)}", year, Periods.FirstDay(year.AddDays(370), PeriodStep.Year, CalendarKind.Jalali).AddDays(-1)));

        await PastAsync(told, past);
        await SetAsync(told, season, whole);
        await SayAsync(told, quarter);
        await ReviewAsync(told, season, quarter);
    }

    private static async Task PastAsync(Told told, string past)
    {
        await told.AddAsync(ObjectiveKind.Objective, "O", new Objective("صدای هر مشتری ناراضی شنیده شود", "بیش از نیمی از ناراضیان بی‌صدا می‌رفتند.", past, ObjectiveLevel.Organization, null, told.Analyst)
        {
            Results = [new("K1", "پاسخ‌های نظرسنجی پس از خدمت", 0.25) { Indicator = new("response-share"), Days = 0 }],
            Scoring = new(0.8, 0.74, "پیامک کوتاه با نام کارشناس بیش از هر یادآوری کار کرد.", told.Today.AddDays(-40)),
        });
        await told.AddAsync(ObjectiveKind.Objective, "O", new Objective("تعمیر یک بار و درست انجام شود", "هر بازگشت یک روز از مشتری می‌گیرد.", past, ObjectiveLevel.Organization, null, told.Manager)
        {
            Results = [new("K1", "تعمیرهایی که باز شدند", 0.06) { Indicator = new("reopened-repairs"), Days = 0 }],
            Scoring = new(0.4, 0.35, "بی آموزش سرپرست شیفت، فهرست وارسی پر می‌شود اما دیده نمی‌شود.", told.Today.AddDays(-40)),
        });
    }

    private static async Task SetAsync(Told told, string season, string whole)
    {
        string loved = await told.AddAsync(ObjectiveKind.Objective, "O", new Objective("سفیر جایی باشد که مشتری به دوستش نشان می‌دهد", "رشد ما از توصیهٔ مشتریان می‌آید، نه از تخفیف.", whole, ObjectiveLevel.Organization, null, told.Executive)
        {
            Results =
            [
                new("K1", "شاخص خالص توصیه", 40) { Indicator = new("nps"), Days = 90 },
                new("K2", "رضایت پس از خدمت، از پنج", 4.5) { Indicator = new("csat"), Days = 90 },
            ],
        });
        string answered = await told.AddAsync(ObjectiveKind.Objective, "O", new Objective("هیچ مشتری بی‌پاسخ نماند", "پاسخی که یک گام پیش ببرد از عذرخواهی بهتر است.", season, ObjectiveLevel.Organization, null, told.Analyst)
        {
            Parent = loved,
            Contributes = true,
            Results =
            [
                new("K1", "بازخوردهایی که ظرف ۲۴ ساعت پاسخ گرفته‌اند", 0.95) { Indicator = new("feedback-answered-in-a-day") },
                new("K2", "میانهٔ زمان پاسخ، نسبت به آغاز فصل", -0.5) { Indicator = new("answer-time"), IsRelative = true, Weight = 0.5 },
                new("K3", "پرونده‌های انتظار طولانی", 0.1) { Indicator = new("cases-waiting") },
            ],
        });
        string promised = await told.AddAsync(ObjectiveKind.Objective, "O", new Objective("خودرو همان روزی تحویل شود که گفته‌ایم", "وعدهٔ شکسته را هیچ تخفیفی جبران نمی‌کند.", season, ObjectiveLevel.Organization, null, told.Manager)
        {
            Parent = loved,
            Contributes = true,
            Results = [new("K1", "تحویل به‌موقع", 0.95) { Indicator = new("on-time-delivery") }],
        });
        foreach (var (branch, target) in new[] { (DemoGroup.WorseBranch, 0.92), ("vanak", 0.95), (DemoGroup.InnocentBranch, 0.94) })
        {
            await told.AddAsync(ObjectiveKind.Objective, "O", new Objective($"تحویل به‌موقع در شعبهٔ {DemoGroup.Branches.First(b => b.Code == branch).Name.Fa}", "", season, ObjectiveLevel.Department, branch, told.Manager)
            {
                Parent = promised,
                Contributes = true,
                Results = [new("K1", "تحویل به‌موقع", target) { Indicator = new("on-time-delivery"), Unit = branch }],
            });
        }

        await told.AddAsync(ObjectiveKind.Objective, "O", new Objective("تماس نخست، تماس آخر باشد", "مشتری نباید برای یک کار دو بار زنگ بزند.", season, ObjectiveLevel.Department, "care", told.Agent)
        {
            Parent = answered,
            Contributes = true,
            Results =
            [
                new("K1", "حل در نخستین تماس", 0.8) { Indicator = new("first-contact-resolution"), Unit = "care" },
                new("K2", "کارشناسانی که آموزش گوش دادن را گذرانده‌اند", 16) { Baseline = 4, Days = 0 },
            ],
        });
        await told.AddAsync(ObjectiveKind.Objective, "O", new Objective("هر روز یک ساعت تماس گوش بدهم", "تا بدانم مشتری کجا گیر می‌کند.", season, ObjectiveLevel.Person, null, told.Executive)
        {
            Parent = answered,
            Results = [new("K1", "ساعت گوش دادن در فصل", 60) { Baseline = 0, Days = 0 }],
        });
        await told.AddAsync(ObjectiveKind.Objective, "O", new Objective("برنامهٔ وفاداری", "", season, ObjectiveLevel.Department, "finance", null)
        {
            Results = [new("K1", "راه‌اندازی باشگاه مشتریان", 1) { Baseline = 0, Days = 0 }],
        });
    }

    /// <summary>A line each week, told where nothing measures itself.</summary>
    private static async Task SayAsync(Told told, Period quarter)
    {
        int weeks = (told.Today.DayNumber - quarter.From.DayNumber) / Week;
        for (int week = 1; week <= weeks; week++)
        {
            DateTimeOffset at = told.Now.AddDays(-Week * (weeks - week)).AddHours(-3);
            await told.SayAsync("O-9", week, new Checkin(at, Math.Clamp(0.5 + (0.03 * week), 0, 0.9), week == weeks ? "دو نفر هفتهٔ بعد آموزش می‌بینند." : "") { Values = new Dictionary<string, double> { ["K2"] = Math.Min(16, 4 + week) }, By = told.Agent });
            await told.SayAsync("O-10", week, new Checkin(at, 0.6, week % 3 == 0 ? "این هفته بیشترِ تماس‌ها دربارهٔ نوبت تعمیرگاه بود." : "") { Values = new Dictionary<string, double> { ["K1"] = 5 * week }, By = told.Executive });
        }

        await told.SayAsync("O-4", 1, new Checkin(told.Now.AddDays(-9), 0.8, "نوبت شبانه آغاز شد؛ پاسخ‌های شب دیگر تا صبح نمی‌مانند.") { By = told.Analyst });
        await told.SayAsync("O-5", 1, new Checkin(told.Now.AddDays(-6), 0.85, "آزادی هنوز پیش از دیدن ظرفیت وعده می‌دهد.") { By = told.Manager });
    }

    private static async Task ReviewAsync(Told told, string season, Period quarter)
    {
        DateOnly held = quarter.From.AddDays(Math.Max(1, (told.Today.DayNumber - quarter.From.DayNumber) / 2));
        string first = await told.AddAsync(ObjectiveKind.Review, "V", new Review("بازنگری میانهٔ فصل", season, null, held)
        {
            IsHeld = true,
            Minutes = "پاسخ‌ها کوتاه‌تر شده است؛ تحویل به‌موقع در آزادی جلو نمی‌رود.\nقرار شد موعد تنها با دیدن ظرفیت داده شود.",
            Agenda = [new(ReviewPart.Trouble, "O-5", Standing.OffTrack, 0.1, null), new(ReviewPart.Silent, "O-11", Standing.Unknown, null, null)],
            Progress = new Dictionary<string, double> { ["O-4"] = 0.35, ["O-5"] = 0.1, ["O-9"] = 0.3, ["O-10"] = 0.25 },
        });
        await told.AddAsync(ObjectiveKind.Action, "A", new CorrectiveAction("O-5", "نشان دادن ظرفیت روزانهٔ تعمیرگاه به فروش", told.Manager, told.Today.AddDays(-3), first));
        await told.AddAsync(ObjectiveKind.Action, "A", new CorrectiveAction("O-4", "نوشتن پاسخ‌های آماده برای ده پرسش پرتکرار", told.Agent, held.AddDays(10), first) { DoneOn = held.AddDays(8) });
        await told.AddAsync(ObjectiveKind.Review, "V", new Review("بازنگری پایان ماه", season, null, told.Today.AddDays(3)));
    }

    private static string NameOf(DateOnly first)
    {
        var (year, month, _) = Jalali.Of(first);
        return $"{((string[])["بهار", "تابستان", "پاییز", "زمستان"])[(month - 1) / 3]} {Persian(year)}";
    }

    private static string Persian(int year) => string.Concat(year.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(d => (char)('۰' + (d - '0'))));

    /// <summary>Where it is told, and who takes part.</summary>
    private sealed record Told(ObjectiveBook Book, DateTimeOffset Now, DateOnly Today, long Executive, long Analyst, long Manager, long Agent, CancellationToken Cancel)
    {
        public Task<string> AddAsync<T>(string kind, string prefix, T value)
            where T : class
            => Book.AddAsync(kind, prefix, value, Executive, cancellationToken: Cancel);

        public Task SayAsync(string objective, int number, Checkin said) => Book.SaveAsync(ObjectiveKind.Checkin, objective, number - 1, said, said.By, cancellationToken: Cancel);
    }
}
