using Tajriba.Demo.Group;
using Tajriba.Demo.Journeys;
using Tajriba.Demo.Story;

namespace Tajriba.Demo.Truths;

/// <summary>What is true in the demo by construction, so that what the product says of it can be held against it.</summary>
public static class PlantedTruths
{
    /// <summary>Gearbox parts keep the vehicle for more than a week. Part of the harm goes by way of repairs that have to be reopened.</summary>
    public static PlantedFriction PartsWait { get; } = new(
        "parts-wait",
        DemoJourneys.ServiceVisit,
        EventKind.PartOrdered,
        EventKind.PartArrived,
        "segment",
        DemoParameters.WaitOnReturn + (DemoParameters.ReopeningOnReturn * DemoParameters.WaitOnReopening),
        DemoParameters.WaitOnComplaint + (DemoParameters.ReopeningOnComplaint * DemoParameters.WaitOnReopening),
        "Commercial vehicles need more gearboxes and return less anyway, so that the plain difference is too large.");

    /// <summary>A repair that is reopened. Its own effect; what the wait does besides is not in it.</summary>
    public static PlantedFriction Reopening { get; } = new(
        "reopening",
        DemoJourneys.ServiceVisit,
        EventKind.RepairReopened,
        EventKind.RepairReopened,
        "segment",
        DemoParameters.ReopeningOnReturn,
        DemoParameters.ReopeningOnComplaint,
        "The wait for parts and the worse branch cause reopenings too: by segment alone the difference is too large, by segment, part family and branch it is right.");

    /// <summary>Financing files that go back and forth between telephone and branch.</summary>
    public static PlantedFriction FinancingPingPong { get; } = new(
        "financing-ping-pong",
        DemoJourneys.Financing,
        EventKind.FinancingHandedOver,
        EventKind.FinancingHandedOver,
        "customer_type",
        DemoParameters.PingPongOnOrder,
        0,
        "Businesses are sent back and forth more often and order less anyway.");

    /// <summary>Buyers who have to ask twice within seven days when their vehicle will come.</summary>
    public static PlantedFriction AskingAgain { get; } = new(
        "asking-again",
        DemoJourneys.WaitingForDelivery,
        EventKind.DeliveryDateAsked,
        EventKind.DeliveryDateAsked,
        "segment",
        DemoParameters.AskingAgainOnDelivery,
        DemoParameters.AskingAgainOnComplaint,
        "Buyers of premium vehicles ask more often and cancel more often anyway.");

    /// <summary>The three planted frictions, and the reopening that the first one brings with it.</summary>
    public static IReadOnlyList<PlantedFriction> Frictions { get; } = [PartsWait, FinancingPingPong, AskingAgain, Reopening];

    /// <summary>Unit of the service team that is really worse: by <see cref="DemoParameters.WorseBranchOnReopening"/> in reopened repairs and more.</summary>
    public static string WorseUnit { get; } = DemoGroup.ServiceTeam(DemoGroup.WorseBranch);

    /// <summary>Unit of the small service team whose share of reopened repairs is the highest of all by chance; its true rate is everybody's.</summary>
    public static string InnocentUnit { get; } = DemoGroup.ServiceTeam(DemoGroup.InnocentBranch);

    /// <summary>True share of reopened repairs in a branch, given the share of its visits that wait for a gearbox.</summary>
    public static double ReopeningShare(string branch, double waitingShare)
        => DemoParameters.Reopening + (DemoParameters.WaitOnReopening * waitingShare)
            + (branch == DemoGroup.WorseBranch ? DemoParameters.WorseBranchOnReopening : 0);

    /// <summary>Share of bookings by telephone before the app and after its ramp: what the app eats. Bookings in total stay as they are.</summary>
    public static (double Before, double After) PhoneBookings { get; } = (DemoParameters.PhoneShareBefore, DemoParameters.PhoneShareBefore - DemoParameters.AppShare);

    /// <summary>Enquiries a day in Esfand, in the holidays of Nowruz and in Mehr, against the other months.</summary>
    public static (double Esfand, double Nowruz, double Mehr) Season { get; } = (DemoParameters.EsfandFactor, DemoParameters.NowruzFactor, DemoParameters.MehrFactor);
}
