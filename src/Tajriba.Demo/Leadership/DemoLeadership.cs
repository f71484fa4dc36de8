using Tajriba.Demo.Building;
using Tajriba.Demo.Feedback;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Leadership.Leadership.Time;
using Tajriba.Leadership.Leadership.Wins;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Demo.Leadership;

/// <summary>What the leaders of Safir Motors promise and keep: an executive who goes to customers, a branch head who hardly finds the time.</summary>
internal static class DemoLeadership
{
    private static readonly (string Person, string Role, string? Unit, decimal Hours)[] Leaders =
    [
        ("executive", "مدیرعامل گروه", null, 6), ("manager", "رئیس شعبهٔ آزادی", DemoGroup.WorseBranch, 8), ("analyst", "مدیر تجربه مشتری", null, 10),
    ];

    private static readonly (string Person, string Indicator)[] Answers = [("executive", "answer-promise-kept"), ("manager", "on-time-delivery"), ("manager", "service-score")];

    /// <summary>Puts it on record; does nothing where there is a leader.</summary>
    public static async Task AddAsync(LeadershipBook book, GovernanceBook owners, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        if (book.All<Leader>(LeadershipKind.Leader).Count > 0)
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        var today = DateOnly.FromDateTime(plan.Now.ToOffset(DemoCalendar.Offset).DateTime);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (person, role, unit, hours) in Leaders)
        {
            codes[person] = await AddAsync(LeadershipKind.Leader, "L", new Leader(known[person], role, unit, today.AddDays(-400), hours));
        }

        foreach (var (person, indicator) in Answers)
        {
            var key = $"{GovernedKind.Indicator}:{indicator}";
            await owners.SaveAsync(RecordKind.Owner, key, owners.VersionOf(RecordKind.Owner, key), new Ownership(known[person]), known["executive"], cancellationToken: cancellationToken);
        }

        foreach (var commitment in Promised(codes, today))
        {
            await AddAsync(LeadershipKind.Commitment, "C", commitment);
        }

        foreach (var time in Spent(codes, today))
        {
            await AddAsync(LeadershipKind.Time, "T", time);
        }

        foreach (var candidate in Weighed())
        {
            await AddAsync(LeadershipKind.Candidate, "K", candidate);
        }

        var answered = today.AddDays(-7 * DemoFeedback.WaitingFixedWeeks);
        await AddAsync(LeadershipKind.Win, "W", new Win("بازگرداندن خودکار تماس‌های شلوغ", null, known["analyst"], null)
        {
            State = WinState.Told,
            DoneOn = answered,
            Story = "یک تنظیم در برنامهٔ مرکز تماس: هر که سه دقیقه پشت خط ماند، شماره‌اش می‌ماند و ما زنگ می‌زنیم. پرونده‌های انتظار همان هفته فرو افتاد.",
            Effect = new("cases-waiting", null, answered),
        });
        await AddAsync(LeadershipKind.Win, "W", new Win("پیامک خودکار وضعیت قطعه", null, known["agent"], "K-4"));
        await book.SaveAsync(LeadershipKind.Judgement, Judgement.Code, 0, new Judgement(9_000_000_000m, [2, 4, 2, 3, 2, -2]), known["executive"], cancellationToken: cancellationToken);

