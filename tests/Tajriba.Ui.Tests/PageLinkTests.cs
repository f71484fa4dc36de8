namespace Tajriba.Ui.Tests;

public sealed class PageLinkTests
{
    [Theory]
    [InlineData("http://site/a?x=1&y=2", "/a?x=1&y=3")]
    [InlineData("/a", "/a?y=3")]
    [InlineData("/a?y=1&y=2&x=1", "/a?x=1&y=3")]
    [InlineData("/a?q=%D8%B3+b#part", "/a?q=%D8%B3%20b&y=3")]
    public void One_parameter_changes_and_the_rest_stays(string uri, string expected) => Assert.Equal(expected, PageLink.With(uri, ("y", "3")));

    [Fact]
    public void An_empty_value_removes() => Assert.Equal("/a", PageLink.With("/a?page=2", ("page", null)));

    [Fact]
    public void Values_are_read_decoded() => Assert.Equal("س b", PageLink.Value("/a?q=%D8%B3+b", "q"));
}
