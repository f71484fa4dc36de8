using System.Text.Json;
using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;

namespace Tajriba.Demo.Tests;

public sealed class StoryTests(ToldStory told) : IClassFixture<ToldStory>
{
    [Fact]
    public void Has_the_promised_size()
    {
        var customers = new HashSet<StoryObject>();
        var channels = new HashSet<Channel>();
        foreach (ref readonly var item in told.Tape.Events)
        {
            customers.Add(item[ObjectKind.Customer]);
            channels.Add(item.Channel);
        }

        customers.Remove(default);
        channels.Remove(Channel.None);
        Assert.InRange(told.Tape.Count, 1_100_000, 1_300_000);
        Assert.Equal(20_000, customers.Count);
        Assert.Equal(8, channels.Count);
        Assert.Equal(7, DemoGroup.Branches.Count);
        Assert.Equal(3, DemoGroup.Branches.Select(b => b.City).Distinct().Count());
    }

    [Fact]
    public void Is_the_same_for_the_same_seed_and_another_for_another()
    {
        var again = new DemoStory(ToldStory.EndDay).Tell(told.Story.End);
        Assert.True(again.Events.SequenceEqual(told.Tape.Events));
        var other = new DemoStory(ToldStory.EndDay, 2).Tell(told.Story.End);
        Assert.False(other.Events[..1_000].SequenceEqual(told.Tape.Events[..1_000]));
    }

    [Fact]
    public void Goes_on_without_changing_what_was_told()
    {
        var longer = told.Story.Tell(told.Story.End.AddDays(40));
        Assert.True(longer.Events[..told.Tape.Count].SequenceEqual(told.Tape.Events));
        Assert.InRange(longer.Count - told.Tape.Count, 60_000, 160_000);
    }

    [Fact]
    public void Is_in_order_of_time()
    {
        var last = 0;
        foreach (ref readonly var item in told.Tape.Events)
        {
            Assert.True(item.Second >= last);
            last = item.Second;
        }

        Assert.True(told.Tape.TimeOf(told.Tape.Count - 1) <= told.Story.End);
    }

    [Fact]
    public void Says_in_words_what_it_means()
    {
        for (var i = 0; i < told.Tape.Count; i += 997)
        {
            var said = told.Tape.Describe(i, "demo");
            Assert.Equal((i + 1).ToString(), said.Id);
            Assert.NotEmpty(said.Objects);
            Assert.Equal(said.Objects.Count, said.Objects.Distinct().Count());
            Assert.True(said.Unit is null || DemoGroup.Codes.Contains(said.Unit));
            Assert.Equal(said.Unit, said.Objects.SingleOrDefault(o => o.Type == "unit" && o.Qualifier == "place").Id);
            Assert.All(said.Objects.Where(o => o.Type == "employee"), o => Assert.Equal(o == said.Objects[0] ? "concerned" : "handler", o.Qualifier));
            if (said.Attributes is { } json)
            {
                Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(json).RootElement.ValueKind);
            }
        }
    }

    [Fact]
    public void Every_event_has_its_words_in_three_languages()
    {
        foreach (var kind in Enum.GetValues<EventKind>())
        {
            var entry = DemoCatalogue.Events[(int)kind];
            Assert.Equal(kind, entry.Kind);
            Assert.All(new[] { entry.Words.En, entry.Words.Fa, entry.Words.Ar, entry.Touchpoint }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.Contains(told.Tape.Events.ToArray(), e => e.Kind == kind);
        }

        Assert.Equal(DemoCatalogue.Events.Count, DemoCatalogue.Events.Select(e => e.Name).Distinct().Count());
        Assert.All(DemoGroup.Units, u => Assert.False(string.IsNullOrEmpty(u.Name.Fa) || string.IsNullOrEmpty(u.Name.Ar)));
    }

    [Fact]
    public void Nothing_happens_before_what_it_needs()
    {
        var registered = new HashSet<StoryObject>();
        var sold = new HashSet<StoryObject>();
        var opened = new HashSet<StoryObject>();
        foreach (ref readonly var item in told.Tape.Events)
        {
            if (item.Kind == EventKind.CustomerRegistered)
            {
                Assert.True(registered.Add(item.Subject), "Registered once");
            }

            var customer = item[ObjectKind.Customer];
            Assert.True(customer.IsNone || registered.Contains(customer));
            var vehicle = item[ObjectKind.Vehicle];
            if (item.Kind is EventKind.VehicleRegistered or EventKind.VehicleDelivered)
            {
                Assert.True(sold.Add(vehicle), "Sold once");
            }
            else if (item[ObjectKind.Visit] is { IsNone: false } && !vehicle.IsNone)
            {
                Assert.Contains(vehicle, sold);
            }

            Needs(item, ObjectKind.Lead, opened, EventKind.EnquiryMade);
            Needs(item, ObjectKind.Application, opened, EventKind.FinancingRequested);
            Needs(item, ObjectKind.Order, opened, EventKind.OrderPlaced);
            Needs(item, ObjectKind.Visit, opened, EventKind.ServiceBooked, EventKind.VehicleDroppedOff);
            Needs(item, ObjectKind.Complaint, opened, EventKind.ComplaintMade);
            Needs(item, ObjectKind.Request, opened, EventKind.ApprovalRequested);
        }

        static void Needs(in StoryEvent item, ObjectKind kind, HashSet<StoryObject> opened, params EventKind[] starts)
        {
            var one = item[kind];
            if (!one.IsNone && starts.Contains(item.Kind))
            {
                opened.Add(one);
            }

            Assert.True(one.IsNone || opened.Contains(one), $"{item.Kind} before its {kind} began");
        }
    }

    [Fact]
    public void The_small_branch_serves_customers_from_its_opening_on()
    {
        var place = told.Story.Start.AddDays(DemoParameters.HistoryDays - DemoParameters.InnocentBranchDays - 12);
        var unit = DemoGroup.Units.Select((u, i) => (u.Code, i)).Single(u => u.Code == Truths.PlantedTruths.InnocentUnit).i;
        for (var i = 0; i < told.Tape.Count; i++)
        {
            Assert.True(told.Tape.Events[i].Unit != unit || told.Tape.Events[i].Subject.Kind == ObjectKind.Employee || told.Tape.TimeOf(i) >= place);
        }
    }
}
