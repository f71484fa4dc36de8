using Tajriba.Demo.Group;

namespace Tajriba.Demo.Story;

/// <summary>The chances by which journeys end, each the sum of what is planted: effects add up, so that their true size is known.</summary>
internal static class Chances
{
    public static double Reopening(bool waits, int branch) => DemoParameters.Reopening
        + (waits ? DemoParameters.WaitOnReopening : 0)
        + (branch == DemoGroup.Worse ? DemoParameters.WorseBranchOnReopening : 0);

    public static double Return(Segment segment, bool waits, bool reopened, int branch) => DemoParameters.Return(segment)
        + (waits ? DemoParameters.WaitOnReturn : 0)
        + (reopened ? DemoParameters.ReopeningOnReturn : 0)
        + (branch == DemoGroup.Worse ? DemoParameters.WorseBranchOnReturn : 0);

    public static double VisitComplaint(bool waits, bool reopened, int branch) => DemoParameters.VisitComplaint
        + (waits ? DemoParameters.WaitOnComplaint : 0)
        + (reopened ? DemoParameters.ReopeningOnComplaint : 0)
        + (branch == DemoGroup.Worse ? DemoParameters.WorseBranchOnComplaint : 0);

    public static double PingPong(bool business) => business ? DemoParameters.PingPongBusiness : DemoParameters.PingPongPrivate;

    public static double FinancedOrder(bool business, bool pingPong)
        => (business ? DemoParameters.FinancedOrderBusiness : DemoParameters.FinancedOrderPrivate) + (pingPong ? DemoParameters.PingPongOnOrder : 0);

    public static double Delivery(Segment segment, bool asksAgain)
        => DemoParameters.Delivery(segment) + (asksAgain ? DemoParameters.AskingAgainOnDelivery : 0);

    public static double OrderComplaint(bool asksAgain) => DemoParameters.OrderComplaint + (asksAgain ? DemoParameters.AskingAgainOnComplaint : 0);
}
