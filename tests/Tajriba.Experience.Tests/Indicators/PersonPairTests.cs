using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Tests.Journeys;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Tests.Indicators;

/// <summary>What one person did under two names follows itself.</summary>
public sealed class PersonPairTests
{
    private static readonly IndicatorDefinition Again = new()
    {
        Id = 1, Version = 1, Key = "again", Name = new("Again"), Kind = IndicatorKind.Followed, Of = new(["Bought"], []), Then = new(["Bought"], []), ObjectType = "customer", Days = 30,
    };

    private static readonly IndicatorState State = new() { From = new(2026, 1, 1), To = new(2026, 5, 1) };

    [Fact]
    public async Task A_purchase_under_another_name_of_the_same_person_is_a_repurchase_until_they_are_parted()
    {
        var log = new MemoryLog().Append([Bought("a", 1), Bought("b", 10), Bought("c", 40), Bought("d", 5)]);
        var house = new ObserverHouse(log);
        var (a, b, c) = ((await log.FindObjectAsync("customer", "a"))!.Value, (await log.FindObjectAsync("customer", "b"))!.Value, (await log.FindObjectAsync("customer", "c"))!.Value);
        Assert.Equal((0L, 4L), await CountAsync(house));
        house.People.Joined = new() { [b] = a };
        Assert.Equal((1L, 4L), await CountAsync(house));

        // A third name, and a purchase that arrives after the joining; 40 days after the first but 30 after the second.
        house.People.Joined = new() { [a] = c, [b] = c };
        Assert.Equal((2L, 4L), await CountAsync(house));
        log.Append([Bought("b", 42)]);
        Assert.Equal((3L, 5L), await CountAsync(house));
        house.People.Joined = [];
        Assert.Equal((0L, 5L), await CountAsync(house));
    }

    /// <summary>In whichever order names are joined and events arrive, the same is counted as where all was known from the beginning.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Joining_late_counts_like_joining_first(int seed)
    {
        var dice = new Random(seed);
        var events = Enumerable.Range(0, 120).Select(i => Bought("p" + dice.Next(12), dice.Next(100), i)).ToList();
        var log = new MemoryLog();
        var late = new ObserverHouse(log);
        foreach (var part in events.Chunk(30))
        {
            log.Append(part);
            await CountAsync(late);
            var joined = new Dictionary<long, long>(late.People.Joined);
            var (one, other) = (dice.Next(12), dice.Next(12));
            if (await log.FindObjectAsync("customer", "p" + one) is { } from && await log.FindObjectAsync("customer", "p" + other) is { } into)
            {
                var (was, becomes) = (joined.GetValueOrDefault(from, from), joined.GetValueOrDefault(into, into));
                foreach (var member in joined.Where(j => j.Value == was).Select(j => j.Key).Append(was).Where(m => m != becomes).ToList())
                {
                    joined[member] = becomes;
                }
            }

            late.People.Joined = joined;
        }

        var first = new ObserverHouse(log);
        first.People.Joined = late.People.Joined;
        Assert.Equal(await CountAsync(first), await CountAsync(late));
    }

    private static async Task<(long Hits, long Count)> CountAsync(ObserverHouse house)
        => (await house.Reader.ReportAsync(Again, State, CalendarKind.Gregorian)).Value is var value ? (value.Hits ?? 0, value.Count) : default;

    private static NewEvent Bought(string customer, int day, int number = 0) => new()
    {
        Source = "test", Id = $"{customer}-{day}-{number}", Name = "Bought", Time = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).AddDays(day), Objects = [new("customer", customer)],
    };
}
