using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>CloudEvents over HTTP (protocol binding 1.0.2), and the handshake of the web-hook specification 1.0.2.</summary>
internal static partial class CloudEventEndpoints
{
    private const string Address = "/v1/cloudevents";
    private const string Media = "application/cloudevents";
    private const string RequestOrigin = "WebHook-Request-Origin";

    public static void MapCloudEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Address, TakeAsync).AllowAnonymous().DisableAntiforgery().RequireCors(IntakeCors.CloudEvents).WithTags("Capture")
            .WithName("Capture-cloudevents").WithSummary("CloudEvents 1.0 in binary, structured or batch mode; Basic or Bearer authentication with the write key.");
        routes.MapMethods(Address, [HttpMethods.Options], AgreeAsync).AllowAnonymous().WithTags("Capture")
            .WithName("Capture-cloudevents-handshake").WithSummary("The web-hook handshake: consent to be sent events.");
    }

    private static async Task<IResult> TakeAsync(HttpContext context, MessageIntake intake, CloudEventForm form)
    {
        if (await intake.SourceOfAsync(context.Request) is not { } source)
        {
            return CollectAnswers.BadKey;
        }

        if (ModeOf(context.Request.ContentType) is not { } mode)
        {
            return TypedResults.Problem("Only the JSON format in UTF-8 is read: application/cloudevents+json, application/cloudevents-batch+json.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        string subject = context.Request.Query["subject"].ToString() is { Length: > 0 } told ? told : CloudEventCall.Customer;
        if (!ObjectType().IsMatch(subject))
        {
            return TypedResults.Problem("'subject' names an object type: letters a to z, digits, '-' and '_'.", statusCode: StatusCodes.Status400BadRequest);
        }

        string call = new CloudEventCall(mode, subject).ToString();
        return await intake.TakeAsync(context, form, call, source, mode == CloudEventMode.Binary ? BinaryBody.ReadAsync : BodyReader.ReadAsync);
    }

    /// <summary>The mode by the beginning of the content type; null where the format is none that we read.</summary>
    private static CloudEventMode? ModeOf(string? contentType)
    {
        if (contentType?.StartsWith(Media, StringComparison.OrdinalIgnoreCase) != true)
        {
            return CloudEventMode.Binary;
        }

        string[] parts = contentType.Split(';', StringSplitOptions.TrimEntries);
        if (parts.Skip(1).Any(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) && !p["charset=".Length..].Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return parts[0].ToLowerInvariant() switch
        {
            Media + "+json" => CloudEventMode.Structured,
            Media + "-batch+json" => CloudEventMode.Batch,
            _ => null,
        };
    }

    /// <summary>
    /// Whoever has the key may send, from wherever and as fast as they like (429 says when it is too fast). Consent is given at
    /// once, so a callback is never called.
    /// </summary>
    private static async Task<IResult> AgreeAsync(HttpContext context, MessageIntake intake)
    {
        context.Response.Headers.Allow = "OPTIONS, POST";
        string origin = context.Request.Headers[RequestOrigin].ToString();
        if (origin.Length == 0)
        {
            return TypedResults.NoContent();
        }

        if (await intake.SourceOfAsync(context.Request) is null)
        {
            return CollectAnswers.BadKey;
        }

        if (origin.Any(c => c is < '!' or > '~'))
        {
            return TypedResults.Problem($"{RequestOrigin} must be a DNS name.", statusCode: StatusCodes.Status400BadRequest);
        }

        context.Response.Headers["WebHook-Allowed-Origin"] = origin;
        context.Response.Headers["WebHook-Allowed-Rate"] = "*";
        return TypedResults.Ok();
    }

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,49}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ObjectType();
}
