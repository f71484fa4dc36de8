using Tajriba.Demo.Building;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Learning;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Leadership.Culture.Rituals;

namespace Tajriba.Demo.Leadership;

/// <summary>What staff of Safir Motors learn by their part in the experience, and which rituals they keep. The workshops of Tehran began half a year before the others.</summary>
internal static class DemoLearning
{
    private const int TrainedDaysAgo = 120;
    private static readonly string[] Early = ["vanak-service", "tehranpars-service", "chaharbagh-service"];

    /// <summary>Writes paths and rituals; does nothing where there is a path.</summary>
    public static async Task AddAsync(CultureBook book, LearningStore learning, RitualStore rituals, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        if (book.All<LearningPath>(CultureKind.Path).Count > 0)
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        DateOnly today = DateOnly.FromDateTime(plan.Now.ToOffset(DemoCalendar.Offset).DateTime);
        await LearnAsync(book, learning, known, plan.Seed, today, cancellationToken);
        await KeepAsync(book, rituals, known["executive"], plan.Seed, today, cancellationToken);
    }

    private static async Task LearnAsync(CultureBook book, LearningStore learning, Dictionary<string, long> known, long seed, DateOnly today, CancellationToken cancellationToken)
    {
        var workshop = new LearningPath("مشتری در تعمیرگاه", ExperienceRole.Technician,
        [
            new("1", "از زبان مشتری بشنوید", "پنج نظر آخر مشتریان شعبهٔ خود را بخوانید و برای همکارتان بگویید کدام‌یک به کار شما برمی‌گردد.", "/feedback"),
            new("2", "وعده‌ای که نگه داشته می‌شود", "پیش از گفتن زمان تحویل، ظرفیت همان روز را ببینید. اگر دیر می‌شود، پیش از مشتری شما زنگ بزنید.", "/governance/policies/L-1"),
            new("3", "فاکتور را با مشتری بخوانید", "سه سطر نخست فاکتور را با مشتری مرور کنید و بپرسید: چه چیزی روشن نیست؟", null),
        ])
        {
            Indicator = "service-score",
            From = today.AddDays(-TrainedDaysAgo + 20),
        };
        var contact = new LearningPath("پاسخی که مشتری را پیش می‌برد", ExperienceRole.ContactAgent,
        [
            new("1", "نخست گوش دادن", "سه تماس ضبط‌شدهٔ خودتان را بشنوید و بنویسید کجا حرف مشتری را بریدید.", null),
            new("2", "پاسخ کامل در تماس نخست", "برای پنج پرسش پرتکرار، پاسخ آماده را با کلام خودتان بازنویسی کنید.", "/feedback/settings/macros"),
            new("3", "وقتی پاسخ آماده نیست", "زمان پاسخ را بگویید و همان زمان را نگه دارید.", "/governance/policies/L-1"),
        ]);
        var sales = new LearningPath("مشاور، نه فروشنده", ExperienceRole.SalesAdviser,
        [
            new("1", "خودرو برای چه کاری است؟", "پیش از هر پیشنهاد سه پرسش دربارهٔ زندگی روزمرهٔ مشتری بپرسید.", null),
            new("2", "موعدی که تعمیرگاه هم آن را بداند", "هر موعدی را پیش از گفتن با تعمیرگاه هماهنگ کنید.", null),
        ]);
        var codes = new Dictionary<ExperienceRole, (string Code, LearningPath Path)>();
        foreach (LearningPath path in new[] { workshop, contact, sales })
        {
            codes[path.Role] = (await book.AddAsync(CultureKind.Path, "L", path, known["executive"], cancellationToken: cancellationToken), path);
        }

        var learners = new List<Learner> { new(known["agent"], ExperienceRole.ContactAgent, "care"), new(known["manager"], ExperienceRole.Leader, DemoGroup.WorseBranch) };
        var done = new List<Completion> { new(codes[ExperienceRole.ContactAgent].Code, "1", known["agent"], today.AddDays(-6)) };
        for (int employee = 0; employee < DemoStaff.AtStart; employee++)
        {
            string unit = DemoGroup.Codes[DemoStaff.UnitOf(employee)];
            Learner learner = new(-1 - employee, RoleOf(unit), unit);
            learners.Add(learner);
            if (codes.TryGetValue(learner.Role, out var own))
            {
                Dice dice = Dice.Of(seed, Story.Stream.Culture, employee, 100);
                double taking = Early.Contains(unit) ? 0.98 : learner.Role == ExperienceRole.Technician ? 0.25 : 0.62;
                done.AddRange(own.Path.Modules.TakeWhile(_ => dice.Chance(taking)).Select((m, i) => new Completion(own.Code, m.Key, learner.Person, today.AddDays(-TrainedDaysAgo + (i * 9) + (employee % 7)))));
            }
        }

        await learning.PlaceAsync(learners, cancellationToken);
        await learning.CompleteAsync(done, cancellationToken);
    }

    private static ExperienceRole RoleOf(string unit) => unit switch
    {
        "care" => ExperienceRole.ContactAgent,
        "finance" or "people" => ExperienceRole.BackOffice,
        _ when unit.EndsWith("-sales", StringComparison.Ordinal) => ExperienceRole.SalesAdviser,
        _ when unit.EndsWith("-service", StringComparison.Ordinal) => ExperienceRole.Technician,
        _ => ExperienceRole.Leader,
    };

    private static async Task KeepAsync(CultureBook book, RitualStore store, long by, long seed, DateOnly today, CancellationToken cancellationToken)
    {
        DateOnly saturday = today.AddDays(-(((int)today.DayOfWeek + 1) % 7));
        Ritual[] rituals =
        [
            new("شنیدن هفتگی", "همهٔ سرپرستان با هم به یک تماس گوش می‌دهند و یک کار برای هفته برمی‌دارند.", null, Rhythm.Weekly, saturday.AddDays(-7 * 20)),
            new("صندلی مشتری", "یک مشتری به جلسه می‌آید و نیم ساعت از آنچه بر او گذشت می‌گوید. کسی دفاع نمی‌کند.", null, Rhythm.Monthly, saturday.AddDays(3 - (28 * 5))),
            new("ده دقیقهٔ صبح تعمیرگاه", "پیش از آغاز کار، وعده‌های همان روز خوانده می‌شود.", DemoGroup.WorseBranch, Rhythm.Fortnightly, saturday.AddDays(1 - (14 * 6))),
        ];
        foreach (var (number, ritual) in rituals.Index())
        {
            string code = await book.AddAsync(CultureKind.Ritual, "T", ritual, by, cancellationToken: cancellationToken);
            List<DateOnly> past = [.. ritual.Days(today.AddDays(-120), today.AddDays(-1))];
            await store.MarkAsync([.. past.SkipLast(1).Select(day => (code, day, (bool?)Dice.Of(seed, Story.Stream.Culture, day.DayNumber, 200 + number).Chance(number == 2 ? 0.55 : 0.85)))], cancellationToken);
        }
    }
}
