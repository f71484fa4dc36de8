using Tajriba.Demo.Group;

namespace Tajriba.Demo.Story;

/// <summary>A sales lead: enquiry, test drive, offer, financing, and the order that may follow.</summary>
internal sealed class LeadStory(long seed, DemoCalendar calendar)
{
    private const int Minute = 60;

    private readonly OrderStory orders = new(seed, calendar);

    /// <summary>Tells one lead; returns the day of delivery, or -1 where nothing was delivered.</summary>
    public int Tell(StoryInk ink, in CustomerProfile customer, int place, int vehicle, int day, ref int complaints)
    {
        var dice = Dice.Of(seed, Stream.Lead, customer.Number, place);
        var branch = customer.BranchOn(day);
        var seller = new StoryObject(ObjectKind.Employee, DemoStaff.Seller(branch, dice.Below(DemoStaff.SalesPerBranch)));
        var agent = new StoryObject(ObjectKind.Employee, DemoStaff.CareAgent(dice.Below(DemoStaff.Care)));
        var lead = customer.Object(ObjectKind.Lead, place);
        var tell = new Teller(ink, customer.Object(ObjectKind.Customer), lead, DemoGroup.Care, agent);

        tell.At(DemoCalendar.Anytime(day, ref dice), EventKind.EnquiryMade, EnquiryChannel(ref dice), StoryAttributes.Case(customer), handled: false);
        tell.After(dice.Between(5, 240) * Minute, EventKind.LeadAssigned, Channel.None);
        tell.Unit = DemoStaff.SalesUnit(branch);
        tell.Handler = seller;
        tell.At(calendar.AtWork(day + 1, ref dice), EventKind.FirstCallMade, Channel.Phone);
        if (dice.Chance(0.22))
        {
            return Lose(ref tell, ref dice);
        }

        tell.After(dice.Between(2, 30) * Minute, EventKind.TestDriveBooked, Channel.Phone);
        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 6), ref dice), EventKind.TestDriveTaken, Channel.Branch);
        if (dice.Chance(0.15))
        {
            return Lose(ref tell, ref dice);
        }

        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + 1, ref dice), EventKind.OfferSent, dice.Chance(0.6) ? Channel.Email : Channel.Messenger, StoryAttributes.Amount(Price(customer, ref dice)));
        if (dice.Chance(0.3))
        {
            Approve(ink, ref tell, ref dice, customer, lead, place, branch, seller);
            tell.After(dice.Between(20, 180) * Minute, EventKind.OfferRevised, Channel.Email, StoryAttributes.Amount(Price(customer, ref dice)));
        }

        if (dice.Chance(0.2))
        {
            return Lose(ref tell, ref dice);
        }

        if (!dice.Chance(0.62))
        {
            var on = (tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 5);
            return orders.Tell(ink, customer, place, vehicle, calendar.AtWork(on, ref dice), branch, seller, default, ref complaints);
        }

        return Finance(ink, ref tell, ref dice, customer, place, branch, seller, agent, lead) is { } placed
            ? orders.Tell(ink, customer, place, vehicle, placed, branch, seller, customer.Object(ObjectKind.Application, place), ref complaints)
            : -1;
    }

    private int? Finance(StoryInk ink, ref Teller lead, ref Dice dice, in CustomerProfile customer, int place, int branch, StoryObject seller, StoryObject agent, StoryObject leadObject)
    {
        var financier = new StoryObject(ObjectKind.Employee, DemoStaff.Financier(dice.Below(DemoStaff.Finance)));
        var tell = new Teller(ink, customer.Object(ObjectKind.Customer), customer.Object(ObjectKind.Application, place), DemoGroup.Care, agent) { Along = leadObject };
        var pingPong = dice.Chance(Chances.PingPong(customer.IsBusiness));
        var goesOn = dice.Chance(Chances.FinancedOrder(customer.IsBusiness, pingPong));

        tell.At(calendar.AtWork((lead.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 3), ref dice), EventKind.FinancingRequested, Channel.Phone, StoryAttributes.Case(customer));
        ToBranch(ref tell, ref dice);
        for (var rounds = pingPong ? dice.Between(1, 3) : 0; rounds > 0; rounds--)
        {
            tell.Unit = DemoGroup.Care;
            tell.Handler = agent;
            tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 3), ref dice), EventKind.FinancingHandedOver, Channel.Phone);
            ToBranch(ref tell, ref dice);
        }

        tell.Handler = financier;
        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + 1, ref dice), EventKind.DocumentsRequested, Channel.Branch);
        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 4), ref dice), EventKind.DocumentsReceived, Channel.Branch);
        if (goesOn)
        {
            tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 3), ref dice), EventKind.FinancingApproved, Channel.Branch);
            return calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 3), ref dice);
        }

        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(2, 6), ref dice), EventKind.FinancingWithdrawn, Channel.Branch);
        lead.Now = tell.Now;
        Lose(ref lead, ref dice);
        return null;

        void ToBranch(ref Teller tell, ref Dice dice)
        {
            tell.Unit = DemoStaff.SalesUnit(branch);
            tell.Handler = seller;
            tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + 1, ref dice), EventKind.FinancingHandedOver, Channel.Branch);
        }
    }

    /// <summary>What the customer does not see: a discount goes from the seller to the manager, sometimes by way of financing.</summary>
    private void Approve(StoryInk ink, ref Teller lead, ref Dice dice, in CustomerProfile customer, StoryObject leadObject, int place, int branch, StoryObject seller)
    {
        var manager = new StoryObject(ObjectKind.Employee, DemoStaff.Manager(branch));
        var financier = new StoryObject(ObjectKind.Employee, DemoStaff.Financier(place));
        var tell = new Teller(ink, seller, customer.Object(ObjectKind.Request, place), DemoStaff.SalesUnit(branch), default) { Along = leadObject };
        tell.At(lead.Now + (dice.Between(30, 120) * Minute), EventKind.ApprovalRequested, Channel.None);
        if (dice.Chance(0.35))
        {
            tell.After(dice.Between(30, 300) * Minute, EventKind.ApprovalForwarded, Channel.None, default, financier);
        }

        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + 1, ref dice), EventKind.ApprovalGiven, Channel.None, default, manager);
        lead.Now = tell.Now;
    }

    private int Lose(ref Teller tell, ref Dice dice)
    {
        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(2, 12), ref dice), EventKind.LeadLost, Channel.Phone);
        return -1;
    }

    private static int Price(in CustomerProfile customer, ref Dice dice) => customer.Segment switch
    {
        Segment.Economy => dice.Between(450, 700),
        Segment.Family => dice.Between(800, 1_400),
        Segment.Premium => dice.Between(2_500, 4_800),
        _ => dice.Between(900, 2_200),
    };

    private static Channel EnquiryChannel(ref Dice dice) => dice.Pick([0.32, 0.24, 0.16, 0.12, 0.10, 0.06]) switch
    {
        0 => Channel.Website,
        1 => Channel.Phone,
        2 => Channel.Branch,
        3 => Channel.Social,
        4 => Channel.Messenger,
        _ => Channel.Email,
    };
}
