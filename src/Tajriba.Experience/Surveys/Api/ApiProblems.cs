using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Tajriba.Experience.Surveys.Api;

/// <summary>What the API refuses, as problem details (RFC 9457).</summary>
internal static class ApiProblems
{
    public static ProblemHttpResult Of(int status, string type, string title, string? detail = null)
        => TypedResults.Problem(title: title, detail: detail, statusCode: status, type: "urn:tajriba:problem:" + type);

    /// <summary>Names a query parameter that is not among the known ones; null where all are.</summary>
    public static IResult? Unknown(HttpRequest request, params ReadOnlySpan<string> known)
    {
        foreach (var name in request.Query.Keys)
        {
            if (!known.Contains(name))
            {
                return Of(StatusCodes.Status400BadRequest, "unknown-parameter", "There is no such parameter.", $"Unknown parameter '{name}'.");
            }
        }

        return null;
    }

    public static ProblemHttpResult BadParameter(string name, string reason)
        => Of(StatusCodes.Status400BadRequest, "bad-parameter", "A parameter cannot be read.", $"'{name}': {reason}");
}
