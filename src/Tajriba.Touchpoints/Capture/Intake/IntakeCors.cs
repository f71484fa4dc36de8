using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Pages of any site may send events: the key is what counts, and no cookie is looked at.</summary>
internal static class IntakeCors
{
    public const string Clients = "capture";

    /// <summary>For CloudEvents: in binary mode every attribute is a header of its own.</summary>
    public const string CloudEvents = "cloudevents";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public static void AddTo(CorsOptions options)
    {
        options.AddPolicy(Clients, policy => Open(policy).WithMethods("GET", "POST").WithHeaders("Authorization", "Content-Type", "X-Retry-Count", "AnonymousId"));
        options.AddPolicy(CloudEvents, policy => Open(policy).WithMethods("POST").AllowAnyHeader());
    }

    private static CorsPolicyBuilder Open(CorsPolicyBuilder policy) => policy.AllowAnyOrigin().WithExposedHeaders("Retry-After").SetPreflightMaxAge(Remembered);
}
