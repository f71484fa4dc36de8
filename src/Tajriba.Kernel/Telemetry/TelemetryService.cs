using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Tajriba.Kernel.Telemetry;

/// <summary>Sends traces and metrics by OTLP, to where the standard <c>OTEL_EXPORTER_OTLP_*</c> variables point.</summary>
internal sealed class TelemetryService : IHostedService, IDisposable
{
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        traces = Sdk.CreateTracerProviderBuilder()
            .AddSource(TajribaTelemetry.Name, "Microsoft.AspNetCore", "Npgsql")
            .ConfigureResource(r => r.AddService(TajribaTelemetry.Name))
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .AddMeter(TajribaTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
            .ConfigureResource(r => r.AddService(TajribaTelemetry.Name))
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.ForceFlush(2000);
        metrics?.ForceFlush(2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}
