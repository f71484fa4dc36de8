using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tajriba.Kernel.Telemetry;

public static class TelemetryServices
{
    /// <summary>
    /// Sends traces and metrics where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, and writes the console log as JSON where
    /// <c>Tajriba:LogFormat</c> is <c>json</c>.
    /// </summary>
    public static IServiceCollection AddTajribaTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            services.AddHostedService<TelemetryService>();
        }

        if (string.Equals(configuration["Tajriba:LogFormat"], "json", StringComparison.OrdinalIgnoreCase))
        {
            services.AddLogging(logging => logging.AddJsonConsole(options =>
            {
                options.IncludeScopes = true;
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            }));
        }

        return services;
    }
}
