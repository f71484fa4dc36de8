using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>Reads a request in binary mode. Its body is data, which may be gzip by itself: it is unpacked only where the headers say so.</summary>
internal static class BinaryBody
{
    /// <summary>The message, or null where its body is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? body = request.Headers.ContentEncoding.Count > 0
            ? await BodyReader.ReadAsync(request, limit, cancellationToken)
            : await BodyReader.ReadPackedAsync(request, limit, cancellationToken);
        return body is { } data ? BinaryMessage.Of(request.Headers, data.Span) : null;
    }
}
