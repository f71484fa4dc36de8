using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>Reads a request in binary mode. Its body is data, which may be gzip by itself: it is unpacked only where the headers say so.</summary>
internal static class BinaryBody
{
    /// <summary>The message, or null where its body is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return await BodyReader.ReadAsync(request, limit, cancellationToken) is { } unpacked ? BinaryMessage.Of(request.Headers, unpacked.Span) : null;
        }

        using var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return BinaryMessage.Of(request.Headers, body.GetBuffer().AsSpan(0, (int)body.Length));
    }
}
