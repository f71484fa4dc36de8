using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>Pages of any site may send CloudEvents; in binary mode every attribute is a header of its own.</summary>
internal static class CloudEventCors
{
    public const string Policy = "cloudevents";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public static void AddTo(CorsOptions options) => options.AddPolicy(Policy, policy => policy
        .AllowAnyOrigin()
        .WithMethods("POST")
        .AllowAnyHeader()
        .WithExposedHeaders("Retry-After")
        .SetPreflightMaxAge(Remembered));
}
