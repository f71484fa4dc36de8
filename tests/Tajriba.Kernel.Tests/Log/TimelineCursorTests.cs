using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Log;

namespace Tajriba.Kernel.Tests.Log;

public sealed class TimelineCursorTests
{
    [Fact]
    public void What_is_written_is_read_as_the_same_place()
    {
        var places = from seconds in Gen.Choose(int.MinValue, int.MaxValue)
                     from position in Gen.Choose(0, int.MaxValue - 1)
                     select TimelineCursor.From(DateTimeOffset.FromUnixTimeSeconds(seconds), position);
        Prop.ForAll(places.ToArbitrary(), place => TimelineCursor.TryParse($"{place}", out var read) && read == place).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("5")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("5.-5")]
    [InlineData("5.5.5")]
    [InlineData("5.5 ")]
    [InlineData("۵.۵")]
    [InlineData("99999999999999999999.5")]
    public void What_is_none_is_not_read(string? text) => Assert.False(TimelineCursor.TryParse(text, out _));
}
