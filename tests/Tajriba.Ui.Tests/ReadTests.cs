using static Tajriba.Ui.Tests.Readers;

namespace Tajriba.Ui.Tests;

public sealed class ReadTests
{
    [Theory]
    [InlineData("۱۲۳", 123)]
    [InlineData("١٢٬٤٨٠٫٥", 12480.5)]
    [InlineData("12,480.5", 12480.5)]
    [InlineData(" -3 ", -3)]
    [InlineData("−۳", -3)]
    [InlineData("1 000", 1000)]
    public void Numbers_are_read_in_any_digits(string text, double expected) => Assert.Equal((decimal)expected, English.Read().Number(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1e400")]
    [InlineData("12٫3٫4")]
    [InlineData("--3")]
    [InlineData("99999999999999999999999999999999999999999999")]
    public void What_is_no_number_is_refused(string? text) => Assert.Null(English.Read().Number(text));

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("1405/9/1")]
    [InlineData("۱۴۰۵/۰۹/۰۱")]
    [InlineData("۱ آذر ۱۴۰۵")]
    [InlineData("22 Nov 2026")]
    [InlineData("22 november 2026")]
    [InlineData("٢٢ نوفمبر ٢٠٢٦")]
    [InlineData("٢٢ نوڤمبر ٢٠٢٦", false)]
    [InlineData("۲۲ نوامبر ۲۰۲۶")]
    [InlineData("1404/12/30", false)]
    [InlineData("2026-02-29", false)]
    [InlineData("22", false)]
    public void Dates_are_read_in_either_calendar(string text, bool valid = true)
        => Assert.Equal(valid ? new DateOnly(2026, 11, 22) : null, Arabic.Read().Date(text));

    [Fact]
    public void Moments_are_read_in_the_readers_zone()
    {
        var expected = new DateTimeOffset(2026, 11, 22, 10, 35, 0, TimeSpan.Zero);
        Assert.Equal(expected, Persian.Read().DateTime("۱۴۰۵/۰۹/۰۱ ۱۴:۰۵"));
        Assert.Equal(expected, Persian.Read().DateTime("2026-11-22T14:05:00+03:30"));
        Assert.Equal(expected, English.Read().DateTime("2026-11-22 10:35"));
        Assert.Null(English.Read().DateTime("2026-11-22 25:00"));
    }

    [Theory]
    [InlineData("3 d 4 h", 273_600)]
    [InlineData("1.5 h", 5_400)]
    [InlineData("02:30", 9_000)]
    [InlineData("۳ روز و ۴ ساعت", 273_600)]
    [InlineData("٣ ي و٤ س", 273_600)]
    [InlineData("2 weeks", 1_209_600)]
    [InlineData("30min", 1_800)]
    public void Durations_are_read_in_three_languages(string text, double seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), English.Read().Duration(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5 parsecs")]
    [InlineData("1 h nonsense")]
    public void What_is_no_duration_is_refused(string text) => Assert.Null(English.Read().Duration(text));
}
