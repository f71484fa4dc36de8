using Tajriba.Demo.Building;
using Tajriba.Experience.Feedback.Problems;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;

namespace Tajriba.Demo.Feedback;

/// <summary>Problems out of the complaints: one whose fix its chart confirms by itself, one that came back, one that waits for somebody.</summary>
internal static class DemoProblems
{
    /// <summary>What the fixes are seen by: shares of cases that are resolved with a cause.</summary>
    public static IReadOnlyList<IndicatorDefinition> Indicators { get; } =
    [
        Share("cases-waiting", "waiting", new("Cases about waiting", "پرونده‌های انتظار طولانی", "حالات الانتظار الطويل")),
        Share("cases-late", "late", new("Cases about missed dates", "پرونده‌های بدقولی در تحویل", "حالات التأخر عن الموعد")),
    ];

    /// <summary>Puts them on record; does nothing where there are problems.</summary>
    public static async Task AddAsync(ProblemStore problems, IndicatorStore indicators, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        await indicators.AddAsync(Indicators, cancellationToken);
        if ((await problems.ListAsync(cancellationToken)).Count > 0)
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        long? manager = known.TryGetValue("manager", out var id) ? id : null;
        long? analyst = known.TryGetValue("analyst", out id) ? id : null;
        var weeks = Enumerable.Range(0, DemoFeedback.Weeks + 1).Select(w => plan.Now.AddDays(-7 * w)).ToArray();

        await TellAsync(
            problems, "waiting",
            [
                new ProblemMoment.Opened(weeks[15], analyst),
                new ProblemMoment.Owned(weeks[15], analyst, analyst),
                new ProblemMoment.Measured(weeks[14], analyst, new("cases-waiting")),
                new ProblemMoment.Fixed(weeks[DemoFeedback.WaitingFixedWeeks], analyst, Day(weeks[DemoFeedback.WaitingFixedWeeks]), "شش نفر به تلفن‌خانه افزوده شد و تماس‌های شلوغ را برنامه بازمی‌گرداند."),
            ],
            cancellationToken);
        await TellAsync(
            problems, "late",
            [
                new ProblemMoment.Opened(weeks[30], manager),
                new ProblemMoment.Owned(weeks[30], manager, manager),
                new ProblemMoment.Measured(weeks[29], manager, new("cases-late")),
                new ProblemMoment.Fixed(weeks[DemoFeedback.LateFixedWeeks], manager, Day(weeks[DemoFeedback.LateFixedWeeks]), "از شعبه‌ها خواسته شد سر موعد تحویل دهند."),
                new ProblemMoment.Reopened(weeks[9], null, new Verdict(VerdictKind.Refuted, 25, Verification.Longest, 0), 0, null),
                new ProblemMoment.Noted(weeks[8], manager, "خواهش کافی نبود؛ باید ظرفیت تعمیرگاه پیش از دادن موعد دیده شود."),
            ],
            cancellationToken);
        await TellAsync(problems, "part-missing", [new ProblemMoment.Opened(weeks[3], manager), new ProblemMoment.Owned(weeks[3], manager, manager)], cancellationToken);
    }

    private static async Task TellAsync(ProblemStore problems, string cause, ProblemMoment[] moments, CancellationToken cancellationToken)
    {
        var made = await problems.AddAsync(cause, null, moments[0], cancellationToken);
        foreach (var moment in moments[1..])
        {
            if (await problems.DoAsync(made.Code, moment, cancellationToken) is { } fault)
            {
                throw new InvalidOperationException($"A problem of the demo is refused: {moment.GetType().Name} ({fault}).");
            }
        }
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Story.DemoCalendar.Offset).DateTime);

    private static IndicatorDefinition Share(string key, string cause, LocalName name) => new()
    {
        Key = key,
        Name = name,
        Kind = IndicatorKind.Share,
        Of = new(["Case Resolved"], []),
        Hit = [new("cause", ConditionTest.Is, [cause])],
        HigherIsBetter = false,
    };
}
