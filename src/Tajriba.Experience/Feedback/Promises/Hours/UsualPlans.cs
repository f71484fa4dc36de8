using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Promises.Hours;

/// <summary>Weeks and holidays to begin with.</summary>
public static class UsualPlans
{
    /// <summary>Keys of the plans that can be begun with.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["iran", "iran-two", "saudi", "western", "always"];

    private static readonly PlannedHoliday[] Iranian =
    [
        Jalali(1, 1, "Nowruz", "نوروز", "النوروز"),
        Jalali(1, 2, "Nowruz", "نوروز", "النوروز"),
        Jalali(1, 3, "Nowruz", "نوروز", "النوروز"),
        Jalali(1, 4, "Nowruz", "نوروز", "النوروز"),
        Jalali(1, 12, "Islamic Republic Day", "روز جمهوری اسلامی", "يوم الجمهورية الإسلامية"),
        Jalali(1, 13, "Nature Day", "روز طبیعت", "يوم الطبيعة"),
        Jalali(3, 14, "Passing of Imam Khomeini", "رحلت امام خمینی", "رحيل الإمام الخميني"),
        Jalali(3, 15, "Uprising of 15 Khordad", "قیام ۱۵ خرداد", "انتفاضة ١٥ خرداد"),
        Jalali(11, 22, "Victory of the Revolution", "پیروزی انقلاب اسلامی", "انتصار الثورة الإسلامية"),
        Jalali(12, 29, "Nationalization of oil", "ملی شدن صنعت نفت", "تأميم صناعة النفط"),
    ];

    private static readonly PlannedHoliday[] Saudi =
    [
        new(HolidayCalendar.Gregorian, 2, 22, null, new("Founding Day", "روز تأسیس عربستان", "يوم التأسيس")),
        new(HolidayCalendar.Gregorian, 9, 23, null, new("National Day", "روز ملی عربستان", "اليوم الوطني")),
        .. Enumerable.Range(1, 4).Select(day => Lunar(10, day, null, "Eid al-Fitr", "عید فطر", "عيد الفطر")),
        Lunar(12, 9, null, "Day of Arafah", "روز عرفه", "يوم عرفة"),
        .. Enumerable.Range(10, 3).Select(day => Lunar(12, day, null, "Eid al-Adha", "عید قربان", "عيد الأضحى")),
    ];

    private static readonly PlannedHoliday[] Western =
    [
        new(HolidayCalendar.Gregorian, 1, 1, null, new("New Year’s Day", "آغاز سال میلادی", "رأس السنة الميلادية")),
        new(HolidayCalendar.Gregorian, 12, 25, null, new("Christmas Day", "کریسمس", "عيد الميلاد")),
        new(HolidayCalendar.Gregorian, 12, 26, null, new("Boxing Day", "روز پس از کریسمس", "اليوم التالي لعيد الميلاد")),
    ];

    /// <summary>The plan of a key, in a zone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The key is not one of <see cref="Keys"/>.</exception>
    public static CalendarPlan Of(string key, string zone) => key switch
    {
        "iran" => Plan(zone, Iranian, Days(8, 17, DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday).Concat(Days(8, 13, DayOfWeek.Thursday))),
        "iran-two" => Plan(zone, Iranian, Days(8, 17, DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday)),
        "saudi" => Plan(zone, Saudi, Days(8, 17, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday)),
        "western" => Plan(zone, Western, Days(9, 17, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday)),
        "always" => Plan(zone, [], Days(0, 0, Enum.GetValues<DayOfWeek>())),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "There is no such plan."),
    };

    /// <summary>The plan of the country whose clock a zone is.</summary>
    public static CalendarPlan OfZone(string zone) => zone switch
    {
        "Asia/Tehran" or "Iran" => Of("iran", zone),
        "Asia/Riyadh" => Of("saudi", zone),
        _ => Of("western", NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? "UTC" : zone),
    };

    /// <summary>
    /// The lunar holidays of Iran in a lunar year as tabulated. Iran looks for the moon, so that some come a day later: they are entered for
    /// the year and mended when they are announced.
    /// </summary>
    public static IReadOnlyList<PlannedHoliday> IranianLunar(int year) =>
    [
        Lunar(1, 9, year, "Tasua", "تاسوعای حسینی", "تاسوعاء"),
        Lunar(1, 10, year, "Ashura", "عاشورای حسینی", "عاشوراء"),
        Lunar(2, 20, year, "Arbaeen", "اربعین حسینی", "الأربعين"),
        Lunar(2, 28, year, "Passing of the Prophet", "رحلت پیامبر و شهادت امام حسن", "وفاة النبي"),
        Lunar(2, 29, year, "Martyrdom of Imam Reza", "شهادت امام رضا", "استشهاد الإمام الرضا"),
        Lunar(3, 8, year, "Martyrdom of Imam Askari", "شهادت امام حسن عسکری", "استشهاد الإمام العسكري"),
        Lunar(3, 17, year, "Birth of the Prophet", "میلاد پیامبر و امام صادق", "المولد النبوي"),
        Lunar(6, 3, year, "Martyrdom of Fatima", "شهادت حضرت فاطمه", "استشهاد السيدة فاطمة"),
        Lunar(7, 13, year, "Birth of Imam Ali", "ولادت امام علی", "مولد الإمام علي"),
        Lunar(7, 27, year, "Mission of the Prophet", "مبعث پیامبر", "المبعث النبوي"),
        Lunar(8, 15, year, "Birth of Imam Mahdi", "ولادت امام زمان", "مولد الإمام المهدي"),
        Lunar(9, 21, year, "Martyrdom of Imam Ali", "شهادت امام علی", "استشهاد الإمام علي"),
        Lunar(10, 1, year, "Eid al-Fitr", "عید فطر", "عيد الفطر"),
        Lunar(10, 2, year, "Eid al-Fitr", "عید فطر", "عيد الفطر"),
        Lunar(10, 25, year, "Martyrdom of Imam Sadiq", "شهادت امام جعفر صادق", "استشهاد الإمام الصادق"),
        Lunar(12, 10, year, "Eid al-Adha", "عید قربان", "عيد الأضحى"),
        Lunar(12, 18, year, "Eid al-Ghadir", "عید غدیر خم", "عيد الغدير"),
    ];

    private static CalendarPlan Plan(string zone, IReadOnlyList<PlannedHoliday> holidays, IEnumerable<KeyValuePair<DayOfWeek, IReadOnlyList<PlannedShift>>> days)
        => new(zone, [new PlannedWeek(null, days.ToDictionary())], holidays, []);

    private static IEnumerable<KeyValuePair<DayOfWeek, IReadOnlyList<PlannedShift>>> Days(int from, int to, params DayOfWeek[] days)
        => days.Select(day => KeyValuePair.Create<DayOfWeek, IReadOnlyList<PlannedShift>>(day, [new PlannedShift(new TimeOnly(from, 0), new TimeOnly(to, 0))]));

    private static PlannedHoliday Jalali(int month, int day, string en, string fa, string ar) => new(HolidayCalendar.Jalali, month, day, null, new LocalName(en, fa, ar));

    private static PlannedHoliday Lunar(int month, int day, int? year, string en, string fa, string ar) => new(HolidayCalendar.UmmAlQura, month, day, year, new LocalName(en, fa, ar));
}
