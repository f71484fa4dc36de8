using Tajriba.Leadership.Culture.Rituals;

namespace Tajriba.Leadership.Tests.Culture;

public sealed class RitualTests
{
    private static readonly DateOnly Begin = new(2026, 11, 7);

    [Theory]
    [InlineData(Rhythm.Weekly, 5)]
    [InlineData(Rhythm.Fortnightly, 3)]
    [InlineData(Rhythm.Monthly, 2)]
    public void Its_days_follow_from_the_first(Rhythm rhythm, int count)
    {
        var ritual = new Ritual("Listening", "", null, rhythm, Begin);
        DateOnly[] days = [.. ritual.Days(Begin.AddDays(-30), Begin.AddDays(28))];
        Assert.Equal(count, days.Length);
        Assert.Equal(Begin, days[0]);
        Assert.All(days, d => Assert.Equal(Begin.DayOfWeek, d.DayOfWeek));
    }

    [Fact]
    public void Looked_at_from_any_day_they_are_the_same()
    {
        var ritual = new Ritual("Listening", "", null, Rhythm.Fortnightly, Begin);
        HashSet<DateOnly> all = [.. ritual.Days(Begin, Begin.AddDays(200))];
        for (int day = 0; day < 100; day++)
        {
            Assert.Equal(all.Contains(Begin.AddDays(day)), ritual.Days(Begin.AddDays(day), Begin.AddDays(day)).Any());
        }
    }
}
