using Tajriba.Demo.Story;
using Tajriba.Demo.Surveys;

namespace Tajriba.Demo;

/// <summary>Every number by which the story is told. What is planted is planted here and nowhere else.</summary>
public static class DemoParameters
{
    public const int HistoryDays = 548;
    public const int Customers = 20_000;

    /// <summary>Customers below this number own a vehicle when the story begins; the others come to buy one.</summary>
    public const int FirstOwners = 10_000;

    /// <summary>Share of the first owners who sell their vehicle, as many as buy a new one: the fleet stays as large as it is.</summary>
    public const double OwnersWhoSell = 0.42;
    public const int NewCustomersADay = 18;
    public const double BusinessShare = 0.2;

    public const double EsfandFactor = 1.5;
    public const double NowruzFactor = 0.3;
    public const double MehrFactor = 1.3;
    public const double BusiestFactor = EsfandFactor * 1.15;

    /// <summary>The long wait for gearbox parts: days waited, and what it does to the outcome of a visit.</summary>
    public const int GearboxLeastDays = 8;
    public const int GearboxMostDays = 18;
    public const double WaitOnReturn = -0.12;
    public const double WaitOnReopening = 0.25;
    public const double WaitOnComplaint = 0.08;

    public const double Reopening = 0.05;
    public const double ReopeningOnReturn = -0.10;
    public const double ReopeningOnComplaint = 0.06;
    public const double VisitComplaint = 0.03;

    /// <summary>The branch that is really worse.</summary>
    public const double WorseBranchOnReopening = 0.055;
    public const double WorseBranchOnReturn = -0.06;
    public const double WorseBranchOnComplaint = 0.04;

    /// <summary>The small branch that only looks worse opened this many days before the end.</summary>
    public const int InnocentBranchDays = 110;

    /// <summary>Financing sent back and forth between telephone and branch.</summary>
    public const double PingPongOnOrder = -0.22;
    public const double PingPongPrivate = 0.15;
    public const double PingPongBusiness = 0.45;
    public const double FinancedOrderPrivate = 0.82;
    public const double FinancedOrderBusiness = 0.62;

    /// <summary>Having to ask again for the delivery date within seven days.</summary>
    public const double AskingAgainOnDelivery = -0.12;
    public const double AskingAgainOnComplaint = 0.15;
    public const double OrderComplaint = 0.03;

    /// <summary>The app opens for bookings on this day and takes its share from the telephone within <see cref="AppRampDays"/>.</summary>
    public const int AppDay = 270;
    public const int AppRampDays = 90;
    public const double AppShare = 0.45;
    public const double PhoneShareBefore = 0.62;

    /// <summary>Share of visits that end with the next service agreed, where nothing goes wrong.</summary>
    public static double Return(Segment segment) => segment switch
    {
        Segment.Economy => 0.64,
        Segment.Family => 0.72,
        Segment.Premium => 0.80,
        _ => 0.52,
    };

    /// <summary>Share of parts that are gearbox parts: the segment that returns least needs most of them.</summary>
    public static double GearboxShare(Segment segment) => segment switch
    {
        Segment.Economy => 0.12,
        Segment.Family => 0.14,
        Segment.Premium => 0.10,
        _ => 0.34,
    };

    /// <summary>Share of orders whose buyer has to ask again.</summary>
    public static double AskingAgain(Segment segment) => segment switch
    {
        Segment.Economy => 0.14,
        Segment.Family => 0.12,
        Segment.Premium => 0.42,
        _ => 0.22,
    };

    /// <summary>Share of orders that are delivered, where nobody has to ask again.</summary>
    public static double Delivery(Segment segment) => segment switch
    {
        Segment.Economy => 0.94,
        Segment.Family => 0.92,
        Segment.Premium => 0.78,
        _ => 0.86,
    };

    /// <summary>Share of invitations after a visit that are answered: who answers is not who was asked.</summary>
    public static double Answers(Segment segment) => segment switch
    {
        Segment.Economy => 0.40,
        Segment.Family => 0.46,
        Segment.Premium => 0.55,
        _ => 0.36,
    };

    /// <summary>What customers think of each part of a visit where nothing goes wrong, of 5; the branch that is really worse; what waiting and a reopened repair do.</summary>
    public static IReadOnlyList<ServicePart> ServiceParts { get; } =
    [
        new("reception", 4.2, 0.15) { WorseBranch = -0.10 },
        new("speed", 4.0, 0.25) { Waiting = -1.6 },
        new("quality", 4.3, 0.35) { Reopened = -1.5, WorseBranch = -0.35 },
        new("price", 3.4, 0.05),
        new("communication", 4.0, 0.20) { Waiting = -0.6, WorseBranch = -0.35 },
    ];

    /// <summary>Deviation of a customer's own mood over all parts, of one part beside it, and of the recommendation (of 10) beside the parts.</summary>
    public const double MoodDeviation = 0.45;
    public const double PartDeviation = 0.75;
    public const double RecommendationDeviation = 1.0;

    /// <summary>Share of answers that are clicked through without being read.</summary>
    public const double Hurried = 0.02;

    /// <summary>Share of bookings that come by the app on a day of the story.</summary>
    public static double AppBookings(int day) => AppShare * Math.Clamp((day - AppDay) / (double)AppRampDays, 0, 1);
}
