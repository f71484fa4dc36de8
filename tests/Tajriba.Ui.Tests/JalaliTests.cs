namespace Tajriba.Ui.Tests;

public sealed class JalaliTests
{
    [Theory]
    [InlineData(1399, true)]
    [InlineData(1400, false)]
    [InlineData(1403, true)]
    [InlineData(1404, false)]
    [InlineData(1407, false)]
    [InlineData(1408, true)]
    public void Leap_years_are_those_of_the_official_calendar(int year, bool leap)
    {
        Assert.Equal(leap, Jalali.IsLeapYear(year));
        Assert.Equal(leap, Jalali.ToDate(year, 12, 30) is not null);
    }

    [Theory]
    [InlineData(1357, 11, 22, "1979-02-11")]
    [InlineData(1399, 12, 30, "2021-03-20")]
    [InlineData(1400, 1, 1, "2021-03-21")]
    [InlineData(1403, 12, 30, "2025-03-20")]
    [InlineData(1404, 1, 1, "2025-03-21")]
    [InlineData(1404, 12, 29, "2026-03-20")]
    [InlineData(1405, 1, 1, "2026-03-21")]
    [InlineData(1405, 9, 1, "2026-11-22")]
    [InlineData(1408, 12, 30, "2030-03-20")]
    public void Known_days_agree(int year, int month, int day, string date)
    {
        var expected = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, Jalali.ToDate(year, month, day));
        Assert.Equal((year, month, day), Jalali.Of(expected));
    }

    [Theory]
    [InlineData(1404, 12, 30)]
    [InlineData(1405, 7, 31)]
    [InlineData(1405, 13, 1)]
    [InlineData(1405, 0, 1)]
    [InlineData(1405, 1, 0)]
    public void Days_that_do_not_exist_are_refused(int year, int month, int day) => Assert.Null(Jalali.ToDate(year, month, day));

    [Fact]
    public void Every_day_of_a_century_returns_to_itself()
    {
        for (var day = new DateOnly(1950, 1, 1); day.Year < 2050; day = day.AddDays(1))
        {
            var (year, month, dayOfMonth) = Jalali.Of(day);
            Assert.Equal(day, Jalali.ToDate(year, month, dayOfMonth));
        }
    }
}
