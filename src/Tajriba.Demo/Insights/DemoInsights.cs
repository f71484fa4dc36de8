using Tajriba.Demo.Building;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Insights;

namespace Tajriba.Demo.Insights;

/// <summary>What the group has learned of its customers in a year: one insight acted on with success, one without, one refuted, one due.</summary>
internal static class DemoInsights
{
    /// <summary>Tells them, where nobody has told any.</summary>
    public static async Task AddAsync(InsightStore insights, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        if ((await insights.ListAsync(cancellationToken)).Count > 0 || !known.TryGetValue("analyst", out var analyst) || !known.TryGetValue("manager", out var manager))
        {
            return;
        }

        DateTimeOffset Week(int ago) => plan.Now.AddDays(-7 * ago);
        DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
        var soon = Day(plan.Now.AddDays(90));

        await TellAsync(
            new(Week(16), analyst, new("مشتری وقتی نیم ساعت پشت خط می‌ماند شکایت می‌کند، نه وقتی پاسخ منفی می‌شنود.", Confidence.High, soon)
            {
                Detail = "سهم شکایت‌های «انتظار» سه برابر شکایت‌های «رفتار» بود و بیشترِ آن‌ها پیش از هر گفت‌وگویی ثبت شده بود.",
                Evidence = [new("/indicators/cases-waiting", "سهم پرونده‌های انتظار در پرونده‌های حل‌شده"), new("/feedback?topic=speed&state=all", "آنچه دربارهٔ سرعت گفته‌اند"), new(null, "سه بار زنگ زدم و هر بار نزدیک نیم ساعت پشت خط ماندم.")],
                Tags = ["انتظار", "مرکز تماس", "شکایت"], Step = "تماس", Owner = analyst,
            }),
            [
                new InsightMoment.Decided(Week(14), manager, "شش نفر به تلفن‌خانه افزوده شود و برنامه تماس‌های شلوغ را بازگرداند.", "/feedback/problems"),
                new InsightMoment.Seen(Week(4), analyst, 1, InsightEffect.Better, "سهم انتظار در پرونده‌ها پس از اصلاح از یک‌سوم به کمتر از یک‌دهم رسید و نمودار کنترل آن را تأیید کرد.", "/indicators/cases-waiting/control"),
                new InsightMoment.Reviewed(Week(2), analyst, soon, Confidence.High, "هنوز برقرار است؛ شکایت‌های تازه بیشتر دربارهٔ زمان تحویل است."),
            ]);
        await TellAsync(
            new(Week(24), manager, new("خواهش از شعبه‌ها برای خوش‌قولی، تأخیر تحویل را کم نمی‌کند.", Confidence.Medium, soon)
            {
                Detail = "ظرفیت تعمیرگاه پیش از دادن موعد دیده نمی‌شود؛ موعد از روی خوش‌بینی داده می‌شود.",
                Evidence = [new("/indicators/cases-late/control", "نمودار کنترل پس از خواهش از شعبه‌ها"), new(null, "چهارمین بار است که زمان تحویل عقب می‌افتد.")],
                Tags = ["تأخیر", "تحویل", "تعمیرگاه"], Step = "تحویل خودرو", Owner = manager,
            }),
            [
                new InsightMoment.Decided(Week(22), manager, "از شعبه‌ها خواسته شود سر موعد تحویل دهند.", "/feedback/problems"),
                new InsightMoment.Seen(Week(9), manager, 1, InsightEffect.NoChange, "بیست‌وپنج هفته پس از آن، سهم تأخیر همان است که بود.", "/indicators/cases-late/control"),
                new InsightMoment.Decided(Week(3), manager, "موعد تحویل تنها با دیدن ظرفیت آزاد تعمیرگاه داده شود.", null),
            ]);
        await TellAsync(
            new(Week(20), analyst, new("خودروهای تجاری بیشتر منتظر قطعه می‌مانند و این انتظار، بازگشت به تعمیرگاه را کم می‌کند.", Confidence.High, soon)
            {
                Detail = "بخشی از تفاوت از خود گروه مشتری است؛ سهم انتظار با جدا کردن گروه‌ها حساب شده است.",
                Evidence = [new("/journeys", "سفر «مراجعه به تعمیرگاه»، گام سفارش قطعه تا رسیدن قطعه"), new(null, "قطعه ده روزه رسید، کامیون ده روز خوابید.")],
                Tags = ["قطعه", "خودرو تجاری"], Step = "سفارش قطعه", Owner = analyst,
            }),
            []);
        await TellAsync(
            new(Week(40), analyst, new("مشتریانی که از برنامه نوبت می‌گیرند راضی‌ترند چون برنامه بهتر است.", Confidence.Low, Day(Week(12)))
            {
                Evidence = [new("/indicators", "رضایت به تفکیک کانال نوبت‌گیری")], Tags = ["برنامه", "نوبت"], Step = "نوبت‌گیری", Owner = analyst,
            }),
            [new InsightMoment.Refuted(Week(11), analyst, "با جدا کردن سن و گروه مشتری تفاوتی نمی‌ماند؛ جوان‌ترها هم برنامه را بیشتر به کار می‌برند و هم نمرهٔ بالاتری می‌دهند.")]);
        await TellAsync(
            new(Week(30), manager, new("مشتری پیش از هر کار اضافه می‌خواهد بداند چقدر می‌پردازد.", Confidence.Medium, Day(Week(1)))
            {
                Evidence = [new("/feedback?topic=price&state=all", "آنچه دربارهٔ قیمت گفته‌اند"), new(null, "هزینه خیلی بالا بود و با برآورد اول فرق داشت."), new(null, "السعر مرتفع جدًا ويختلف عن التقدير الأول.")],
                Tags = ["قیمت", "اطلاع‌رسانی"], Step = "برآورد", Owner = manager,
            }),
            []);

        async Task TellAsync(InsightMoment.Told told, InsightMoment[] moments)
        {
            // A review that was due already was in the future when the insight was told.
            var made = await insights.AddAsync(told, cancellationToken);
            foreach (var moment in moments)
            {
                if (await insights.DoAsync(made.Code, moment, Day(moment.At), null, cancellationToken) is { } fault)
                {
                    throw new InvalidOperationException($"An insight of the demo is refused: {moment.GetType().Name} ({fault}).");
                }
            }
        }
    }
}
