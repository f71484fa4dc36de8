using Tajriba.Demo.Building;
using Tajriba.Demo.Feedback;
using Tajriba.Demo.Group;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Charges;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Processes.Inventory;

namespace Tajriba.Demo.Governance;

/// <summary>What Safir Motors does again and again: twelve processes, three of them those by which it manages the experience of its customers.</summary>
internal static class DemoProcesses
{
    private static readonly string[] Doers = ["manager", "analyst", "manager", "executive"];

    /// <summary>Puts them on record; does nothing where there is one.</summary>
    public static async Task AddAsync(ProcessBook book, GovernanceBook owners, JourneyStore journeys, IPeople people, DemoPlan plan, CancellationToken cancellationToken)
    {
        if (book.All<Process>(ProcessBook.Kind).Count > 0)
        {
            return;
        }

        var known = (await people.ListAsync(null, null, 500, cancellationToken)).ToDictionary(p => p.UserName, p => p.Id, StringComparer.OrdinalIgnoreCase);
        var done = 0;
        var defined = await journeys.ListAsync(cancellationToken);
        foreach (var (owner, process) in All(defined, DateOnly.FromDateTime(plan.Now.ToOffset(Story.DemoCalendar.Offset).DateTime)))
        {
            var code = await book.AddAsync(ProcessBook.Kind, ProcessBook.Prefix, process, known["executive"], cancellationToken: cancellationToken);
            if (owner is not null)
            {
                await owners.SaveAsync(RecordKind.Owner, $"{GovernedKind.Process}:{code}", 0, new Ownership(known[owner]), known["executive"], cancellationToken: cancellationToken);
            }

            // What nobody owns somebody still has to do: the council's chair answers until then.
            await owners.SaveAsync(
                RecordKind.Charge, $"{GovernedKind.Process}:{code}", 0,
                new Assignment([new(known[owner ?? "executive"], Charge.Accountable), new(known[Doers[done++ % Doers.Length]], Charge.Responsible), new(known["analyst"], Charge.Informed)]), known["executive"], cancellationToken: cancellationToken);
        }
    }

    private static IEnumerable<(string? Owner, Process Process)> All(IReadOnlyList<JourneyDefinition> journeys, DateOnly today)
    {
        IReadOnlyList<LinkedJourney> Serves(params string[] names) => [.. journeys.Where(j => names.Contains(j.Name.En)).Select(j => new LinkedJourney(j.Id, []))];
        string[] sales = [.. DemoGroup.Branches.Select(b => DemoGroup.SalesTeam(b.Code))], service = [.. DemoGroup.Branches.Select(b => DemoGroup.ServiceTeam(b.Code))];
        yield return ("manager", new("پذیرش و تعمیر خودرو", ProcessKind.Core, null, "درخواست نوبت", "خودرو تحویل‌شده", ["سامانهٔ تعمیرگاه", "انبار قطعات"], service)
        {
            Figures = ["reopened-repairs", "service-score"], Feasibility = 4, Journeys = Serves("A service visit"),
        });
        yield return ("manager", new("فروش خودرو", ProcessKind.Core, null, "علاقه‌مند به خرید", "قرارداد امضاشده", ["مدیریت ارتباط با مشتری"], sales)
        {
            Figures = ["conversion"], Feasibility = 3, Journeys = Serves("Buying a vehicle"),
        });
        yield return (null, new("تحویل خودروی نو", ProcessKind.Core, null, "قرارداد امضاشده", "خودرو در دست مشتری", ["انبار خودرو"], sales) { Figures = ["on-time-delivery"], Feasibility = 3, Journeys = Serves("Waiting for delivery") });
        yield return ("analyst", new("تصویب تسهیلات", ProcessKind.Core, "finance", "درخواست تسهیلات", "تصویب یا رد", ["سامانهٔ اعتبارسنجی"], ["finance"]) { Figures = ["answer-time"], Feasibility = 2, Journeys = Serves("Getting financing") });
        yield return ("agent", new("رسیدگی به شکایت", ProcessKind.Core, "care", "شکایت مشتری", "پاسخ و جبران", ["تجربه"], ["care"])
        {
            Figures = ["answered-in-a-day", "first-contact-resolution", "answer-promise-kept"], Feasibility = 5, Journeys = Serves("A complaint"),
            Redesign = new(today.AddDays(-7 * DemoFeedback.WaitingFixedWeeks), "شش نفر به مرکز تماس افزوده شد و تماس‌های شلوغ را برنامه بازمی‌گرداند.", "cases-waiting", null),
        });
        yield return ("agent", new("پاسخ‌گویی تلفنی", ProcessKind.Core, "care", "تماس مشتری", "پرسش پاسخ‌داده‌شده", ["مرکز تماس"], ["care"]) { Figures = ["answer-time"], Feasibility = 4 });
        yield return ("analyst", new("نظرسنجی و سنجش تجربه", ProcessKind.Experience, null, "رویداد خدمت", "شاخص‌های تجربه", ["تجربه"], []) { Figures = ["response-share"], Feasibility = 5 });
        yield return ("analyst", new("یافتن و رفع علت‌های تکراری", ProcessKind.Experience, null, "پرونده‌های حل‌شده", "مسئلهٔ تأییدشده", ["تجربه"], ["care"]) { Figures = ["cases-waiting", "cases-late"], Feasibility = 3 });
        yield return ("executive", new("بازنگری تجربه در شورا", ProcessKind.Experience, null, "دستور جلسه", "تصمیم و اقدام", ["تجربه"], []) { Feasibility = 5 });
        yield return (null, new("تأمین قطعات یدکی", ProcessKind.Support, null, "درخواست قطعه", "قطعه در تعمیرگاه", ["انبار قطعات", "سامانهٔ خرید"], service) { Figures = ["cases-late"], Feasibility = 2 });
        yield return ("executive", new("جذب و آموزش کارکنان", ProcessKind.Support, "people", "نیاز واحد", "کارمند آماده", ["منابع انسانی"], ["people"]) { Figures = ["enps"], Feasibility = 3, Journeys = Serves("Joining the house") });
        yield return ("executive", new("برنامه‌ریزی و بودجه", ProcessKind.Management, null, "هدف‌های سال", "بودجهٔ واحدها", ["سامانهٔ مالی"], []) { Feasibility = 1 });
    }
}
