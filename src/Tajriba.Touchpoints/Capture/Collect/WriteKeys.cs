using System.Text;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Where clients put the write key besides the body.</summary>
public static class WriteKeys
{
    private const string Basic = "Basic ";
    private const string Bearer = "Bearer ";

    /// <summary>The token of Bearer authentication, or as <see cref="Of"/> says.</summary>
    public static string? OfEither(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : Of(request);
    }

    /// <summary>The user name of Basic authentication, else the query's <c>writeKey</c>, else null: look into the body.</summary>
    public static string? Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            Span<byte> decoded = stackalloc byte[512];
            return header.Length < 512 && Convert.TryFromBase64String(header[Basic.Length..].Trim(), decoded, out int length)
                ? Encoding.UTF8.GetString(decoded[..length]).Split(':')[0]
                : "";
        }

        return request.Query["writeKey"].ToString() is { Length: > 0 } key ? key : null;
    }
}
