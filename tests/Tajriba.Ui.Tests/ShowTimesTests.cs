using Tajriba.Kernel.Access;
using static Tajriba.Ui.Tests.Readers;

namespace Tajriba.Ui.Tests;

public sealed class ShowTimesTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void Dates_follow_language_and_calendar()
    {
        Assert.Equal("22 November 2026", English.Show().Date(Day));
        Assert.Equal("۱ آذر ۱۴۰۵", Persian.Show().Date(Day));
        Assert.Equal("٢٢ نوفمبر ٢٠٢٦", Arabic.Show().Date(Day));
        Assert.Equal("۲۲ نوامبر ۲۰۲۶", (Persian with { Calendar = CalendarKind.Gregorian }).Show().Date(Day));
        Assert.Equal("1 Azar 1405", (English with { Calendar = CalendarKind.Jalali }).Show().Date(Day));
    }

    [Theory]
    [InlineData(2026, 3, 21, "فروردین")]
    [InlineData(2026, 4, 21, "اردیبهشت")]
    [InlineData(2026, 5, 22, "خرداد")]
    [InlineData(2026, 6, 22, "تیر")]
    [InlineData(2026, 7, 23, "مرداد")]
    [InlineData(2026, 8, 23, "شهریور")]
    [InlineData(2026, 9, 23, "مهر")]
    [InlineData(2026, 10, 23, "آبان")]
    [InlineData(2026, 11, 22, "آذر")]
    [InlineData(2026, 12, 22, "دی")]
    [InlineData(2027, 1, 21, "بهمن")]
    [InlineData(2027, 2, 20, "اسفند")]
    public void Jalali_months_begin_where_the_calendar_says(int year, int month, int day, string name)
    {
        var shown = Persian.Show().Date(new DateOnly(year, month, day));
        Assert.StartsWith("۱ " + name, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(name, Persian.Show().Date(new DateOnly(year, month, day).AddDays(-1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "ژانویه", "يناير")]
    [InlineData(5, "مه", "مايو")]
    [InlineData(8, "اوت", "أغسطس")]
    [InlineData(12, "دسامبر", "ديسمبر")]
    public void Gregorian_months_have_their_names_in_Persian_and_Arabic(int month, string persian, string arabic)
    {
        var day = new DateOnly(2026, month, 15);
        Assert.Equal(persian + " ۲۰۲۶", (Persian with { Calendar = CalendarKind.Gregorian }).Show().Month(day));
        Assert.Equal(arabic + " ٢٠٢٦", Arabic.Show().Month(day));
    }

    [Fact]
    public void Moments_stand_in_the_readers_zone()
    {
        var instant = new DateTimeOffset(2026, 3, 20, 21, 0, 0, TimeSpan.Zero);
        Assert.Equal("۱۴۰۵/۰۱/۰۱ ۰۰:۳۰", Seen(Persian.Show().DateTime(instant)));
        Assert.Equal("2026-03-20 21:00", English.Show().DateTime(instant));
        Assert.Equal("۰۰:۳۰", Seen(Persian.Show().Time(instant)));
    }

    [Theory]
    [InlineData(0.85, "850 ms", "۸۵۰ میلی‌ثانیه")]
    [InlineData(4.5, "4.5 s", "۴٫۵ ثانیه")]
    [InlineData(59.97, "1 min", "۱ دقیقه")]
    [InlineData(90, "1 min 30 s", "۱ دقیقه و ۳۰ ثانیه")]
    [InlineData(3600, "1 h", "۱ ساعت")]
    [InlineData(273_600, "3 d 4 h", "۳ روز و ۴ ساعت")]
    [InlineData(86_399.9, "1 d", "۱ روز")]
    [InlineData(-90, "−1 min 30 s", "−۱ دقیقه و ۳۰ ثانیه")]
    public void Durations_have_two_units_at_most(double seconds, string english, string persian)
    {
        Assert.Equal(english, Seen(English.Show().Seconds(seconds)));
        Assert.Equal(persian, Seen(Persian.Show().Seconds(seconds)));
    }

    [Theory]
    [InlineData(-10, "just now", "همین حالا", "الآن")]
    [InlineData(-180, "3 minutes ago", "۳ دقیقه پیش", "قبل ٣ دقائق")]
    [InlineData(-7200, "2 hours ago", "۲ ساعت پیش", "قبل ساعتين")]
    [InlineData(86_400, "in 1 day", "۱ روز دیگر", "بعد يوم واحد")]
    [InlineData(-86_400 * 800, "2 years ago", "۲ سال پیش", "قبل سنتين")]
    public void Relative_times_are_sentences(int seconds, string english, string persian, string arabic)
    {
        var instant = Now.AddSeconds(seconds);
        Assert.Equal(english, English.Show().Relative(instant));
        Assert.Equal(persian, Persian.Show().Relative(instant));
        Assert.Equal(arabic, Arabic.Show().Relative(instant));
    }
}
