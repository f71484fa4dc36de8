using Tajriba.Demo.Building;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Pulse;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Demo.Leadership;

/// <summary>
/// Culture at Safir Motors: the pulse was taken each quarter and is being taken now; belief grew, the atmosphere at the worse branch did
/// not; colleagues thank each other on the wall.
/// </summary>
internal static class DemoCulture
{
    private const double Taking = 0.68, PersonSpread = 0.45, AnswerSpread = 0.7;

    private static readonly (string Name, int DaysAgo, double Belief, double Atmosphere)[] Rounds =
        [("نبض زمستان", 290, 3.0, 3.3), ("نبض بهار", 200, 3.15, 3.35), ("نبض تابستان", 110, 3.4, 3.3), ("نبض پاییز", 20, 3.55, 3.4)];

    /// <summary>Takes the pulse and fills the wall; does nothing where there is a round.</summary>
    public static async Task AddAsync(CultureBook book, PulseStore pulse, NoteStore notes, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        if (book.All<Round>(CultureKind.Round).Count > 0)
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        DateOnly today = DateOnly.FromDateTime(plan.Now.ToOffset(DemoCalendar.Offset).DateTime);
        for (int number = 0; number < Rounds.Length; number++)
        {
            var (name, daysAgo, belief, atmosphere) = Rounds[number];
            var round = new Round(name, QuestionLibrary.Own, today.AddDays(-daysAgo - 13), today.AddDays(-daysAgo));
            string code = await book.AddAsync(CultureKind.Round, "P", round, known["executive"], cancellationToken: cancellationToken);
            await pulse.AnswerAsync(code, round, Answers(plan.Seed, number, round, belief, atmosphere), cancellationToken);
            await pulse.CloseAsync(code, cancellationToken);
        }

        var open = new Round("نبض میان‌دوره", [.. QuestionLibrary.Own.Where(q => q.Key is "b1" or "b2" or "b6" or "a1" or "a2" or "a4")], today.AddDays(-3), today.AddDays(11));
        string now = await book.AddAsync(CultureKind.Round, "P", open, known["executive"], cancellationToken: cancellationToken);
        await pulse.AnswerAsync(now, open, [.. Answers(plan.Seed, Rounds.Length, open, 3.6, 3.4).Take(46)], cancellationToken);
        foreach (NewNote note in Notes(known["executive"], known["analyst"], known["manager"], known["agent"], plan.Now))
        {
            await notes.PostAsync(note, cancellationToken);
        }
    }

    /// <summary>Staff have no account in the demo: their numbers are negative, so that none is a person's.</summary>
    private static List<PulseAnswer> Answers(long seed, int number, Round round, double belief, double atmosphere)
    {
        var answers = new List<PulseAnswer>();
        for (int employee = 0; employee < DemoStaff.AtStart; employee++)
        {
            Dice dice = Dice.Of(seed, Story.Stream.Culture, employee, number);
            if (!dice.Chance(Taking))
            {
                continue;
            }

            string unit = DemoGroup.Codes[DemoStaff.UnitOf(employee)];
            bool isWorse = unit.StartsWith(DemoGroup.WorseBranch, StringComparison.Ordinal);
            double own = dice.Normal(PersonSpread);
            var scores = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (PulseQuestion question in round.Questions)
            {
                double level = own + (question.Dimension == Dimension.Belief ? belief : atmosphere - (isWorse ? 0.25 * (number + 1) : 0)) + dice.Normal(AnswerSpread);
                int score = (int)Math.Clamp(Math.Round(level), 1, PulseQuestion.Most);
                scores[question.Key] = question.IsReversed ? PulseQuestion.Most + 1 - score : score;
            }

            answers.Add(new(-1 - employee, unit, scores));
        }

        return answers;
    }

    private static IEnumerable<NewNote> Notes(long executive, long analyst, long manager, long agent, DateTimeOffset now) =>
    [
        new(executive, null, "vanak", Quality.Improvement, "سه ماه پیاپی همهٔ خودروها سر وقت تحویل شد. روش نوبت‌دهی‌تان را برای دیگر شعبه‌ها هم بنویسید.", null, At: now.AddDays(-41).AddHours(-3)),
        new(manager, agent, null, Quality.Ownership, "مشتری‌ای را که سه بار تماس گرفته بود رها نکرد و تا روشن شدن خودرو هر روز خودش خبر داد.", "/feedback/problems/P-1", At: now.AddDays(-27).AddHours(-5)),
        new(agent, analyst, null, Quality.Teamwork, "جمعه گزارش تماس‌های بی‌پاسخ را آماده کرد تا شنبه نوبت‌ها را جابه‌جا کنیم. همان هفته صف کوتاه شد.", null, At: now.AddDays(-16).AddHours(-2)),
        new(null, null, "care", Quality.Achievement, "۹۰٪ بازخوردها در ۲۴ ساعت پاسخ گرفت", "/indicators/feedback-answered-in-a-day", "demo:answered", now.AddDays(-12)),
        new(analyst, null, "azadi-service", Quality.Listening, "از مشتری پرسیدند چه چیزی را در فاکتور نفهمیده است و همان را با خط درشت روی برگه نوشتند.", null, At: now.AddDays(-8).AddHours(-6)),
        new(executive, agent, null, Quality.Listening, "در جلسهٔ شورا صدای مشتری را همان‌گونه که بود آورد، نه آن‌گونه که خوش داشتیم بشنویم.", "/governance/meetings/M-1", At: now.AddDays(-5).AddHours(-1)),
        new(agent, manager, null, Quality.Ownership, "پروندهٔ مشتری اهواز را با این‌که از شعبهٔ خودش نبود تا پایان پیگیری کرد.", null, At: now.AddDays(-1).AddHours(-4)),
    ];
}
