namespace Tajriba.Ui;

internal static class Tongues
{
    public static Tongue English { get; } = new()
    {
        And = " and ",
        Comma = ", ",
        To = "–",
        Thousand = "k",
        Million = "M",
        Milliard = "bn",
        GregorianMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        GregorianMonthsShort = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        JalaliMonths = ["Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"],
        Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        Units = ["d", "h", "min", "s", "ms"],
        UnitJoin = "\u00a0",
        Long = ["{0} minute|{0} minutes", "{0} hour|{0} hours", "{0} day|{0} days", "{0} month|{0} months", "{0} year|{0} years"],
        Ago = "{0} ago",
        Ahead = "in {0}",
        JustNow = "just now",
        PluralOf = static n => n == 1 ? 0 : 1,
    };

    public static Tongue Persian { get; } = new()
    {
        And = " و ",
        Comma = "، ",
        To = " تا ",
        Thousand = "\u00a0هزار",
        Million = "\u00a0میلیون",
        Milliard = "\u00a0میلیارد",
        GregorianMonths = ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
        GregorianMonthsShort = ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
        JalaliMonths = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"],
        Weekdays = ["یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه"],
        Units = ["روز", "ساعت", "دقیقه", "ثانیه", "میلی‌ثانیه"],
        UnitJoin = "\u00a0",
        Long = ["{0} دقیقه", "{0} ساعت", "{0} روز", "{0} ماه", "{0} سال"],
        Ago = "{0} پیش",
        Ahead = "{0} دیگر",
        JustNow = "همین حالا",
        PluralOf = static n => n == 1 ? 0 : 1,
    };

    public static Tongue Arabic { get; } = new()
    {
        And = " و",
        Comma = "، ",
        To = " إلى ",
        Thousand = "\u00a0ألف",
        Million = "\u00a0مليون",
        Milliard = "\u00a0مليار",
        GregorianMonths = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        GregorianMonthsShort = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        JalaliMonths = ["فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند"],
        Weekdays = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
        Units = ["ي", "س", "د", "ث", "مث"],
        UnitJoin = "\u00a0",
        Long =
        [
            "{0} دقيقة|دقيقة واحدة|دقيقتين|{0} دقائق|{0} دقيقة|{0} دقيقة",
            "{0} ساعة|ساعة واحدة|ساعتين|{0} ساعات|{0} ساعة|{0} ساعة",
            "{0} يوم|يوم واحد|يومين|{0} أيام|{0} يومًا|{0} يوم",
            "{0} شهر|شهر واحد|شهرين|{0} أشهر|{0} شهرًا|{0} شهر",
            "{0} سنة|سنة واحدة|سنتين|{0} سنوات|{0} سنة|{0} سنة",
        ],
        Ago = "قبل {0}",
        Ahead = "بعد {0}",
        JustNow = "الآن",
        PluralOf = static n => (Math.Abs(n), Math.Abs(n) % 100) switch
        {
            (0, _) => 0,
            (1, _) => 1,
            (2, _) => 2,
            (_, >= 3 and <= 10) => 3,
            (_, >= 11 and <= 99) => 4,
            _ => 5,
        },
    };
}