        Task<string> AddAsync<T>(string kind, string prefix, T value)
            where T : class
            => book.AddAsync(kind, prefix, value, known["executive"], cancellationToken: cancellationToken);
    }

    private static IEnumerable<Commitment> Promised(Dictionary<string, string> leaders, DateOnly today)
    {
        Commitment Of(string leader, string text, int made, int due) => new(leaders[leader], text, today.AddDays(made), today.AddDays(due));
        Commitment Ended(string leader, string text, int made, int due, CommitmentState state, int on, string reason) => Of(leader, text, made, due) with { State = state, ClosedOn = today.AddDays(on), Reason = reason };
        yield return Ended("executive", "شش نفر به مرکز تماس افزوده می‌شود تا کسی پشت خط نماند", -120, -70, CommitmentState.Kept, -78, "از یازده هفته پیش سر کارند و پرونده‌های انتظار به یک‌پنجم رسیده است.")
            with { Evidence = [new("پرونده‌هایی که از انتظار شکایت دارند", "/indicators/cases-waiting"), new("تصمیم شورا", "/governance/decisions/D-1")] };
        yield return Ended("executive", "هر ماه یک روز در یک شعبه پای صحبت مشتریان می‌نشینم", -300, -10, CommitmentState.Kept, -12, "ده ماه، ده شعبه؛ یادداشت‌ها در صفحهٔ وقت با مشتریان است.");
        yield return Ended("executive", "بودجهٔ قطعات یدکی پرمصرف پیش از تابستان آزاد می‌شود", -220, -150, CommitmentState.Kept, -131, "سه هفته دیرتر آزاد شد، چون تأمین‌کننده پیش‌پرداخت خواست.");
        yield return Ended("executive", "نتیجهٔ نظرسنجی‌ها هر فصل برای همهٔ کارکنان خوانده می‌شود", -200, -60, CommitmentState.Kept, -61, "در سه گردهمایی خوانده شد.");
        yield return Ended("executive", "گیربکس خودروهای تجاری در انبار مرکزی نگهداری می‌شود", -180, -40, CommitmentState.Broken, -35, "سرمایهٔ در گردش نرسید؛ در برنامهٔ نیمهٔ دوم سال آمده است.");
        yield return Of("executive", "پاسخ‌گویی شبانه تا پایان زمستان راه می‌افتد", -30, 75);
        yield return Ended("manager", "به مشتری تعمیرگاه همان روز موعد واقعی گفته می‌شود", -160, -90, CommitmentState.Broken, -88, "بدون دیدن ظرفیت تعمیرگاه شدنی نبود؛ اکنون ابتکار آن در دست است.");
        yield return Ended("manager", "هر شکایت آزادی را ظرف یک هفته خودم می‌خوانم", -150, -60, CommitmentState.Kept, -60, "همهٔ ۸۴ شکایت خوانده شد.");
        yield return Of("manager", "نوبت عصر تعمیرگاه پایدار می‌شود", -45, -6);
        yield return Ended("analyst", "همهٔ سفرهای مشتری تا پاییز بر رویدادهای واقعی کشیده می‌شود", -210, -100, CommitmentState.Kept, -104, "پنج سفر تعریف شده است.") with { Evidence = [new("سفرها", "/journeys")] };
        yield return Ended("analyst", "نظرسنجی کاغذی شعبه‌ها کنار گذاشته می‌شود", -140, -50, CommitmentState.Withdrawn, -80, "مشتریان سالمند آن را می‌خواهند؛ کنار نظرسنجی پیامکی می‌ماند.");
        yield return Of("analyst", "پیش از نوروز برای هر شاخص کسی پاسخگو باشد", -20, 40);
    }

    /// <summary>One must be done, one needs another, two exclude each other: half of it fits the budget.</summary>
    private static IEnumerable<Candidate> Weighed()
    {
        yield return new("مرکز تماسی که منتظر نمی‌گذارد", null, "I-1", 4_200_000_000m, 26_000, 3) { Speed = 4, Sureness = 5, Must = true };
        yield return new("نوبت‌دهی با دیدن ظرفیت تعمیرگاه", DemoGroup.WorseBranch, "I-2", 800_000_000m, 9_500, 3) { Speed = 4 };
        yield return new("انبار مرکزی گیربکس خودروهای تجاری", null, null, 3_600_000_000m, 4_200, 5) { Sureness = 4 };
        yield return new("پیامک خودکار وضعیت قطعه", null, null, 450_000_000m, 15_000, 2) { Speed = 5, Sureness = 4 };
        yield return new("برنامک پیگیری تعمیر برای مشتری", null, null, 2_900_000_000m, 21_000, 3) { Speed = 2, Needs = ["K-4"] };
        yield return new("صفحهٔ پیگیری تعمیر در وبگاه", null, null, 1_100_000_000m, 17_000, 2) { Excludes = ["K-5"] };
        yield return new("آموزش گفت‌وگوی دشوار برای پذیرش‌ها", null, null, 380_000_000m, 12_000, 1) { Speed = 3, Sureness = 2 };
        yield return new("بازسازی سالن انتظار چهارباغ", "chaharbagh", null, 1_700_000_000m, 5_400, 2) { Sureness = 2 };
        yield return new("پاسخ‌گویی شبانه", "care", null, 950_000_000m, 3_800, 4) { Speed = 4 };
        yield return new("خودروی جایگزین هنگام تعمیر طولانی", null, null, 2_400_000_000m, 2_600, 5) { Speed = 3 };
    }

    private static IEnumerable<CustomerTime> Spent(Dictionary<string, string> leaders, DateOnly today)
    {
        for (var month = 0; month < 7; month++)
        {
            yield return new(leaders["executive"], TimeKind.Visit, today.AddDays((-30 * month) - 5), month == 3 ? 3 : 5, 14 + month, Learned[month % Learned.Length]);
            yield return new(leaders["executive"], TimeKind.Calls, today.AddDays((-30 * month) - 12), 1.5m, 9 + month, "");
            yield return new(leaders["manager"], TimeKind.Complaints, today.AddDays((-30 * month) - 8), month % 3 == 1 ? 4 : 2.5m, 6 + month, month == 1 ? "همان موعدی که فروش داده بود پنج بار از زبان مشتریان شنیدم." : "");
            yield return new(leaders["analyst"], TimeKind.Calls, today.AddDays((-30 * month) - 3), 6, 40, month == 0 ? "پرسش پنجم نظرسنجی را کسی آن‌گونه که ما می‌خواستیم نمی‌فهمد." : "");
            yield return new(leaders["analyst"], TimeKind.Complaints, today.AddDays((-30 * month) - 17), 4.5m, 11, "");
        }
    }

    private static readonly string[] Learned =
    [
        "در چهارباغ مشتری سه بار نامش را گفت تا پرونده‌اش پیدا شد.",
        "هیچ‌کس نمی‌دانست قطعه کی می‌رسد؛ همه از انتظار بی‌خبر ناراضی بودند، نه از خود انتظار.",
        "پذیرش ونک با خوش‌رویی جای یک فرم کامل را پر می‌کند.",
        "رانندگان تجاری پیش از ساعت هشت می‌آیند و در بسته می‌ماند.",
    ];
}
