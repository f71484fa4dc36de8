using FsCheck;
using FsCheck.Fluent;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Friction;
using Tajriba.Kernel.Log;
using Tajriba.Statistics;

namespace Tajriba.Experience.Tests.Journeys;

public sealed class FrictionTests
{
    private static readonly string[] Names = ["call", "repair", "wash"];
    private static readonly string[] Channels = ["phone", "web", "branch"];

    [Fact]
    public void Counts_equal_a_naive_recount()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var events = Story(new Random(seed), 60);
            var list = Cast.Friction(events);
            var journeys = events.GroupBy(e => e.Objects[0].Id).Select(g => g.OrderBy(e => e.Time).ToArray()).ToArray();
            foreach (var name in Names)
            {
                Same(list, new(FrictionKind.Rework, "", name, ""), journeys.Where(j => j.Count(e => e.Name == name) > 1)
                    .Select(j => (j.Last(e => e.Name == name).Time - j.First(e => e.Name == name).Time).TotalHours));
                var usual = Usual(journeys, name);
                Same(list, new(FrictionKind.DropOff, "", name, ""), journeys.Where(j => j[^1].Name == name && j[^1].Name != "pay" && Left(j, events))
                    .Select(j => Math.Max(0, (j[^1].Time - j[0].Time).TotalHours - usual)));
            }

