using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Api;

/// <summary>Reads the JSON body of a request; a member that it does not have is named.</summary>
internal static class ApiBody
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 32, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false };

    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpContext http, int mostBytes)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
        {
            return (null, ApiProblems.Of(StatusCodes.Status415UnsupportedMediaType, "not-json", "The body is not JSON."));
        }

        try
        {
            var bytes = await BytesAsync(http.Request, mostBytes, http.RequestAborted);
            if (bytes is null)
            {
                return (null, ApiProblems.Of(StatusCodes.Status413PayloadTooLarge, "too-large", $"A body holds at most {mostBytes} bytes."));
            }

            if (EventAttributes.Fault(bytes) is { } fault)
            {
                return (null, ApiProblems.Of(StatusCodes.Status400BadRequest, "invalid-body", "The body cannot be read.", fault));
            }

            return JsonSerializer.Deserialize<T>(bytes, Options) is { } body
                ? (body, null)
                : (null, ApiProblems.Of(StatusCodes.Status400BadRequest, "invalid-body", "The body is empty."));
        }
        catch (JsonException e)
        {
            return (null, ApiProblems.Of(StatusCodes.Status400BadRequest, "invalid-body", "The body cannot be read.", e.Path is { } path ? $"The body cannot be read at '{path}'." : e.Message));
        }
    }

    private static async Task<byte[]?> BytesAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        var bytes = new byte[most + 1];
        var length = 0;
        while (length < bytes.Length && await request.Body.ReadAsync(bytes.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
        }

        return length > most ? null : bytes[..length];
    }
}
