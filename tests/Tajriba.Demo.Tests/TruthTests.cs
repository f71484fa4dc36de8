using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Demo.Truths;
using Tajriba.Statistics;
using Xunit.Abstractions;

namespace Tajriba.Demo.Tests;

/// <summary>Each planted truth, found again in the raw events without the product's help.</summary>
public sealed class TruthTests(ToldStory told, ITestOutputHelper output) : IClassFixture<ToldStory>
{
    private readonly JourneyFacts journeys = told.Journeys;

    private IEnumerable<StoryObject> Visits => journeys.Closed(ObjectKind.Visit, EventKind.VisitClosed);

    [Fact]
    public void Waiting_for_a_gearbox_costs_what_was_planted()
    {
        Check(PlantedTruths.PartsWait, Visits.Where(v => journeys.Has(v, EventKind.PartOrdered)), Waits, v => Segment(v), EventKind.NextServiceAgreed);
        var days = Visits.Where(Waits).Select(WaitDays).Order().ToArray();
        var others = Visits.Where(v => journeys.Has(v, EventKind.PartOrdered) && !Waits(v)).Select(WaitDays).ToArray();
        Assert.True(days[0] > 3 * others.Order().ElementAt(others.Length / 2), "Every such wait is long against the norm");
        Assert.True(others.Max() < 5);
    }

    [Fact]
    public void Reopening_costs_what_was_planted_where_its_causes_are_held_fixed()
        => Check(PlantedTruths.Reopening, Visits, v => journeys.Has(v, EventKind.RepairReopened), v => $"{Segment(v)} {Waits(v)} {Unit(v)}", EventKind.NextServiceAgreed);

    [Fact]
    public void Waiting_brings_reopenings_as_planted()
    {
        var effect = Compare(Visits, Waits, v => $"{Segment(v)} {Unit(v)}", v => journeys.Has(v, EventKind.RepairReopened));
        Assert.True(effect.RiskDifference.Contains(DemoParameters.WaitOnReopening));
    }

    [Fact]
    public void Financing_ping_pong_costs_what_was_planted()
    {
        var closed = journeys.Closed(ObjectKind.Application, EventKind.OrderPlaced, EventKind.FinancingWithdrawn);
        Check(PlantedTruths.FinancingPingPong, closed, a => journeys.Count(a, EventKind.FinancingHandedOver) > 1, CustomerType, EventKind.OrderPlaced);
    }

    [Fact]
    public void Asking_again_costs_what_was_planted()
    {
        var closed = journeys.Closed(ObjectKind.Order, EventKind.VehicleDelivered, EventKind.OrderCancelled);
        Check(PlantedTruths.AskingAgain, closed, AsksAgain, Segment, EventKind.VehicleDelivered);
    }

    [Fact]
    public void One_branch_is_worse_and_the_small_one_only_looks_it()
    {
        var visits = Visits.GroupBy(Unit).ToDictionary(g => g.Key, g => (Reopened: g.Count(v => journeys.Has(v, EventKind.RepairReopened)), All: g.Count()));
        var target = (double)visits.Values.Sum(v => v.Reopened) / visits.Values.Sum(v => v.All);
        foreach (var (unit, counts) in visits)
        {
            var point = FunnelPlot.Place(counts.Reopened, counts.All, target);
            output.WriteLine($"{unit}: {counts.Reopened}/{counts.All} = {point.Value:P1}, outer limits {point.OuterLower:P1}-{point.OuterUpper:P1}");
        }

        var worse = visits[PlantedTruths.WorseUnit];
        var innocent = visits[PlantedTruths.InnocentUnit];
        Assert.Equal(FunnelPosition.Above, FunnelPlot.Place(worse.Reopened, worse.All, target).Position);
        Assert.Equal(FunnelPosition.Within, FunnelPlot.Place(innocent.Reopened, innocent.All, target).Position);
        Assert.InRange(innocent.All, 40, 150);
        Assert.All(visits.Where(v => v.Key != PlantedTruths.InnocentUnit), v => Assert.True(Share(v.Value) < Share(innocent), "A plain ranking puts the small branch last"));
        Assert.All(
            visits.Where(v => v.Key != PlantedTruths.WorseUnit && v.Key != PlantedTruths.InnocentUnit),
            v => Assert.NotEqual(FunnelPosition.Above, FunnelPlot.Place(v.Value.Reopened, v.Value.All, target).Position));

        static double Share((int Reopened, int All) counts) => (double)counts.Reopened / counts.All;
    }

