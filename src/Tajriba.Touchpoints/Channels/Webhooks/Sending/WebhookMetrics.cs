using System.Diagnostics.Metrics;
using Tajriba.Kernel.Telemetry;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>What this node has sent.</summary>
internal static class WebhookMetrics
{
    private static readonly Counter<long> Sent = TajribaTelemetry.Metrics.CreateCounter<long>("tajriba.webhooks.sent", "{delivery}", "Deliveries that receivers took");
    private static readonly Counter<long> Failed = TajribaTelemetry.Metrics.CreateCounter<long>("tajriba.webhooks.failed", "{attempt}", "Attempts that failed");
    private static readonly Counter<long> GivenUp = TajribaTelemetry.Metrics.CreateCounter<long>("tajriba.webhooks.given_up", "{delivery}", "Deliveries that were given up");
    private static readonly Histogram<double> Duration = TajribaTelemetry.Metrics.CreateHistogram<double>("tajriba.webhooks.duration", "s", "Attempts, from connecting to the end of the answer");

    public static void Count(Outcome outcome, TimeSpan elapsed)
    {
        Duration.Record(elapsed.TotalSeconds);
        if (outcome == Outcome.Delivered)
        {
            Sent.Add(1);
            return;
        }

        Failed.Add(1);
        if (outcome == Outcome.GivenUp)
        {
            GivenUp.Add(1);
        }
    }
}
