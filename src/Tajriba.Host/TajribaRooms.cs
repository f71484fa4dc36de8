using Tajriba.Experience.Feedback;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Surveys;
using Tajriba.Host.Overview;
using Tajriba.Host.People;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Leadership.Culture;
using Tajriba.Leadership.Leadership;
using Tajriba.Leadership.Maturity;
using Tajriba.Organization.Governance;
using Tajriba.Organization.Objectives;
using Tajriba.Organization.Processes;
using Tajriba.Organization.Strategy;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels;
using Tajriba.Touchpoints.Customers;
using Tajriba.Touchpoints.Insights;

namespace Tajriba.Host;

/// <summary>The rooms of the house. A room stands here when it works, never before.</summary>
public static class TajribaRooms
{
    public static IReadOnlyList<Room> All { get; } =
    [
        new AccessRoom(),
        new PeopleRoom(),
        new CaptureRoom(),
        new ChannelsRoom(),
        new CustomersRoom(),
        new InsightsRoom(),
        new OverviewRoom(),
        new JourneysRoom(),
        new SurveysRoom(),
        new FeedbackRoom(),
        new IndicatorsRoom(),
        new StrategyRoom(),
        new ObjectivesRoom(),
        new GovernanceRoom(),
        new ProcessesRoom(),
        new MaturityRoom(),
        new CultureRoom(),
        new LeadershipRoom(),
    ];
}
