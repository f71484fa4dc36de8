using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Tajriba.Experience.Indicators;

/// <summary>The room's errors as problem details (RFC 9457).</summary>
internal static class IndicatorProblems
{
    public static ProblemHttpResult Of(IndicatorError error) => error switch
    {
        IndicatorError.BadParameter bad => TypedResults.Problem(
            title: "A query parameter is not understood.",
            detail: $"{bad.Parameter}: {bad.Reason}",
            statusCode: StatusCodes.Status400BadRequest,
            type: "urn:tajriba:problem:bad-parameter",
            extensions: [new("parameter", bad.Parameter)]),
        IndicatorError.Invalid invalid => TypedResults.Problem(
            title: "The definition breaks a rule.",
            detail: $"{invalid.Member}: {invalid.Reason}",
            statusCode: StatusCodes.Status400BadRequest,
            type: "urn:tajriba:problem:invalid-definition",
            extensions: [new("member", invalid.Member), new("reason", invalid.Reason)]),
        _ => TypedResults.Problem(title: "There is no such indicator.", statusCode: StatusCodes.Status404NotFound, type: "urn:tajriba:problem:not-found"),
    };
}
