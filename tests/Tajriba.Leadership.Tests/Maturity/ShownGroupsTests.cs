using Tajriba.Leadership.Maturity.Results;

namespace Tajriba.Leadership.Tests.Maturity;

public sealed class ShownGroupsTests
{
    [Theory]
    [InlineData("a:8 b:7 c:5", "a b c")]
    [InlineData("a:8 b:7 c:4", "a")]
    [InlineData("a:8 b:4 c:4", "a")]
    [InlineData("a:8 b:1", "")]
    [InlineData("a:5", "a")]
    [InlineData("a:5 b:0", "a")]
    [InlineData("a:4 b:4", "")]
    [InlineData("", "")]
    public void Nobody_can_be_told_by_the_difference_from_the_whole(string groups, string shown)
    {
        var all = groups.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(g => g.Split(':')).Select(g => KeyValuePair.Create(g[0], int.Parse(g[1])));
        Assert.Equal(shown.Split(' ', StringSplitOptions.RemoveEmptyEntries), ShownGroups.Of(all, 5).Order(StringComparer.Ordinal));
    }
}
