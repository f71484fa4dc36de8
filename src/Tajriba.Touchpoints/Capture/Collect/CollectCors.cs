using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Pages of any site may send events: the key is what counts, and no cookie is looked at.</summary>
internal static class CollectCors
{
    public const string Policy = "capture";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public static void AddTo(CorsOptions options) => options.AddPolicy(Policy, policy => policy
        .AllowAnyOrigin()
        .WithMethods("GET", "POST")
        .WithHeaders("Authorization", "Content-Type", "X-Retry-Count", "AnonymousId")
        .WithExposedHeaders("Retry-After")
        .SetPreflightMaxAge(Remembered));
}
