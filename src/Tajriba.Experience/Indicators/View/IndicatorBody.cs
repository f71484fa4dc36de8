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
