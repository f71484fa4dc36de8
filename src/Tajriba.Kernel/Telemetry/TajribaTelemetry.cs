using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Tajriba.Kernel.Telemetry;

/// <summary>The product's traces and metrics, all under the name <c>Tajriba</c>. No personal data in names or tags.</summary>
public static class TajribaTelemetry
{
    public const string Name = "Tajriba";

    public static ActivitySource Traces { get; } = new(Name);

    public static Meter Metrics { get; } = new(Name);

    internal static Counter<long> EventsAppended { get; } = Metrics.CreateCounter<long>("tajriba.log.events", "{event}", "Events added to the experience log");

    internal static Counter<long> EventsKnown { get; } = Metrics.CreateCounter<long>("tajriba.log.known", "{event}", "Events left out because the log held them");

    internal static Histogram<double> WriteDuration { get; } = Metrics.CreateHistogram<double>("tajriba.database.write", "s", "Write transactions, waiting for the turn included");
}
