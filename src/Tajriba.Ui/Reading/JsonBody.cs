using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Ui;

/// <summary>Reads a JSON body strictly: a member that is not known is a mistake of the caller, and named.</summary>
public static class JsonBody
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
    };

    /// <summary>The value, or null and what to answer.</summary>
    public static Task<(T? Value, IResult? Refusal)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
        => ReadAsync<T>(request, Strict, cancellationToken);

    /// <summary>The value as <paramref name="options"/> read it, or null and what to answer.</summary>
    public static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(HttpRequest request, JsonSerializerOptions options, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType())
        {
            return (null, TypedResults.Problem("Send the body as application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(options, cancellationToken) is { } value
                ? (value, null)
                : (null, TypedResults.Problem("The body must be a JSON object.", statusCode: StatusCodes.Status400BadRequest));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, TypedResults.Problem($"The body cannot be read at '{(e as JsonException)?.Path ?? "$"}'.", statusCode: StatusCodes.Status400BadRequest));
        }
    }
}
