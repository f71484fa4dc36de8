using Tajriba.Demo.Building;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Strategy;
using Tajriba.Organization.Strategy.Directions;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Organization.Strategy.Map;

namespace Tajriba.Demo.Governance;

/// <summary>
/// Where Safir Motors is going: two directions with one pillar alone on either side, and a map of ten objectives. One of its links is
/// a belief that the figures do not share: fewer cases about waiting have made nobody recommend the house more.
/// </summary>
internal static class DemoStrategy
{
    /// <summary>Puts it on record; does nothing where there is an objective.</summary>
    public static async Task AddAsync(StrategyBook book, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        if (book.All<Objective>(StrategyBook.Objective).Count > 0)
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        var year = DateOnly.FromDateTime(plan.Now.ToOffset(Story.DemoCalendar.Offset).DateTime).Year;
        await book.SaveAsync(StrategyBook.Direction, nameof(Side.Organization), 0, Organization(new(year + 4, 3, 19)), known["executive"], cancellationToken: cancellationToken);

        // What was written first was too much to remember; the second version says it in one sentence.
        var experience = Experience(new(year + 3, 3, 19));
        await book.SaveAsync(StrategyBook.Direction, nameof(Side.Experience), 0, experience with { Vision = "خدمتی باکیفیت، سریع، یک‌دست، مطمئن، خوشایند و فراتر از انتظار در همهٔ شعبه‌ها.", Pillars = [] }, known["analyst"], cancellationToken: cancellationToken);
        await book.SaveAsync(StrategyBook.Direction, nameof(Side.Experience), 1, experience, known["executive"], cancellationToken: cancellationToken);
        foreach (var (owner, objective) in Objectives)
        {
            await book.AddAsync(StrategyBook.Objective, StrategyBook.Prefix, objective with { Owner = owner is null ? null : known[owner] }, known["executive"], cancellationToken: cancellationToken);
        }

        await book.SaveAsync(StrategyBook.Links, StrategyBook.Only, 0, new LinkList(Links), known["analyst"], cancellationToken: cancellationToken);
    }

    private static Direction Organization(DateOnly until) => new Direction(
        "گروهی که خانواده‌ها خرید، سرویس و فروش خودروی خود را با خیال آسوده به آن می‌سپارند.",
        "رشد از راه مشتریانی که بازمی‌گردند، نه از راه تخفیف. شعبهٔ تازه تنها جایی باز می‌شود که تعمیرگاه هم باشد.",
        until, ["قولی که داده شد نگه داشته می‌شود", "سود امروز را به بهای اعتماد فردا نمی‌خریم"], [])
        .With("اعتماد مشتری", "مشتری برای کار بعدی‌اش هم نزد ما می‌آید.", [])
        .With("رشد سودآور", "فروش بیشتر به مشتریان کنونی و آشنایانشان.", [])
        .With("همکاران توانا", "کسی که خدمت می‌دهد، می‌داند و می‌خواهد.", [])
        .With("حضور در شهرهای تازه", "دو شهر دیگر تا پایان افق.", []);

    private static Direction Experience(DateOnly until) => new Direction(
        "مشتری یک بار می‌گوید و یک بار می‌آید.",
        "نخست آنچه آزار می‌دهد برداشته می‌شود: انتظار، بدقولی و دوباره‌کاری. سپس به آنچه به یاد می‌ماند می‌پردازیم.",
        until, ["پاسخ همان روز", "هر شعبه همان خدمت", "نشانه‌ها را پیش از گزارش‌ها می‌خوانیم"], [])
        .With("وعده‌ای که نگه داشته می‌شود", "تحویل خودرو و پاسخ شکایت در روز گفته‌شده.", ["P1"])
        .With("یک بار و درست", "تعمیر بار نخست درست است و مشتری دوباره نمی‌آید.", ["P1", "P2"])
        .With("همکار دلگرم", "خدمت خوب از همکاری برمی‌آید که حالش خوب است.", ["P3"])
        .With("باشگاه هدیه", "هدیهٔ تولد و پیام تبریک برای همهٔ مشتریان.", []);

    private static IEnumerable<(string? Owner, Objective Objective)> Objectives =>
    [
        ("executive", Of("مشتری برای سرویس بعدی هم نزد ما می‌آید", "financial", "churn", 0.1, "Organization:P2")),
        ("executive", Of("علاقه‌مندان بیشتری خریدار می‌شوند", "financial", "conversion", 0.45, "Organization:P2")),
        ("analyst", Of("مشتریان ما را به دیگران توصیه می‌کنند", "customer", "nps", 40, "Organization:P1")),
        ("analyst", Of("مشتری از تعمیرگاه راضی بیرون می‌رود", "customer", "service-score", null, "Organization:P1", "Experience:P2")),
        ("manager", Of("خودروی نو در روز وعده‌داده‌شده تحویل می‌شود", "processes", "on-time-delivery", 0.9, "Experience:P1")),
        ("manager", Of("تعمیر بار نخست درست است", "processes", "reopened-repairs", 0.05, "Experience:P2")),
        ("agent", Of("بازخورد ظرف یک روز پاسخ می‌گیرد", "processes", "feedback-answered-in-a-day", null, "Experience:P1")),
        ("agent", Of("کسی پشت خط نمی‌ماند", "processes", "cases-waiting", 0.1, "Experience:P1")),
        ("manager", Of("همکاران کار در اینجا را توصیه می‌کنند", "learning", "enps", 20, "Experience:P3", "Organization:P3")),
        (null, Of("هر تعمیرکار هر سال آموزش می‌بیند", "learning", null, null, "Organization:P3")),
    ];

    private static IReadOnlyList<Link> Links =>
    [
        new("O-10", "O-6", 3, "تعمیرکار آموزش‌دیده کمتر دوباره‌کاری دارد."),
        new("O-9", "O-6", 2, "همکار دلگرم با دقت بیشتری کار می‌کند."),
        new("O-9", "O-7", 1, ""),
        new("O-6", "O-1", 1, "کسی که دوباره‌کاری دیده، سرویس بعدی را جای دیگر می‌برد."),
        new("O-6", "O-4", 1, "برگشتن به تعمیرگاه بیش از همه مشتری را ناراضی می‌کند."),
        new("O-4", "O-3", 2, "پس از سرویس خوب، ما را توصیه می‌کنند."),
        new("O-5", "O-3", 1, "بدقولی در تحویل را مشتری برای همه می‌گوید."),
        new("O-7", "O-3", 3, ""),
        new("O-8", "O-3", 1, "انتظار پشت خط نخستین علت شکایت بود."),
        new("O-3", "O-1", 3, "کسی که توصیه می‌کند، خودش هم بازمی‌گردد."),
        new("O-3", "O-2", 3, "آشنایان با توصیه می‌آیند و زودتر می‌خرند."),
    ];

    private static Objective Of(string name, string perspective, string? indicator, double? target, params string[] pillars)
        => new(name, perspective, null, "", null) { Gauge = indicator is null ? null : new(indicator, null, target), Pillars = pillars };
}
