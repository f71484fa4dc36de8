using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>Reads a JSON body strictly: a member that is not known is a mistake of the caller, and named.</summary>
internal static class JsonBody
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
    };

    /// <summary>The value, or null and what to answer.</summary>
    public static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, TypedResults.Problem("Send the body as application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(Strict, cancellationToken) is { } value
                ? (value, null)
                : (null, TypedResults.Problem("The body must be a JSON object.", statusCode: StatusCodes.Status400BadRequest));
        }
        catch (JsonException e)
        {
            return (null, TypedResults.Problem($"The body cannot be read at '{e.Path ?? "$"}'.", statusCode: StatusCodes.Status400BadRequest));
        }
    }
}
