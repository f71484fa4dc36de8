using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Tajriba.Experience.Indicators.Storage;

namespace Tajriba.Experience.Indicators.View;

/// <summary>A definition as the body of a request. Members that it does not have are refused by name.</summary>
internal static class IndicatorBody
{
    public static async Task<(IndicatorDefinition? Definition, ProblemHttpResult? Problem)> ReadAsync(HttpContext http)
    {
        // A foreign page's form cannot send this type, so that a signed-in browser is no way in.
        if (!http.Request.HasJsonContentType())
        {
            return (null, TypedResults.Problem(
                title: "The body is not JSON.", statusCode: StatusCodes.Status415UnsupportedMediaType, type: "urn:tajriba:problem:unsupported-media-type"));
        }

        try
        {
            if (await JsonSerializer.DeserializeAsync<IndicatorDefinition>(http.Request.Body, IndicatorJson.Options, http.RequestAborted) is { } definition)
            {
                return (definition, null);
            }
        }
        catch (JsonException error)
        {
            return (null, TypedResults.Problem(
                title: "The body is not a definition.", detail: error.Message, statusCode: StatusCodes.Status400BadRequest, type: "urn:tajriba:problem:invalid-body"));
        }

        return (null, IndicatorProblems.Of(new IndicatorError.Invalid("body", "Required")));
    }
}
