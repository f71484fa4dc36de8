using static Tajriba.Ui.Tests.Readers;

namespace Tajriba.Ui.Tests;

public sealed class ShowNumbersTests
{
    [Theory]
    [InlineData("en", "12,480")]
    [InlineData("fa", "۱۲٬۴۸۰")]
    [InlineData("ar", "١٢٬٤٨٠")]
    public void Counts_are_grouped_in_the_readers_digits(string language, string expected)
        => Assert.Equal(expected, Seen(Tajriba.Kernel.Access.ReaderPreferences.Of(language).Show().Count(12480)));

    [Theory]
    [InlineData("en", "12.3% (10.1–14.8)")]
    [InlineData("fa", "۱۲٫۳٪ (۱۰٫۱ تا ۱۴٫۸)")]
    [InlineData("ar", "١٢٫٣٪ (١٠٫١ إلى ١٤٫٨)")]
    public void Shares_carry_their_interval(string language, string expected)
        => Assert.Equal(expected, Seen(Tajriba.Kernel.Access.ReaderPreferences.Of(language).Show().PercentInterval(0.123, 0.101, 0.148)));

    [Theory]
    [InlineData(3.42, "+3.4")]
    [InlineData(-1.25, "−1.3")]
    [InlineData(-0.04, "0.0")]
    public void Changes_carry_their_sign_and_zero_has_none(double value, string expected)
        => Assert.Equal(expected, English.Show().Signed(value));

    [Theory]
    [InlineData(9_999, "9,999")]
    [InlineData(12_480, "12.5k")]
    [InlineData(1_234_567, "1.2M")]
    [InlineData(999_960, "1.0M")]
    [InlineData(-2_500_000_000, "−2.5bn")]
    public void Large_numbers_have_a_short_form(double value, string expected)
        => Assert.Equal(expected, English.Show().Compact(value));

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1_240, "1.2 kB")]
    [InlineData(5_000_000_000, "5.0 GB")]
    public void Sizes_use_powers_of_a_thousand(long bytes, string expected) => Assert.Equal(expected, Seen(English.Show().Bytes(bytes)));

    [Fact]
    public void What_is_not_a_number_reads_as_nothing()
    {
        var show = Persian.Show();
        Assert.Equal(show.Nothing, show.Number(double.NaN));
        Assert.Equal(show.Nothing, show.Percent(double.PositiveInfinity));
        Assert.Equal(show.Nothing, show.Count(null));
        Assert.Equal(show.Nothing, show.Seconds(double.NaN));
    }

    [Fact]
    public void A_sign_keeps_its_side_in_right_to_left_text() => Assert.Equal("\u2066−۱٫۲\u2069", Persian.Show().Number(-1.2, 1));

    [Theory]
    [InlineData(0, "لا حالات")]
    [InlineData(1, "حالة")]
    [InlineData(2, "حالتان")]
    [InlineData(3, "٣ حالات")]
    [InlineData(11, "١١ حالة")]
    [InlineData(103, "١٠٣ حالات")]
    [InlineData(100, "١٠٠ حالة.")]
    public void Arabic_has_six_plurals(long count, string expected)
        => Assert.Equal(expected, Arabic.Show().Plural(count, "لا حالات|حالة|حالتان|{0} حالات|{0} حالة|{0} حالة."));

    [Fact]
    public void Lists_are_joined_as_the_language_joins_them()
    {
        Assert.Equal("a, b and c", English.Show().List(["a", "b", "c"]));
        Assert.Equal("الف، ب و پ", Seen(Persian.Show().List(["الف", "ب", "پ"])));
    }
}
