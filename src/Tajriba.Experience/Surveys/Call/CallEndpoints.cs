using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Surveys.Api;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Experience.Surveys.Call;

/// <summary>Where telephone systems post what people pressed: with a source's write key, or as somebody who may send surveys.</summary>
internal static class CallEndpoints
{
    private const int MostBytes = 64 * 1024;

    public static void MapCalls(this IEndpointRouteBuilder routes)
        => routes.MapPost("/api/surveys/{key}/ivr", TakeAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Accepts<CallBody>("application/json")
            .WithTags("Surveys").WithName("TakeSurveyCall").WithSummary("Answers that were given by telephone, once for each callId; Basic or Bearer authentication with a write key.");

    private static async Task<IResult> TakeAsync(string key, HttpContext http, SurveyStore store, CallTaker taker, SourceKeys keys, ICurrentPerson person)
    {
        var source = WriteKeys.OfEither(http.Request) is { } writeKey ? await keys.FindAsync(writeKey, http.RequestAborted) : null;
        if (source is null && !(person.IsSignedIn && person.Can(SurveyPermissions.Send)))
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"write key\"";
            return ApiProblems.Of(StatusCodes.Status401Unauthorized, "unauthorized", "A write key of a source is needed, or the permission surveys.send.");
        }

        var (body, problem) = await ApiBody.ReadAsync<CallBody>(http, MostBytes);
        if (ApiProblems.Unknown(http.Request) is { } unknown || (unknown = problem) is not null)
        {
            return unknown;
        }

        if (await store.FindAsync(key, http.RequestAborted) is not { } survey)
        {
            return SurveyProblems.Of(new SurveyError.NotFound());
        }

        var call = body! with { Unit = body!.Unit ?? source?.Unit };
        if (source is null && !person.ScopeOf(SurveyPermissions.Send).Contains(call.Unit))
        {
            return ApiProblems.Of(StatusCodes.Status403Forbidden, "foreign-unit", "The unit is none of yours.");
        }

        return await taker.TakeAsync(survey, call, http.RequestAborted) switch
        {
            CallOutcome.Taken taken => TypedResults.Json(
                new { id = taken.Id, survey = survey.Key, version = taken.Version, answers = taken.Answers }, statusCode: taken.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
            CallOutcome.Refused refused => TypedResults.Problem(
                title: "The call cannot be taken.", statusCode: StatusCodes.Status422UnprocessableEntity, type: "urn:tajriba:problem:bad-call",
                extensions: [new("errors", refused.Faults.Select(f => new { member = f.Member, reason = f.Reason }))]),
            CallOutcome.Differs => ApiProblems.Of(StatusCodes.Status409Conflict, "call-differs", "Another answer was told for this call before; that one stays."),
            _ => ApiProblems.Of(StatusCodes.Status409Conflict, "wrong-state", "The survey takes no answers."),
        };
    }
}