            Same(list, new(FrictionKind.RepeatedContact, "event", "call", ""), journeys.Select(Repeats).Where(h => h > 0));
            foreach (var from in Channels)
            {
                foreach (var to in Channels.Where(c => c != from))
                {
                    var struck = journeys.Select(j => PingPong(j, from, to)).Where(h => h > 0).ToArray();
                    var asMade = struck.Length * 2 > journeys.Count(j => Goes(j, from, to));
                    Same(list, new(FrictionKind.PingPong, "channel", from, to), asMade ? [] : struck);
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public void The_effect_on_the_outcome_is_as_counted_by_hand()
    {
        // In each segment rework costs 20 points of success; segment B has more rework and less success, so the crude difference is larger.
        var events = new List<NewEvent>();
        Group(events, "A", rework: 50, reworkWon: 35, plain: 200, plainWon: 180);
        Group(events, "B", rework: 200, reworkWon: 80, plain: 50, plainWon: 30);
        var definition = Cast.Visit with { Confounders = ["segment"], EndEvents = ["close"], Success = new SuccessRule(["pay"], "", "") };
        var finding = Cast.Friction(events, definition).Findings.Single(f => f.Key.Kind == FrictionKind.Rework);

        Assert.Equal(250, finding.Count);
        Assert.Equal(500, finding.Exposed);
        var effect = finding.Outcome!;
        Assert.Equal((115.0 / 250) - (210.0 / 250), effect.Crude.Value, 12);
        Assert.Equal(-0.2, effect.Adjusted!.Value.Value, 12);
        Assert.Equal(2, effect.Strata);
        Assert.True(effect.IsReal);
        Assert.Equal(Proportion.Wilson(250, 500), finding.JourneyShare);
        Assert.Equal(250, finding.LostHours.Value, 9);
        Assert.Equal((250.0 / 24) + (-effect.Adjusted.Value.Upper * 250 * 4 / 24), finding.HarmDays, 6);
    }

    [Fact]
    public void A_thin_comparison_says_so()
    {
        var events = new List<NewEvent>();
        Group(events, "A", rework: 12, reworkWon: 6, plain: 300, plainWon: 200);
        var finding = Cast.Friction(events, Cast.Visit with { EndEvents = ["close"] }).Findings.Single(f => f.Key.Kind == FrictionKind.Rework);
        Assert.Null(finding.Outcome);
        Assert.True(finding.OutcomeThin);
    }

    [Fact]
    public void A_long_wait_is_held_against_the_same_two_steps()
    {
        var events = new List<NewEvent>();
        for (var i = 0; i < 100; i++)
        {
            events.Add(Cast.Event($"v{i}", "book", i));
            events.Add(Cast.Event($"v{i}", "pay", i + (i < 20 ? 40 : 2)));
        }

        var finding = Cast.Friction(events).Findings.Single(f => f.Key.Kind == FrictionKind.LongWait);
        Assert.Equal(("book", "pay", 20), (finding.Key.First, finding.Key.Second, finding.Count));
        Assert.Equal(20 * 38, finding.LostHours.Value, 9);
    }

    [Fact]
    public void More_people_than_usual_are_hand_over_layers()
    {
        var events = new List<NewEvent>();
        for (var i = 0; i < 60; i++)
        {
            for (var step = 0; step < 5; step++)
            {
                events.Add(Cast.Event($"v{i}", step == 0 ? "book" : step == 4 ? "pay" : "repair", i + step, employee: i < 15 ? $"e{step}" : "e0"));
            }
        }

        var finding = Cast.Friction(events).Findings.Single(f => f.Key.Kind == FrictionKind.HandoverLayers);
        Assert.Equal(15, finding.Count);
        Assert.Equal(15 * 4, finding.LostHours.Value, 9);
    }

    [Fact]
    public void A_small_unit_is_not_accused_of_chance_and_a_worse_one_is()
    {
        var standing = UnitComparison.Of([("a", 100, 1000), ("b", 103, 1000), ("c", 96, 1000), ("d", 101, 1000), ("e", 98, 1000), ("worse", 200, 1000), ("small", 3, 12)]);
        Assert.Equal(["worse"], standing.Where(u => u.Position == FunnelPosition.Above).Select(u => u.Unit));
        Assert.Equal("worse", standing[0].Unit);
    }

    [Fact]
    public void A_unit_where_journeys_can_only_fail_before_they_move_on_is_not_compared()
    {
        var events = new List<NewEvent>();
        for (var i = 0; i < 200; i++)
        {
            var branch = i % 2 == 0 ? "north" : "south";
            events.Add(Cast.Event($"v{i}", "book", i, unit: "calls"));
            if (i % 4 < 2)
            {
                events.Add(Cast.Event($"v{i}", "repair", i + 1, unit: branch));
                events.Add(Cast.Event($"v{i}", i % 8 < 2 ? "call" : "pay", i + 2, unit: branch));
            }
        }

        events.Add(Cast.Event("late", "book", 24 * 60, unit: "north"));
        var list = Cast.Friction(events);
        Assert.Equal(["north", "south"], list.FailureByUnit.Select(u => u.Unit).Order());
        Assert.Equal([50, 50], list.FailureByUnit.Select(u => u.Exposed));
    }

    private static void Group(List<NewEvent> events, string segment, int rework, int reworkWon, int plain, int plainWon)
    {
        for (var i = 0; i < rework + plain; i++)
        {
            var visit = segment + i;
            var again = i < rework;
            var won = again ? i < reworkWon : i - rework < plainWon;
            events.Add(Cast.Event(visit, "book", 0, attributes: $"{{\"segment\":\"{segment}\"}}"));
            events.Add(Cast.Event(visit, "repair", 1));
            if (again)
            {
                events.Add(Cast.Event(visit, "repair", 2));
            }

            if (won)
            {
                events.Add(Cast.Event(visit, "pay", 3));
            }

            events.Add(Cast.Event(visit, "close", 4));
        }
    }

    private static NewEvent[] Story(Random random, int visits)
        => [.. Enumerable.Range(0, visits).SelectMany(v =>
        {
            var hour = random.Next(1000) + (random.Next(1000) / 1000.0);
            var steps = Enumerable.Range(0, random.Next(0, 8)).Select(_ => Cast.Event("v" + v, Names[random.Next(Names.Length)], hour += 1 + random.Next(100), Channels[random.Next(Channels.Length)]));
            NewEvent[] all = [Cast.Event("v" + v, "book", hour), .. steps];
            return random.Next(2) == 0 ? all : [.. all, Cast.Event("v" + v, "pay", hour + 1)];
        })];

    private static bool Left(NewEvent[] journey, NewEvent[] all) => all.Max(e => e.Time) - journey[^1].Time > TimeSpan.FromDays(10);

    /// <summary>Median hours from the start to a step in the journeys that are paid; without any, the median duration of all.</summary>
    private static double Usual(NewEvent[][] journeys, string name)
    {
        var paid = journeys.Where(j => j[^1].Name == "pay" && j.Any(e => e.Name == name)).Select(j => (j.Last(e => e.Name == name).Time - j[0].Time).TotalHours).Order().ToArray();
        return Quantiles.OfSorted(paid.Length > 0 ? paid : [.. journeys.Select(j => (j[^1].Time - j[0].Time).TotalHours).Order()], 0.5);
    }

    private static double Repeats(NewEvent[] journey)
    {
        var calls = journey.Where(e => e.Name == "call").ToArray();
        return calls.Zip(calls.Skip(1)).Select(p => p.Second.Time - p.First.Time).Where(w => w <= TimeSpan.FromDays(7)).Sum(w => w.TotalHours);
    }

    private static bool Goes(NewEvent[] journey, string from, string to)
    {
        var places = journey.Where(e => e.Channel is not null).Select(e => e.Channel).ToArray();
        return places.Zip(places.Skip(1)).Any(p => p.First == from && p.Second == to);
    }

    private static double PingPong(NewEvent[] journey, string from, string to)
    {
        var lost = 0.0;
        var runs = new List<(string Channel, DateTimeOffset First, DateTimeOffset Last)>();
        foreach (var e in journey.Where(e => e.Channel is not null))
        {
            if (runs.Count > 0 && runs[^1].Channel == e.Channel)
            {
                runs[^1] = runs[^1] with { Last = e.Time };
            }
            else
            {
                runs.Add((e.Channel!, e.Time, e.Time));
            }
        }

        for (var i = 2; i < runs.Count; i++)
        {
            lost += runs[i - 2].Channel == from && runs[i - 1].Channel == to && runs[i].Channel == from ? (runs[i].First - runs[i - 2].Last).TotalHours : 0;
        }

        return lost;
    }

    private static void Same(FrictionList list, FrictionKey key, IEnumerable<double> expectedHours)
    {
        var expected = expectedHours.ToArray();
        var finding = list.Findings.SingleOrDefault(f => f.Key == key);
        Assert.Equal(expected.Length >= 10 ? expected.Length : 0, finding?.Count ?? 0);
        if (finding is not null)
        {
            Assert.Equal(expected.Sum(), finding.LostHours.Value, 6);
        }
    }
}
