namespace Tajriba.Demo.Story;

/// <summary>The life of one customer with the group: when they come to buy, and when they bring the vehicle.</summary>
internal sealed class CustomerStory(long seed, DemoCalendar calendar, VisitStory visits)
{
    /// <summary>A journey that begins this long after the last day asked for has no step within it.</summary>
    private const int Margin = 12;
    private const int SalesBegin = 80;
    private const int LeastDaysBetweenVisits = 14;

    /// <summary>Complaints about orders are numbered apart, so that no later visit renumbers them.</summary>
    private const int FirstSalesComplaint = 200;
    private const double CandidateDays = 54;

    private readonly LeadStory leads = new(seed, calendar);
    private readonly ContactStory contacts = new(seed);

    public void Tell(StoryInk ink, int number)
    {
        var customer = CustomerProfile.Of(seed, number);
        var dice = Dice.Of(seed, Stream.Life, number);
        ink.Begin();
        var complaints = 0;
        var salesComplaints = FirstSalesComplaint;
        if (number < DemoParameters.FirstOwners)
        {
            var enquiresOn = dice.Chance(0.16) ? Arrival(ref dice) : -1;
            var sellsOn = dice.Chance(DemoParameters.OwnersWhoSell) ? SalesBegin + dice.Below(DemoParameters.HistoryDays) : int.MaxValue;
            contacts.Tell(ink, customer, 0);
            Drive(ink, customer, 0, sellsOn, ref dice, ref complaints);
            if (enquiresOn >= 0)
            {
                leads.Tell(ink, customer, 0, 1, enquiresOn, ref salesComplaints);
            }
        }
        else
        {
            var arrivesOn = number < DemoParameters.Customers
                ? Arrival(ref dice)
                : DemoParameters.HistoryDays + ((number - DemoParameters.Customers) / DemoParameters.NewCustomersADay);
            var bought = leads.Tell(ink, customer, 0, 0, arrivesOn, ref salesComplaints);
            contacts.Tell(ink, customer, arrivesOn);
            if (bought >= 0)
            {
                Drive(ink, customer, bought + 45, int.MaxValue, ref dice, ref complaints);
            }
        }

        Register(ink, customer);
    }

    /// <summary>Visit after visit, at a rate that follows the season (a Poisson process, thinned).</summary>
    private void Drive(StoryInk ink, in CustomerProfile customer, int fromDay, int toDay, ref Dice dice, ref int complaints)
    {
        var place = 0;
        for (var day = fromDay + dice.Exponential(CandidateDays); day <= ink.LastDay + Margin && day < toDay && place < 256; day += dice.Exponential(CandidateDays))
        {
            var accepted = dice.Chance(calendar.Busyness((int)day) / DemoParameters.BusiestFactor);
            if (accepted)
            {
                day = Math.Max(visits.Tell(ink, customer, place++, 0, (int)day, ref complaints), day + LeastDaysBetweenVisits);
            }
        }
    }

    /// <summary>A day of the history, busy days more often.</summary>
    private int Arrival(ref Dice dice)
    {
        while (true)
        {
            var day = dice.Below(DemoParameters.HistoryDays);
            if (dice.Chance(calendar.Busyness(day) / DemoParameters.BusiestFactor))
            {
                return day;
            }
        }
    }

    /// <summary>A customer is registered at the first thing that happens.</summary>
    private static void Register(StoryInk ink, in CustomerProfile customer)
    {
        var first = ink.Earliest;
        if (first < int.MaxValue)
        {
            var tell = new Teller(ink, customer.Object(ObjectKind.Customer), default, -1, default);
            tell.At(first, EventKind.CustomerRegistered, Channel.None, StoryAttributes.Customer(customer.Number), handled: false);
            if (customer.Number < DemoParameters.FirstOwners)
            {
                tell.After(0, EventKind.VehicleRegistered, Channel.None, StoryAttributes.Case(customer), customer.Object(ObjectKind.Vehicle), handled: false);
            }
        }
    }
}