    [Fact]
    public void The_innocent_branch_has_everybodys_true_rate()
    {
        // Over other dice the small branch is as good as the rest: its customers' chances are the common ones.
        Assert.Equal(PlantedTruths.ReopeningShare("karun", 0.06), PlantedTruths.ReopeningShare(DemoGroup.InnocentBranch, 0.06));
        Assert.True(PlantedTruths.ReopeningShare(DemoGroup.WorseBranch, 0.06) > PlantedTruths.ReopeningShare("karun", 0.06));
        long reopened = 0, all = 0;
        for (var seed = 2; seed < 5; seed++)
        {
            var story = new DemoStory(ToldStory.EndDay, seed);
            var facts = new JourneyFacts(story.Tell(story.End.AddDays(120)));
            foreach (var visit in facts.Closed(ObjectKind.Visit, EventKind.VisitClosed))
            {
                // After the history's end no dice were chosen.
                var taken = facts.First(visit, EventKind.VehicleDroppedOff);
                if (DemoGroup.Codes[taken.Unit] == PlantedTruths.InnocentUnit && taken.Second > DemoParameters.HistoryDays * 86_400)
                {
                    all++;
                    reopened += facts.Has(visit, EventKind.RepairReopened) ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{reopened} of {all}");
        Assert.True(Proportion.Wilson(reopened, all, 0.998).Contains(PlantedTruths.ReopeningShare(DemoGroup.InnocentBranch, 0.066)));
    }

    [Fact]
    public void Enquiries_follow_the_season()
    {
        var calendar = new System.Globalization.PersianCalendar();
        var counts = new Dictionary<string, (int Events, int Days)>();
        var days = new int[DemoParameters.HistoryDays];
        foreach (ref readonly var item in told.Tape.Events)
        {
            if (item.Kind == EventKind.EnquiryMade && item.Second < DemoParameters.HistoryDays * 86_400)
            {
                days[item.Second / 86_400]++;
            }
        }

        for (var day = 0; day < days.Length; day++)
        {
            var date = told.Story.Start.DateTime.AddDays(day);
            var season = (calendar.GetMonth(date), calendar.GetDayOfMonth(date)) switch { (12, _) => "Esfand", (1, <= 13) => "Nowruz", (7, _) => "Mehr", _ => "" };
            var (events, count) = counts.GetValueOrDefault(season);
            counts[season] = (events + days[day], count + 1);
        }

        double Factor(string season) => (double)counts[season].Events / counts[season].Days / ((double)counts[""].Events / counts[""].Days);
        Assert.Equal(PlantedTruths.Season.Esfand, Factor("Esfand"), 0.15);
        Assert.Equal(PlantedTruths.Season.Nowruz, Factor("Nowruz"), 0.12);
        Assert.Equal(PlantedTruths.Season.Mehr, Factor("Mehr"), 0.15);
    }

    [Fact]
    public void The_app_eats_the_telephone_and_nothing_grows()
    {
        // The same months of two years, so that the season cancels out.
        const int before = 40, after = before + 365, length = 140;
        var first = new Dictionary<Channel, int>();
        var second = new Dictionary<Channel, int>();
        foreach (ref readonly var item in told.Tape.Events)
        {
            var day = item.Second / 86_400;
            if (item.Kind == EventKind.ServiceBooked)
            {
                var period = day is >= before and < before + length ? first : day is >= after and < after + length ? second : null;
                if (period is not null)
                {
                    period[item.Channel] = period.GetValueOrDefault(item.Channel) + 1;
                }
            }
        }

        double all1 = first.Values.Sum(), all2 = second.Values.Sum();
        output.WriteLine($"bookings {all1} then {all2}");
        Assert.Equal(PlantedTruths.PhoneBookings.Before, first[Channel.Phone] / all1, 0.02);
        Assert.Equal(PlantedTruths.PhoneBookings.After, second[Channel.Phone] / all2, 0.02);
        Assert.False(first.ContainsKey(Channel.App));
        Assert.Equal(DemoParameters.AppShare, second[Channel.App] / all2, 0.02);
        Assert.InRange(all2 / all1, 0.93, 1.07);
    }

    private void Check(PlantedFriction truth, IEnumerable<StoryObject> closed, Func<StoryObject, bool> struck, Func<StoryObject, string> stratum, EventKind success)
    {
        var list = closed.ToList();
        var effect = Compare(list, struck, stratum, j => journeys.Has(j, success));
        output.WriteLine($"{truth.Code}: true {truth.Effect:+0.000;-0.000}, adjusted {effect.RiskDifference.Value:+0.000;-0.000} [{effect.RiskDifference.Lower:+0.000;-0.000}, {effect.RiskDifference.Upper:+0.000;-0.000}], crude {effect.CrudeRiskDifference.Value:+0.000;-0.000}, struck {list.Count(struck)} of {list.Count}");
        Assert.True(Math.Abs(effect.RiskDifference.Value - truth.Effect) < 3 * effect.StandardError, "The adjusted difference is the planted one");
        Assert.True(effect.RiskDifference.Upper < 0);
        Assert.True(effect.CrudeRiskDifference.Value < effect.RiskDifference.Value - 0.01, "The confounder exaggerates the plain difference");
        if (truth.EffectOnComplaints > 0)
        {
            var complaints = Compare(list, struck, stratum, j => journeys.Has(j, EventKind.ComplaintMade));
            Assert.True(Math.Abs(complaints.RiskDifference.Value - truth.EffectOnComplaints) < 3 * complaints.StandardError);
        }
    }

    private static StratifiedEffect Compare(IEnumerable<StoryObject> journeys, Func<StoryObject, bool> struck, Func<StoryObject, string> stratum, Func<StoryObject, bool> outcome)
    {
        var strata = new Dictionary<string, (long A, long N1, long B, long N0)>();
        foreach (var journey in journeys)
        {
            var key = stratum(journey);
            var (a, n1, b, n0) = strata.GetValueOrDefault(key);
            var happened = outcome(journey) ? 1 : 0;
            strata[key] = struck(journey) ? (a + happened, n1 + 1, b, n0) : (a, n1, b + happened, n0 + 1);
        }

        return MantelHaenszel.Compare([.. strata.Values.Select(s => new StratumCounts(s.A, s.N1, s.B, s.N0))])!;
    }

    private bool Waits(StoryObject visit) => journeys.Has(visit, EventKind.PartOrdered) && journeys.Attributes(visit, EventKind.PartOrdered).Contains("gearbox", StringComparison.Ordinal);

    private double WaitDays(StoryObject visit)
        => (journeys.First(visit, EventKind.PartArrived).Second - journeys.First(visit, EventKind.PartOrdered).Second) / 86_400.0;

    private bool AsksAgain(StoryObject order)
    {
        var asked = journeys.Steps(order, EventKind.DeliveryDateAsked).Select(e => e.Second).ToArray();
        return asked.Zip(asked.Skip(1)).Any(pair => pair.Second - pair.First <= 7 * 86_400);
    }

    private string Unit(StoryObject visit) => DemoGroup.Codes[journeys.First(visit, EventKind.VehicleDroppedOff).Unit];

    private string Segment(StoryObject journey) => Facts(journey).Split('"')[3];

    private string CustomerType(StoryObject journey) => Facts(journey).Split('"')[7];

    private string Facts(StoryObject journey)
        => journeys.Attributes(journey, EventKind.VehicleDroppedOff, EventKind.OrderPlaced, EventKind.FinancingRequested);
}
