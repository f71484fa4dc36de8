namespace Tajriba.Ui.Tests;

public sealed class ShorteningTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "longe…")]
    [InlineData("ab😀cd", 3, "ab…")]
    [InlineData("ab😀cd", 4, "ab😀…")]
    [InlineData("😀😀", 1, "…")]
    public void A_text_is_cut_between_its_characters(string text, int most, string shown) => Assert.Equal(shown, text.Shorten(most));

    [Fact]
    public void Nothing_stands_for_the_rest_where_nothing_is_asked_for() => Assert.Equal("ab", "abc".Shorten(2, end: ""));
}
